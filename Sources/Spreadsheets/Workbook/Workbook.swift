/// A workbook that is open for reading, whatever its format.
///
/// Not to be used by two threads at once.
public final class Workbook {
  /// The formats that can be read; a file is recognised by its content, never by its name.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// Office Open XML, with or without macros.
    case xlsx
    /// OpenDocument.
    case ods
    /// Excel 5 to 2003 (BIFF5, BIFF8).
    case xls
    /// Tables of a web page, also one saved as a single file (MHTML).
    case html
  }

  /// The path as it was given.
  public let path: String
  /// The format.
  public let format: Format
  /// The length of the file in bytes.
  public let byteCount: Int
  /// The sheets in the order of their tabs.
  public var sheets: [Sheet] { reading.sheets }

  let reading: any WorkbookReading
  let limits: SpreadsheetLimits
  private let file: WorkbookFile

  /// Opens the workbook at `path`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limits: What is too large.
  ///   - onBytes: Shown all bytes of the file once, in order.
  /// - Throws: where it is no workbook, or is encrypted, truncated or damaged.
  public init(
    path: String, limits: SpreadsheetLimits = SpreadsheetLimits(),
    onBytes: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(SpreadsheetError) {
    do {
      file = try WorkbookFile(path: path)
      (reading, format) = try WorkbookOpening.open(file, limits: limits, onBytes: onBytes)
    } catch {
      var error = error
      error.path = path
      throw error
    }
    self.path = path
    self.limits = limits
    byteCount = file.byteCount
  }

  /// True where the file is no longer what it was when it was opened: what was read of it may
  /// belong to different states.
  public func changed() -> Bool { file.changed() }
}
