import Tabular

/// A cell by its row (from 1) and column (from 0).
struct CellPosition: Hashable, Sendable {
  /// The rows that a sheet can have.
  static let rows = 1...1_048_576
  /// The columns that a sheet can have.
  static let columns = 0...16_383

  /// The row, from 1.
  var row: Int
  /// The column, from 0.
  var column: Int

  /// The A1 address.
  var name: String { SheetAddress.name(column: column, row: row) }
}

/// A row or a column as a formula names it.
struct GridAxis: Hashable, Sendable {
  /// The place in the sheet where it is absolute, else the distance from the formula's own cell.
  var value: Int32
  /// True where it has a `$`.
  var isAbsolute: Bool

  /// The axis at `place`, as the formula at `origin` names it.
  init(_ place: Int, isAbsolute: Bool, from origin: Int) {
    value = Int32(truncatingIfNeeded: isAbsolute ? place : place - origin)
    self.isAbsolute = isAbsolute
  }

  /// The place in the sheet when the formula stands at `origin`.
  func place(from origin: Int) -> Int { isAbsolute ? Int(value) : origin + Int(value) }
}

/// The row and the column of a cell as a formula names it.
struct GridPoint: Hashable, Sendable {
  /// The row.
  var row: GridAxis
  /// The column.
  var column: GridAxis
}

/// Cells that a formula refers to, relative to the formula's own cell, so that copies of a formula
/// have equal references.
struct FormulaReference: Hashable, Sendable {
  /// The sheet that is meant.
  enum Place: Hashable, Sendable {
    /// The formula's own.
    case own
    /// Another of the workbook.
    case sheet(String)
    /// Cells of another workbook, or the same cells of several sheets; as written before the `!`.
    case elsewhere(String)
  }

  /// What is meant of the sheet.
  enum Shape: Hashable, Sendable {
    /// One cell, as `C6`.
    case cell
    /// A rectangle, as `C6:C9`.
    case area
    /// Whole columns, as `C:C`.
    case columns
    /// Whole rows, as `3:5`.
    case rows
  }

  /// The sheet.
  var place: Place
  /// What of it.
  var shape: Shape
  /// One corner; what the shape leaves open in it means nothing.
  var first: GridPoint
  /// The other corner.
  var last: GridPoint

  /// The cells that are meant when the formula stands at `origin`, or nil outside of a sheet.
  func range(at origin: CellPosition) -> CellRange? {
    let rows =
      shape == .columns
      ? CellPosition.rows
      : Self.ordered(first.row.place(from: origin.row), last.row.place(from: origin.row))
    let columns =
      shape == .rows
      ? CellPosition.columns
      : Self.ordered(
        first.column.place(from: origin.column), last.column.place(from: origin.column))
    guard CellPosition.rows.contains(rows.lowerBound), CellPosition.rows.contains(rows.upperBound),
      CellPosition.columns.contains(columns.lowerBound),
      CellPosition.columns.contains(columns.upperBound)
    else { return nil }
    return CellRange(rows: rows, columns: columns)
  }

  private static func ordered(_ one: Int, _ other: Int) -> ClosedRange<Int> {
    min(one, other)...max(one, other)
  }
}
