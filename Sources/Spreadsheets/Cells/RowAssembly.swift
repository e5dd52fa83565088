import Tabular

/// Puts the cells of blocks together to rows, with blank rows and merged ranges.
struct RowAssembly {
  /// The most cells of a block of rows, more or less: rows are not divided.
  private static let roomyBlock = 1 << 17

  /// The rows behind the last filled one that are delivered only because merged ranges reach into
  /// them: whole columns are merged by a click on their letter.
  private static let mergedRows = 1_024

  /// The last row with content of its own.
  var lastFilledRow = 0
  /// Cells with content of their own.
  var filledCells = 0
  /// Cells that hold the value of a merged range.
  var mergedCells = 0
  /// True where all rows that are wanted were delivered.
  private(set) var isPastRange = false

  /// The first row that is wanted.
  let firstRow: Int
  /// The first column that is wanted, from 0.
  let firstColumn: Int
  /// The last column that is wanted, from 0.
  let lastColumn: Int
  let cellLimit: Int
  var pen: CellPen
  var merges = OpenMerges()
  var rows = RowBlock()
  /// The number of the first cell of the row at hand.
  private(set) var rowStart = 0
  /// The next cell of the block.
  var cell = 0
  /// The next row of the sheet.
  private(set) var nextRow: Int
  /// The rightmost cell of the rows so far in which merged ranges begin.
  var widestColumn = 0
  private let lastRow: Int

  init(range: SheetRange, pen: CellPen, cellLimit: Int) {
    self.pen = pen
    self.cellLimit = cellLimit
    firstRow = range.rows?.lowerBound ?? 1
    lastRow = range.rows?.upperBound ?? SheetRange.lastRow
    firstColumn = range.columns?.lowerBound ?? 0
    lastColumn = range.columns?.upperBound ?? SheetRange.lastColumn
    nextRow = firstRow
  }

  /// Turns to a new block of cells.
  mutating func begin(_ block: CellBlock, styles: [CellStyle]) {
    cell = 0
    pen.begin(block, styles: styles)
    rows.starts.reserveCapacity(block.count)
    rows.ends.reserveCapacity(block.count)
    rows.marks.reserveCapacity(block.count)
    merges.expect(block.merges)
  }

  /// True where cells of the block are left.
  func hasMore(of block: CellBlock) -> Bool { cell < block.count && !isPastRange }

  /// The last row that merged ranges reach into and that is delivered because of them.
  var lastMergedRow: Int {
    min(
      merges.lastRow(from: nextRow, within: lastRow),
      max(lastFilledRow, firstRow - 1) + Self.mergedRows)
  }

  /// True where merged ranges reach into rows that were not delivered.
  var hasOpenRows: Bool { lastMergedRow >= nextRow }

  /// The next rows of the block, nil where it has none that are wanted.
  mutating func assemble(_ block: CellBlock) throws(SpreadsheetError) -> RowBlock? {
    while hasMore(of: block), rows.starts.count < Self.roomyBlock, rows.lines.count < 1 << 16 {
      let row = Int(block.rows[cell])
      if row > lastRow {
        isPastRange = true
        break
      }
      var end = cell &+ 1
      while end < block.count, Int(block.rows[end]) == row { end &+= 1 }
      try add(cell..<end, row: row, of: block)
    }
    return take(block.bytes)
  }

  /// Rows behind the last that has cells, where merged ranges reach into them.
  mutating func finish() throws(SpreadsheetError) -> RowBlock? {
    pen.begin(CellBlock(), styles: [])
    while hasOpenRows, rows.starts.count < Self.roomyBlock { try addMergedRow(nextRow) }
    return take([])
  }

  private mutating func take(_ text: [UInt8]) -> RowBlock? {
    defer {
      rows = RowBlock()
      pen.turnPage()
      merges.turnPage()
    }
    guard rows.rowCount > 0 else { return nil }
    rows.firstColumn = firstColumn
    rows.bytes = text
    rows.bytes.append(contentsOf: pen.written)
    return rows
  }

  /// Begins a row without cells.
  mutating func beginRow() { rowStart = rows.starts.count }

  /// Puts a cell into the row at hand, at its place from 0.
  @inline(__always)
  mutating func put(_ shown: ShownCell, at position: Int) {
    let number = rowStart &+ position
    while rows.starts.count < number { append(.blank) }
    guard number < rows.starts.count else {
      append(shown)
      if shown.hasStored { rows.stored.set(pen.stored, of: UInt32(number)) }
      return
    }
    rows.starts[number] = shown.start
    rows.ends[number] = shown.end
    rows.marks[number] = shown.marks
    if shown.hasStored {
      rows.stored.set(pen.stored, of: UInt32(number))
    } else {
      rows.stored[UInt32(number)] = nil
    }
  }

  @inline(__always)
  private mutating func append(_ shown: ShownCell) {
    rows.starts.append(shown.start)
    rows.ends.append(shown.end)
    rows.marks.append(shown.marks)
  }

  /// Ends the row at hand: the row of the sheet, and how many blank ones it stands for.
  mutating func endRow(_ row: Int, count: Int = 1) {
    rows.firstCells.append(UInt32(rows.starts.count))
    if count != 1 || !rows.lineCounts.isEmpty {
      while rows.lineCounts.count < rows.lines.count { rows.lineCounts.append(1) }
      rows.lineCounts.append(UInt32(count))
    }
    rows.lines.append(UInt32(row))
    nextRow = max(nextRow, row + count)
    merges.close(above: nextRow)
  }
}
