/// Why a workbook, or a sheet of it, can't be read on.
public struct SpreadsheetError: Error, Sendable, Hashable {
  /// A size that has a limit.
  public enum Limit: String, Sendable, Hashable, CaseIterable {
    /// What one part unpacks to, in bytes.
    case unpackedSize
    /// What one part unpacks to, as a multiple of its packed size.
    case unpackedRatio
    /// A workbook that has to be held in memory, in bytes.
    case heldSize
    /// The cells of a sheet.
    case cells
    /// All shared texts, in bytes.
    case sharedTextSize
  }

  /// A kind of file that looks like a workbook and is none that can be read.
  public enum Foreign: String, Sendable, Hashable, CaseIterable {
    /// An Excel binary workbook (XLSB).
    case xlsb
    /// An Excel workbook older than version 5 (BIFF2 to BIFF4).
    case oldExcel
    /// A word processor's document.
    case document
    /// A presentation.
    case presentation
    /// A ZIP archive without a workbook in it.
    case archive
    /// A compound file without a workbook in it.
    case compoundFile
    /// A web page without a table.
    case pageWithoutTable
    /// Something else.
    case unknown
  }

  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// Nothing has that name.
    case missing
    /// It is a folder.
    case folder
    /// The system refuses to open it.
    case notPermitted
    /// The system can't open or read it; the number is `errno`.
    case cannotRead(code: Int32)
    /// 0 bytes.
    case empty
    /// The file ends before the workbook does.
    case truncated
    /// It is encrypted: a password is needed to open it.
    case passwordProtected
    /// It is another kind of file.
    case foreign(Foreign)
    /// A part of the workbook can't be understood; what is wrong, in technical words (English).
    case damaged(part: String, detail: String)
    /// A part that the workbook names is not in it.
    case missingPart(String)
    /// Larger than a limit; the part, where one is too large.
    case tooLarge(Limit, allowed: Int, part: String?)
    /// No sheet has that name; the nearest, and all that there are.
    case noSuchSheet(String, nearest: String?, known: [String])
    /// There is no sheet with cells at all.
    case noSheets
    /// A sheet that holds no cells, as a chart sheet.
    case notATable(sheet: String)
  }

  /// The path as it was given; empty until the workbook that met it fills it in.
  public var path: String
  /// The sheet, where it is about one.
  public var sheet: String?
  /// The A1 address, where it is known.
  public var cell: String?
  /// What went wrong.
  public var reason: Reason

  /// Makes an error.
  public init(_ reason: Reason, path: String = "", sheet: String? = nil, cell: String? = nil) {
    self.path = path
    self.sheet = sheet
    self.cell = cell
    self.reason = reason
  }
}
