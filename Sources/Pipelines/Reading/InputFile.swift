import Delimited
import Spreadsheets
import Tabular

/// A file that a resource names, opened as what its content is.
struct InputFile {
  /// The path, relative to the working folder.
  let path: String
  /// The resource.
  let resource: Resource
  /// What it is.
  let content: Content

  private let parallel: Bool
  private let folder: String
  private let progress: ReadingProgress?

  /// What a file is.
  enum Content {
    /// Delimited text, or something else that the reader of delimited text will refuse.
    case text
    /// A workbook.
    case workbook(OpenWorkbook)
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path, relative to `folder`.
  ///   - resource: What is known of its table.
  ///   - parallel: Whether it may be taken apart by a thread of its own.
  ///   - folder: The working folder, with its final slash.
  ///   - progress: Who is told of the bytes that were read.
  /// - Throws: `PipelineError` where it is a workbook that can't be read.
  init(
    path: String, resource: Resource, parallel: Bool, folder: String, progress: ReadingProgress?
  ) throws(PipelineError) {
    self.path = path
    self.resource = resource
    self.parallel = parallel
    self.folder = folder
    self.progress = progress
    guard !FileBytes.isUnbounded(folder + path) else {
      throw PipelineError(.unreadable(.notAFile), file: path)
    }
    content =
      try OpenWorkbook.open(folder + path, named: path, resource.limits, progress).map(
        Content.workbook) ?? .text
  }

  /// The sources of the table: the file itself, or the sheets of a workbook that hold it.
  ///
  /// - Throws: `PipelineError` where a sheet is not there or the data can't tell which is meant.
  func sources() throws(PipelineError) -> [SourceFile] {
    guard case .workbook(let workbook) = content else {
      // A text file is one table: the sheet of its workbook has nothing to choose from.
      guard resource.range == nil else {
        throw PipelineError(.rangeOfText(path), at: resource.place)
      }
      return [source(nil)]
    }
    let range = resource.range.flatMap { try? SheetRange($0) }
    let choice = SheetChoice(workbook, resource, range)
    let found = try choice.sheets(probing: source)
    return found.places.map { index in
      source(
        OpenSheet(
          workbook: workbook, index: index, range: range,
          hiddenTwins: found.hiddenTwins.map { workbook.workbook.sheets[$0].name }))
    }
  }

  /// The source that one sheet, or the text itself, is.
  func source(_ sheet: OpenSheet?) -> SourceFile {
    SourceFile(
      path: path, resource: resource, sheet: sheet, parallel: parallel, folder: folder,
      progress: progress)
  }
}

/// A workbook that is open for reading.
final class OpenWorkbook {
  /// The workbook.
  let workbook: Workbook
  /// The digest of its bytes.
  let sha256: String

  private init(_ workbook: Workbook, sha256: String) {
    self.workbook = workbook
    self.sha256 = sha256
  }

  /// Opens the file at `path`, which errors call `name`; nil where it is no workbook.
  static func open(
    _ path: String, named name: String, _ limits: SpreadsheetLimits, _ progress: ReadingProgress?
  ) throws(PipelineError) -> OpenWorkbook? {
    // What can't be opened is told by the reader of text.
    guard let beginning = try? FileBytes.read(path, named: name, upTo: 4096),
      Workbook.recognises(beginning)
    else { return nil }
    let digest = Digest()
    do throws(SpreadsheetError) {
      let workbook = try Workbook(path: path, limits: limits) { bytes in
        digest.update(bytes)
        progress?.add(bytes.count)
      }
      return OpenWorkbook(workbook, sha256: digest.finish())
    } catch {
      throw PipelineError(error, path: name)
    }
  }
}

/// A sheet of an open workbook, or a part of it.
struct OpenSheet {
  /// The workbook.
  let workbook: OpenWorkbook
  /// Its place among the sheets.
  let index: Int
  /// The part that was asked for; nil for the table that the data show.
  let range: SheetRange?
  /// Hidden sheets that have the declared labels too, and are not read.
  var hiddenTwins: [String] = []

  /// The sheet.
  var sheet: Sheet { workbook.workbook.sheets[index] }
}
