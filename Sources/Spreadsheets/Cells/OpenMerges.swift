import Tabular

/// The merged ranges that reach into the rows at hand, with the values that stand in them.
struct OpenMerges {
  /// A merged range whose first row was met.
  struct Open {
    /// The columns, from 0.
    var columns: ClosedRange<Int>
    /// The rows, from 1.
    var rows: ClosedRange<Int>
    /// What stands in it, where it was written for the rows at hand.
    var place: ShownCell?
    /// What stands in it.
    let text: [UInt8]
    /// What the value is.
    let marks: CellMarks
    /// Its digits as stored, where it shows others.
    let stored: String?
    /// The steps by which it is indented.
    let indent: UInt8
  }

  /// The columns of a merged range wider than this are taken only as far as cells reach: whole rows
  /// are merged by a click on their number.
  static let widest = 1_024

  private(set) var open: [Open] = []
  /// Ranges whose first row was not met yet, by their first row.
  private var pending: [CellRange] = []
  private var firstPending = 0
  /// Cells that hold something and lie under a range.
  var covered = 0

  /// Adds ranges that begin in rows to come.
  mutating func expect(_ ranges: [CellRange]) {
    let large = ranges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    guard !large.isEmpty else { return }
    pending = (pending[firstPending...] + large).sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    firstPending = 0
  }

  /// The ranges that begin in a row; those that begin above it are given up: nothing stands there.
  mutating func beginning(in row: Int) -> ArraySlice<CellRange> {
    while firstPending < pending.count, pending[firstPending].rows.lowerBound < row {
      firstPending += 1
    }
    let first = firstPending
    while firstPending < pending.count, pending[firstPending].rows.lowerBound == row {
      firstPending += 1
    }
    return pending[first..<firstPending]
  }

  /// True where no range begins in the row or reaches into it.
  func areQuiet(in row: Int) -> Bool {
    open.isEmpty && (firstPending == pending.count || pending[firstPending].rows.lowerBound > row)
  }

  /// Opens a range.
  mutating func add(_ range: Open) { open.append(range) }

  /// Forgets the ranges that end above a row.
  mutating func close(above row: Int) {
    if !open.isEmpty { open.removeAll { $0.rows.upperBound < row } }
  }

  /// The last row that ranges reach into, from `row` on; less than `row` where there is none.
  func lastRow(from row: Int, within last: Int) -> Int {
    min(last, open.reduce(row - 1) { max($0, $1.rows.upperBound) })
  }

  /// Remembers where the value of a range was written for the rows at hand.
  mutating func place(_ index: Int, at shown: ShownCell) { open[index].place = shown }

  /// Forgets where values were written: the next rows hold their own text.
  mutating func turnPage() {
    for index in open.indices { open[index].place = nil }
  }
}
