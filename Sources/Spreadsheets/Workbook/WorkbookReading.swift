/// What a format can tell of a workbook; one class a format.
protocol WorkbookReading: AnyObject {
  /// The sheets in the order of their tabs.
  var sheets: [Sheet] { get }
  /// How cells are shown, by the numbers in `CellBlock.styles`; the first is the default.
  ///
  /// Complete when a sheet is opened, except where the format tells styles between cells.
  var styles: [CellStyle] { get }
  /// True where day 0 is 1 January 1904 rather than 31 December 1899.
  var beginsIn1904: Bool { get }
  /// Opens a sheet, by its place in `sheets`, at its first row.
  ///
  /// - Throws: where it can't be found in the workbook.
  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading
}

/// One sheet while it is read from its first row to its last.
protocol SheetReading: AnyObject {
  /// Adds the cells of the next rows to `block`, whole rows only, about 1 MiB of text or 65,536
  /// cells at a time.
  ///
  /// - Returns: False where there are none left.
  /// - Throws: where the sheet is damaged or larger than the limits.
  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool
  /// The columns, from 0, that are hidden; complete when all rows are read.
  var hiddenColumns: [ClosedRange<Int>] { get }
}

/// A sheet of a workbook.
public struct Sheet: Sendable, Hashable {
  /// Whether a sheet is shown.
  public enum Visibility: String, Sendable, Hashable {
    /// Shown.
    case visible
    /// Hidden; a user can show it.
    case hidden
    /// Hidden so that only a program can show it.
    case veryHidden
  }

  /// The name on its tab.
  public var name: String
  /// Whether it is shown.
  public var visibility: Visibility

  /// Makes a sheet.
  public init(name: String, visibility: Visibility = .visible) {
    self.name = name
    self.visibility = visibility
  }
}
