import Delimited
import Spreadsheets
import Tabular

/// Rows of sources as they look, read again for the excerpts of causes.
struct ExcerptRows {
  /// The rows above which labels may stand are always kept.
  static let headRows = 48

  /// The most bytes of a text whose digest is compared.
  private static let digestLimit = 64 << 20

  /// The texts of the rows that were kept, by source and row.
  private(set) var texts: [ExcerptPlan.Source: [Int: [String]]] = [:]

  private let folder: String

  /// Nothing read yet; paths are relative to `folder`, which has its final slash.
  init(folder: String) { self.folder = folder }

  /// Reads the wanted rows of one file; what can't be read again, or is not what the run read, is
  /// left out.
  mutating func read(
    _ read: RunReport.Input, as resource: Resource, _ wanted: [ExcerptPlan.Source: Set<Int>]
  ) {
    let path = read.path
    do throws(PipelineError) {
      let input = try InputFile(
        path: path, resource: resource, parallel: false, folder: folder, progress: nil)
      switch input.content {
      case .text where try isText(read): try readText(path, resource, wanted)
      case .workbook(let workbook) where workbook.sha256 == read.sha256:
        try self.read(workbook.workbook, path, wanted)
      default: break
      }
    } catch {
      // The file was read before: that it is gone now is told by nobody but missing excerpts.
      for source in wanted.keys { texts[source] = nil }
    }
  }

  /// True where a text is still what the run read.
  ///
  /// Of a large one only the length is compared, and the cells themselves when they are shown: it
  /// would take as long as reading it once more.
  private func isText(_ read: RunReport.Input) throws(PipelineError) -> Bool {
    guard FileBytes.size(folder + read.path) == read.bytes else { return false }
    guard read.bytes <= Self.digestLimit else { return true }
    let bytes = try FileBytes.read(folder + read.path, named: read.path, upTo: read.bytes + 1)
    return Digest.sha256(bytes) == read.sha256
  }

  private mutating func readText(
    _ path: String, _ resource: Resource, _ wanted: [ExcerptPlan.Source: Set<Int>]
  ) throws(PipelineError) {
    let source = ExcerptPlan.Source(resource: path, sheet: nil)
    guard let rows = wanted[source], let last = rows.max() else { return }
    do throws(DelimitedError) {
      let reader = try DelimitedReader(
        path: folder + path, request: resource.dialect.request
      ) { _ in }
      while let block = try reader.next() {
        keep(block, rows, for: source)
        if let line = block.lines.last, line > last { return }
      }
    } catch {
      throw PipelineError(error, path: path)
    }
  }

  private mutating func read(
    _ workbook: Workbook, _ path: String, _ wanted: [ExcerptPlan.Source: Set<Int>]
  ) throws(PipelineError) {
    for (index, sheet) in workbook.sheets.enumerated() {
      let source = ExcerptPlan.Source(resource: path, sheet: sheet.name)
      guard let rows = wanted[source], let last = rows.max() else { continue }
      do throws(SpreadsheetError) {
        let reading = try workbook.rows(of: index, within: .all)
        while let block = try reading.next() {
          keep(block, rows, for: source)
          if let line = block.lines.last, line > last { break }
        }
      } catch {
        throw PipelineError(error, path: path)
      }
    }
  }

  private mutating func keep(_ block: RowBlock, _ rows: Set<Int>, for source: ExcerptPlan.Source) {
    for row in 0..<block.rowCount {
      let line = Int(block.lines[row])
      guard line <= Self.headRows || rows.contains(line) else { continue }
      texts[source, default: [:]][line] =
        [String](repeating: "", count: block.firstColumn) + block.texts(row: row)
    }
  }
}
