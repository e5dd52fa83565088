import Tabular

/// The cells and rows of a block while it is filled.
struct RowTable {
  /// Where each cell begins; longer than `cellCount`.
  var starts: [UInt32]
  /// Where each cell ends; longer than `cellCount`.
  var ends: [UInt32]
  /// The first cell of each row and one more; longer than `rowCount`.
  var firstCells: [UInt32]
  /// The first physical line of each row; longer than `rowCount`.
  var lines: [UInt32]
  /// The number of cells in use.
  var cellCount = 0
  /// The number of rows in use.
  var rowCount = 0
  /// The physical line of the next row.
  var nextLine: Int
  /// The rows of more than one physical line.
  private var long: [(row: Int, lines: Int)] = []

  /// An empty table with room for so many cells and rows.
  init(cells: Int, rows: Int, nextLine: Int) {
    starts = Self.room(cells)
    ends = Self.room(cells)
    firstCells = Self.room(rows)
    lines = Self.room(rows)
    firstCells[0] = 0
    self.nextLine = nextLine
  }

  /// Numbers that are written before they are read.
  private static func room(_ count: Int) -> [UInt32] {
    Array(unsafeUninitializedCapacity: count) { $1 = count }
  }

  /// Makes room for at least `cells` and `rows` more.
  mutating func reserve(cells: Int, rows: Int) {
    while cellCount + cells > starts.count || rowCount + rows + 1 > lines.count { grow() }
  }

  /// Doubles the room.
  mutating func grow() {
    starts += Self.room(starts.count)
    ends += Self.room(ends.count)
    firstCells += Self.room(firstCells.count)
    lines += Self.room(lines.count)
  }

  /// Adds a row with the cells of `collector`, which spans `lineCount` physical lines.
  mutating func append(_ collector: CellCollector, lineCount: Int) {
    reserve(cells: collector.count, rows: 1)
    for index in 0..<collector.count {
      starts[cellCount + index] = collector.starts[index]
      ends[cellCount + index] = collector.ends[index]
    }
    cellCount += collector.count
    lines[rowCount] = UInt32(truncatingIfNeeded: nextLine)
    if lineCount != 1 { long.append((rowCount, lineCount)) }
    rowCount += 1
    firstCells[rowCount] = UInt32(truncatingIfNeeded: cellCount)
    nextLine += lineCount
  }

  /// The finished block over `bytes`.
  consuming func block(_ bytes: consuming [UInt8]) -> RowBlock {
    var block = RowBlock()
    block.bytes = bytes
    starts.removeLast(starts.count - cellCount)
    ends.removeLast(ends.count - cellCount)
    firstCells.removeLast(firstCells.count - rowCount - 1)
    lines.removeLast(lines.count - rowCount)
    block.starts = starts
    block.ends = ends
    block.firstCells = firstCells
    block.lines = lines
    if !long.isEmpty {
      block.lineCounts = [UInt32](repeating: 1, count: rowCount)
      for (row, lines) in long { block.lineCounts[row] = UInt32(truncatingIfNeeded: lines) }
    }
    return block
  }
}
