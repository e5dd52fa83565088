import Delimited
import Spreadsheets
import Tabular

/// Where the records of a table come from: a text file, or one sheet of a workbook.
///
/// It can be read from its first row to its last as often as needed.
struct SourceFile {
  /// The path, relative to the working folder.
  let path: String
  /// The resource.
  let resource: Resource
  /// The sheet, for workbooks.
  let sheet: OpenSheet?
  /// Whether the file is taken apart by a thread of its own.
  let parallel: Bool
  /// The working folder, with its final slash.
  let folder: String
  /// Who is told of the bytes that were read.
  let progress: ReadingProgress?

  /// A smaller file is not worth a thread, in bytes.
  private static let threadWorthy = 4 << 20

  /// True for a file large enough to be worth a thread of its own.
  static func isThreadWorthy(_ path: String) -> Bool { FileBytes.size(path) >= threadWorthy }

  /// The name of the sheet, for workbooks.
  var sheetName: String? { sheet?.sheet.name }

  /// The place that errors and remarks name.
  var place: Location { Location(resource: path, sheet: sheetName) }

  /// What is known of a file after it was read.
  struct Outcome {
    /// The digest of its bytes.
    var sha256: String
    /// The number of its bytes.
    var bytes: Int
    /// The number of physical lines, or of the rows of the sheet.
    var lineCount: Int
    /// What it turned out to be.
    var form: Form

    /// The form of a file.
    enum Form {
      /// Delimited text, with what was met on the way.
      case text(Dialect, [Remark])
      /// A sheet.
      case sheet(SheetOutcome)
    }
  }

  /// Reads the file; `take` receives every block of rows, in order.
  ///
  /// - Throws: `PipelineError` where the file can't be read on, or what `take` throws.
  func read(
    _ take: (RowBlock) throws(PipelineError) -> Void
  ) throws(PipelineError) -> Outcome {
    guard let sheet else { return try readText(take) }
    return try SheetPass(self, sheet).read(isApart: isApart, take)
  }

  private var isApart: Bool { parallel && Self.isThreadWorthy(folder + path) }

  private func readText(
    _ take: (RowBlock) throws(PipelineError) -> Void
  ) throws(PipelineError) -> Outcome {
    let digest = Digest()
    let progress = progress
    let path = path
    let reader: DelimitedReader
    do throws(DelimitedError) {
      reader = try DelimitedReader(path: folder + path, request: resource.dialect.request) {
        bytes in
        digest.update(bytes)
        progress?.add(bytes.count)
      }
    } catch {
      throw PipelineError(error, path: path)
    }
    // Only one thread at a time touches the reader.
    let owned = Owned(reader)
    try RowHandover.read(isApart: isApart, take) { () throws(PipelineError) in
      do throws(DelimitedError) {
        return try owned.value.next()
      } catch {
        throw PipelineError(error, path: path)
      }
    }
    return Outcome(
      sha256: digest.finish(), bytes: reader.byteCount, lineCount: reader.lineCount,
      form: .text(reader.dialect, reader.remarks))
  }
}

/// A value that only one thread at a time touches.
struct Owned<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}

extension Resource.Dialect {
  /// What the reader of delimited text is told.
  var request: DialectRequest {
    let quoting: Quoting? = quoteChar.flatMap { mark in
      mark == "none" ? Quoting.none : mark.utf8.first.map { Quoting.mark($0) }
    }
    return DialectRequest(
      delimiter: delimiter?.utf8.first, quoteChar: quoting,
      encoding: encoding.flatMap(TextEncoding.init(rawValue:)))
  }
}
