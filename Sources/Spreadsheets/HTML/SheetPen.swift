/// Writes the rows of a page into blocks, whole rows only.
struct SheetPen {
  /// A cell of the row that is being written.
  struct Cell {
    /// What it holds.
    var kind: CellBlock.Kind
    /// Its text.
    var text: [UInt8]
    /// The columns, from 0.
    var columns: ClosedRange<Int>
    /// The rows it spans.
    var height: Int
    /// The place of its style.
    var style: UInt32
    /// Its formula.
    var formula: String?
    /// True where it is not shown.
    var isHidden = false
  }

  /// The rows that are complete.
  var block = CellBlock()
  /// All cells that were written.
  private(set) var cellCount = 0
  /// The last row that was written, from 1.
  private(set) var row = 0
  private var cells: [Cell] = []
  private var isGapDue = false
  /// For each column: 1 where a hidden cell has a text, 2 where a shown one has, 4 where the table
  /// hides it.
  private var columnFlags: [UInt8] = []

  /// True where the row has no cells so far.
  var isRowEmpty: Bool { cells.isEmpty }

  /// Adds a cell to the row.
  mutating func add(_ cell: Cell) {
    cells.append(cell)
    flag(cell.columns.lowerBound, cell.isHidden ? 1 : 2)
  }

  /// Notes that a table hides a column.
  mutating func hide(column: Int) { flag(column, 4) }

  private mutating func flag(_ column: Int, _ bit: UInt8) {
    while columnFlags.count <= column { columnFlags.append(0) }
    columnFlags[column] |= bit
  }

  /// The columns that are hidden in their table, or have texts in hidden cells only.
  var hiddenColumns: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for (column, flags) in columnFlags.enumerated() where flags & 4 != 0 || flags & 3 == 1 {
      if let last = ranges.last, last.upperBound == column - 1 {
        ranges[ranges.count - 1] = last.lowerBound...column
      } else {
        ranges.append(column...column)
      }
    }
    return ranges
  }

  /// Takes the cells of the row away, so that another row can be written before it.
  mutating func setAside() -> [Cell] {
    defer { cells.removeAll() }
    return cells
  }

  /// Gives cells back that were set aside.
  mutating func takeBack(_ aside: [Cell]) { cells = aside }

  /// Leaves a row blank before the next one.
  mutating func leaveGap() { isGapDue = row > 0 }

  /// Ends the row, also one without cells.
  mutating func endRow(isHidden: Bool, withMerges: Bool) {
    if isGapDue { row += 1 }
    isGapDue = false
    row += 1
    if isHidden, !cells.isEmpty { block.hiddenRows.append(row) }
    for cell in cells { write(cell, withMerges: withMerges) }
    cellCount += cells.count
    cells.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ cell: Cell, withMerges: Bool) {
    if let formula = cell.formula {
      block.formulas.append(CellBlock.Formula(cell: block.count, text: formula))
    }
    if withMerges, cell.height > 1 || cell.columns.count > 1 {
      block.merges.append(
        CellRange(rows: row...(row + cell.height - 1), columns: cell.columns))
    }
    block.starts.append(UInt32(truncatingIfNeeded: block.bytes.count))
    block.bytes.append(contentsOf: cell.text)
    block.ends.append(UInt32(truncatingIfNeeded: block.bytes.count))
    block.rows.append(UInt32(truncatingIfNeeded: row))
    block.columns.append(UInt32(truncatingIfNeeded: cell.columns.lowerBound))
    block.kinds.append(cell.kind)
    block.styles.append(cell.style)
  }
}
