/// The cells of neighbouring rows as a workbook stores them, before number formats and layout.
///
/// Only cells that hold something are there, row after row and from left to right: cells that have
/// nothing but a style cost nothing. Every format is read into blocks, and nothing behind them
/// knows which format it was.
struct CellBlock {
  /// What a cell holds.
  enum Kind: UInt8 {
    /// A text, in UTF-8 as the cell shows it.
    case text
    /// A number: its digits with a point, as the file has them or, where it stores binary numbers,
    /// the shortest that mean the same; `1E-3` may occur.
    case number
    /// `1` or `0`.
    case boolean
    /// An error value, as `#REF!`.
    case error
    /// A day, a moment or a time of day in ISO 8601: `2023-12-31`, `2023-12-31T08:00:00`, `08:00`.
    case isoDate
    /// A formula without a stored result; there is no text.
    case withoutResult
  }

  /// A formula of a cell.
  struct Formula {
    /// The number of the cell in the block.
    var cell: Int
    /// The formula as written in A1 notation, without the `=` before it, with `,` between
    /// arguments and a point in numbers, whatever the format writes; empty where it can't be told.
    var text: String
  }

  /// The bytes that cells point into.
  var bytes: [UInt8] = []
  /// Where the text of each cell begins.
  var starts: [UInt32] = []
  /// Where the text of each cell ends.
  var ends: [UInt32] = []
  /// The row of each cell, from 1.
  var rows: [UInt32] = []
  /// The column of each cell, from 0.
  var columns: [UInt32] = []
  /// What each cell holds.
  var kinds: [Kind] = []
  /// The style of each cell, a place in the styles of the workbook.
  var styles: [UInt32] = []
  /// The formulas, in the order of their cells.
  var formulas: [Formula] = []
  /// The merged ranges that begin in rows of this block, known at the latest when their first row
  /// is.
  var merges: [CellRange] = []
  /// The rows of this block, from 1, that are hidden.
  var hiddenRows: [Int] = []

  /// The number of cells.
  var count: Int { starts.count }

  /// Forgets everything and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    styles.removeAll(keepingCapacity: true)
    formulas.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    hiddenRows.removeAll(keepingCapacity: true)
  }

  /// The text of a cell as the file has it; for reports and small sheets, not the main path.
  func raw(_ cell: Int) -> String {
    String(decoding: bytes[Int(starts[cell])..<Int(ends[cell])], as: UTF8.self)
  }
}

/// A rectangle of cells.
struct CellRange: Hashable, Sendable {
  /// The rows, from 1.
  var rows: ClosedRange<Int>
  /// The columns, from 0.
  var columns: ClosedRange<Int>
}

/// How the cells of a workbook that share a style are shown.
struct CellStyle: Hashable, Sendable {
  /// How numbers are shown.
  var format: NumberFormat
  /// The steps by which the text is indented, 0 for none.
  var indent: UInt8 = 0
}
