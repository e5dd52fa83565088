import Diagnosis
public import Pipelines
import Spreadsheets
public import Tabular

/// The workbooks back: copies of the sources with the wrong cells filled and commented, everything
/// else in them as it was.
public struct MarkedWorkbooks: Sendable {
  /// The folder of the copies within the output folder.
  public static let folder = "marked"

  /// The language of the comments.
  public var language: Language

  /// Makes the copies of one run.
  public init(language: Language) { self.language = language }

  /// Writes a copy of each workbook that has causes and removes the copies of former runs.
  ///
  /// A workbook that was changed since it was read is not marked, nor is one of another format than
  /// XLSX, nor is anything written over a file that no run wrote; all that is returned in words.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - output: The output folder.
  ///   - working: The folder that paths are relative to, with its final slash.
  /// - Returns: What could not be marked, and why.
  /// - Throws: `OutputError` where a copy can't be written.
  public func write(
    _ report: RunReport, into output: String, from working: String = ""
  ) throws(OutputError) -> [Message] {
    var notes: [Message] = []
    var files = WrittenFiles(in: "\(output)/\(Self.folder)", changed: .replaced)
    for (path, edits) in edits(of: report).sorted(by: { $0.key < $1.key }) {
      guard let bytes = try? FileBytes.read(working + path, named: path),
        report.inputs.contains(where: {
          $0.path == path && $0.sha256 == Digest.sha256(bytes)
        })
      else {
        notes.append(Words.changedSince(path))
        continue
      }
      guard let marked = try? WorkbookEditing.edited(bytes, by: edits) else {
        notes.append(Words.notMarkable(path))
        continue
      }
      if !marked.refused.isEmpty { notes.append(Words.notMarked(marked.refused.count, in: path)) }
      do throws(OutputError) {
        try files.write(marked.bytes, to: path)
      } catch {
        guard error.reason == .notOurs else { throw error }
        notes.append(error.message)
      }
    }
    try files.finish()
    return notes
  }

  // MARK: marks

  /// The marks by the path of the workbook: the gravest cause of a cell counts.
  private func edits(of report: RunReport) -> [String: [CellEdit]] {
    var edits: [String: [CellEdit]] = [:]
    var marked: Set<Location> = []
    for cause in report.causes {
      for cell in cause.explanation.cells {
        guard let sheet = cell.location.sheet, let address = cell.location.cell,
          !cell.location.resource.hasPrefix("/"), !cell.location.resource.contains("../"),
          marked.insert(cell.location).inserted
        else { continue }
        let mark = CellEdit.Mark(
          color: color(of: cause), comment: comment(cause, cell, report.rules(explainedBy: cause)))
        edits[cell.location.resource, default: []].append(
          CellEdit(sheet: sheet, cell: address, mark: mark))
      }
    }
    return edits
  }

  /// Reddish for errors, amber for warnings, paler where it is only possible.
  private func color(of cause: Cause) -> String {
    switch (cause.severity, cause.confidence) {
    case (.error, .possible): "FFE3E6"
    case (.error, _): "FFB3BA"
    case (_, .possible): "FFF6DB"
    default: "FFE08A"
    }
  }

  private func comment(_ cause: Cause, _ cell: Cause.Cell, _ rules: [String]) -> String {
    var lines = [cause.explanation.message.text(in: language)]
    if let proposal = cell.proposal {
      lines.append(Words.shouldBe(cell.raw, proposal).text(in: language))
    }
    lines.append(
      Words.confidence(cause.confidence).text(in: language) + "; " + rules.joined(separator: ", "))
    return lines.joined(separator: "\n")
  }
}
