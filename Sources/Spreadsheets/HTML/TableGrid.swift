/// Which columns of a table are taken by cells that span several rows.
struct TableGrid {
  /// The most columns that a table may have.
  static let widest = 65_536

  /// The row that is filled, from 0; -1 before the first.
  private(set) var row = -1
  /// The column, from 0, at which the next cell of the row is looked for.
  private(set) var column = 0
  /// The rows before the end of each part of the table.
  private let groupEnds: [Int]
  private var group = 0
  /// The row, from 0, from which on each column is free.
  private var freeFrom: [Int] = []

  /// A grid whose parts end after so many rows.
  init(groupEnds: [Int]) { self.groupEnds = groupEnds }

  /// Goes to the next row.
  mutating func beginRow() {
    row += 1
    column = 0
    while group < groupEnds.count, groupEnds[group] <= row { group += 1 }
  }

  /// The columns and the number of rows that the next cell takes; nil where there are too many
  /// columns.
  mutating func place(width: Int, height: Int) -> (columns: ClosedRange<Int>, height: Int)? {
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    let first = column
    guard first + width <= Self.widest else { return nil }
    let left = group < groupEnds.count ? groupEnds[group] - row : 1
    let rows = max(1, height == 0 ? left : min(height, left))
    column += width
    if rows > 1 {
      while freeFrom.count < column { freeFrom.append(0) }
      for taken in first..<column { freeFrom[taken] = row + rows }
    }
    return (first...(column - 1), rows)
  }
}
