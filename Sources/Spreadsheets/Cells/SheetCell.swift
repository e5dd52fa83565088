import Tabular

/// One cell of a sheet, as stored and as shown.
public struct SheetCell: Sendable, Hashable {
  /// What a cell holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A text.
    case text
    /// A number.
    case number
    /// True or false.
    case boolean
    /// An error value.
    case error
    /// A day or a moment.
    case date
    /// A time of day or a length of time.
    case time
    /// A formula whose result is not stored.
    case formulaWithoutValue = "formula-without-value"
  }

  /// The name of the sheet.
  public var sheet: String
  /// The row, from 1.
  public var row: Int
  /// The column, from 1.
  public var column: Int
  /// The A1 address, as `C12`.
  public var cell: String { SheetAddress.name(column: column - 1, row: row) }
  /// What the file holds: of a number its digits, of a boolean `1` or `0`.
  public var raw: String
  /// What that means, in one spelling whatever the format: a number with a point and the fewest
  /// digits that mean the same, `true` or `false`, a date in ISO 8601; nil where there is no result.
  public var value: String?
  /// What the cell holds.
  public var type: Kind
  /// What the cell shows, in Indonesian notation; nil where there is no result.
  public var display: String?
  /// The formula in A1 notation without the `=` before it; nil where there is none.
  public var formula: String?
}
