/// Where the next cell and row of a table are written while records are scanned.
struct RowPen {
  /// The number of the next cell.
  var cell: Int
  /// The number of the next row.
  var row: Int
  /// The physical line of the next row.
  var line: Int
  /// Where the next cell begins in the text.
  var cellStart: Int
  /// Where the next record begins in the text.
  var recordStart: Int
  /// The first cell of the next row.
  var firstCell: Int
  /// Where each cell begins.
  let starts: UnsafeMutablePointer<UInt32>
  /// Where each cell ends.
  let ends: UnsafeMutablePointer<UInt32>
  /// The first cell of each row.
  let firstCells: UnsafeMutablePointer<UInt32>
  /// The physical line of each row.
  let lines: UnsafeMutablePointer<UInt32>
  private let lastCell: Int
  private let lastRow: Int

  /// True where 64 more cells and rows fit.
  var hasRoom: Bool { cell <= lastCell && row <= lastRow }

  /// Calls `body` with a pen at the end of `table`, and keeps the whole rows that it wrote.
  @inline(__always)
  static func write<Result>(
    to table: inout RowTable, from position: Int, _ body: (inout RowPen) -> Result
  ) -> Result {
    let (cell, row, line) = (table.cellCount, table.rowCount, table.nextLine)
    let (result, end) = table.starts.withUnsafeMutableBufferPointer { starts in
      table.ends.withUnsafeMutableBufferPointer { ends in
        table.firstCells.withUnsafeMutableBufferPointer { firstCells in
          table.lines.withUnsafeMutableBufferPointer { lines in
            var pen = RowPen(
              cell: cell, row: row, line: line, position: position,
              starts, ends, firstCells, lines)
            let result = body(&pen)
            return (result, (pen.firstCell, pen.row, pen.line))
          }
        }
      }
    }
    (table.cellCount, table.rowCount, table.nextLine) = end
    return result
  }

  private init(
    cell: Int, row: Int, line: Int, position: Int,
    _ starts: UnsafeMutableBufferPointer<UInt32>, _ ends: UnsafeMutableBufferPointer<UInt32>,
    _ firstCells: UnsafeMutableBufferPointer<UInt32>, _ lines: UnsafeMutableBufferPointer<UInt32>
  ) {
    (self.cell, self.row, self.line) = (cell, row, line)
    (recordStart, cellStart, firstCell) = (position, position, cell)
    // A table always has room, so its arrays have addresses.
    self.starts = starts.baseAddress.unsafelyUnwrapped
    self.ends = ends.baseAddress.unsafelyUnwrapped
    self.firstCells = firstCells.baseAddress.unsafelyUnwrapped
    self.lines = lines.baseAddress.unsafelyUnwrapped
    lastCell = min(starts.count, ends.count) - 64
    lastRow = min(firstCells.count, lines.count) - 65
  }

  /// Ends a cell before the separator at `end`.
  @inline(__always)
  mutating func endCell(at end: Int) {
    starts[cell] = UInt32(truncatingIfNeeded: cellStart)
    ends[cell] = UInt32(truncatingIfNeeded: end)
    cellStart = end &+ 1
    cell &+= 1
  }

  /// Leaves out the first and the last byte of the last cell, its quotes.
  @inline(__always)
  mutating func trimQuotes() {
    starts[cell &- 1] &+= 1
    ends[cell &- 1] &-= 1
  }

  /// Ends a row whose record ends at `end`.
  @inline(__always)
  mutating func endRow(at end: Int) {
    lines[row] = UInt32(truncatingIfNeeded: line)
    line &+= 1
    row &+= 1
    firstCells[row] = UInt32(truncatingIfNeeded: cell)
    firstCell = cell
    recordStart = end &+ 1
  }
}
