/// The kept values of a sheet.
struct SheetValues {
  /// The kept cells of each column, in the order of their rows.
  private(set) var columns: [Int: [StoredCell]] = [:]
  /// What the large ranges add up to.
  private(set) var tallies: [CellRange: AreaTally] = [:]
  /// What is known of rows.
  private(set) var outlines: [Int: RowOutline] = [:]
  /// What stands over the columns.
  private(set) var heads = ColumnHeads()
  /// The first row of which cells were not kept, as there were too many.
  private(set) var cutRow = Int.max
  /// The number of kept cells.
  private(set) var count = 0

  private var plan: [Int: ColumnPlan] = [:]
  private var wideTallies: [CellRange] = []
  private var outlineRows: Set<Int>
  private let limit: Int

  /// What is needed of a column.
  private struct ColumnPlan {
    var spans: [ClosedRange<Int32>] = []
    var next = 0
    var tallies: [CellRange] = []

    /// True where the cell of `row` is kept; rows are asked for in their order.
    mutating func keeps(_ row: UInt32) -> Bool {
      while next < spans.count, UInt32(spans[next].upperBound) < row { next += 1 }
      return next < spans.count && UInt32(spans[next].lowerBound) <= row
    }
  }

  /// Values of what is needed, `limit` cells at the most.
  init(_ needed: NeededCells, limit: Int) {
    self.limit = limit
    outlineRows = needed.outlines
    for (column, spans) in needed.columns {
      var spans = spans
      plan[column] = ColumnPlan(spans: spans.ordered())
    }
    for range in needed.tallied {
      tallies[range] = AreaTally()
      if range.columns.count > NeededCells.widest {
        wideTallies.append(range)
      } else {
        for column in range.columns { plan[column, default: ColumnPlan()].tallies.append(range) }
      }
    }
  }

  /// Takes the cells of the next rows.
  mutating func take(_ block: CellBlock) {
    for cell in 0..<block.count {
      let (row, column) = (block.rows[cell], Int(block.columns[cell]))
      heads.take(block, cell)
      if outlineRows.contains(Int(row)) {
        outlines[Int(row), default: RowOutline()].take(block, cell)
      }
      let isKept = plan[column]?.keeps(row) == true
      let ranges = plan[column]?.tallies ?? []
      guard isKept || !ranges.isEmpty || !wideTallies.isEmpty else { continue }
      let stored = StoredCell(block, cell)
      for range in ranges where range.rows.contains(Int(row)) { tallies[range]?.add(stored) }
      for range in wideTallies where range.rows.contains(Int(row)) && range.columns.contains(column)
      {
        tallies[range]?.add(stored)
      }
      if isKept { keep(stored, column) }
    }
  }

  private mutating func keep(_ cell: StoredCell, _ column: Int) {
    guard count < limit else {
      cutRow = min(cutRow, Int(cell.row))
      return
    }
    count += 1
    columns[column, default: []].append(cell)
  }

  /// The cell at `position`; nil where it is blank, and nil where it was not kept, which `cutRow`
  /// tells.
  func cell(at position: CellPosition) -> StoredCell? {
    guard let cells = columns[position.column] else { return nil }
    let index = Self.index(cells, from: position.row)
    return index < cells.count && Int(cells[index].row) == position.row ? cells[index] : nil
  }

  /// The kept cells of a column in `rows`.
  func cells(column: Int, rows: ClosedRange<Int>) -> ArraySlice<StoredCell> {
    guard let cells = columns[column] else { return [] }
    let start = Self.index(cells, from: rows.lowerBound)
    return cells[start..<max(start, Self.index(cells, from: rows.upperBound + 1))]
  }

  /// The place of the first cell at or below `row`.
  private static func index(_ cells: [StoredCell], from row: Int) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
