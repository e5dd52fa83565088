/// The place of a figure, precise enough for a person to find it in the source.
///
/// Text resources name the physical line and the field; workbooks name the sheet and the A1 cell.
public struct Location: Sendable, Hashable {
  /// The path of the file, relative to the working folder.
  public var resource: String
  /// The sheet, for workbooks.
  public var sheet: String?
  /// The A1 address, for workbooks.
  public var cell: String?
  /// The physical line, from 1, for text.
  public var line: Int?
  /// The column of the record, from 1, for text; nil where the figure was derived.
  public var column: Int?
  /// The declared field, where the place is one cell.
  public var field: String?
  /// The header text above the cell as found.
  public var label: String?

  /// Makes a place; everything but the resource is optional.
  public init(
    resource: String, sheet: String? = nil, cell: String? = nil, line: Int? = nil,
    column: Int? = nil, field: String? = nil, label: String? = nil
  ) {
    self.resource = resource
    self.sheet = sheet
    self.cell = cell
    self.line = line
    self.column = column
    self.field = field
    self.label = label
  }
}

extension Location {
  /// The place of a cell: in a sheet its A1 address, elsewhere its physical line.
  ///
  /// - Parameters:
  ///   - resource: The path, relative to the working folder.
  ///   - sheet: The sheet, for workbooks.
  ///   - line: The physical line or the row of the sheet, from 1.
  ///   - column: The column of the sheet or of the record, from 0; nil where there is none, which in
  ///     a sheet is told as the first.
  ///   - field: The declared field.
  ///   - label: The header text above the cell as found.
  public init(
    resource: String, sheet: String?, line: Int, column: Int?, field: String? = nil,
    label: String? = nil
  ) {
    self.init(resource: resource, sheet: sheet, field: field, label: label)
    if sheet != nil {
      cell = SheetAddress.name(column: column ?? 0, row: line)
    } else {
      self.line = line
      self.column = column.map { $0 + 1 }
    }
  }
}
