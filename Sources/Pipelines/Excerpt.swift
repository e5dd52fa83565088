/// A piece of a source as it looks: the rows and columns around the cells of a cause.
public struct Excerpt: Sendable, Hashable {
  /// One physical row or line.
  public struct Row: Sendable, Hashable {
    /// The physical line or the row of the sheet, from 1.
    public var line: Int
    /// True for rows of labels above the records.
    public var isHeader: Bool
    /// The texts as shown, one for each of the excerpt's columns.
    public var cells: [String]

    /// Makes a row.
    public init(line: Int, isHeader: Bool, cells: [String]) {
      self.line = line
      self.isHeader = isHeader
      self.cells = cells
    }
  }

  /// The path, relative to the working folder.
  public var resource: String
  /// The sheet, for workbooks.
  public var sheet: String?
  /// The columns that are shown, from 1, rising; some may be left out between them.
  public var columns: [Int]
  /// The rows that are shown, rising; some may be left out between them.
  public var rows: [Row]

  /// Makes an excerpt.
  public init(resource: String, sheet: String? = nil, columns: [Int], rows: [Row]) {
    self.resource = resource
    self.sheet = sheet
    self.columns = columns
    self.rows = rows
  }
}
