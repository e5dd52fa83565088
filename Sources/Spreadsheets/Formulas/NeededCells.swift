/// The cells of a sheet whose values are needed to judge formulas.
struct NeededCells {
  /// Ranges longer or wider than this are added up while the sheet is read, and not kept.
  static let longest = 10_000
  /// See `longest`.
  static let widest = 200
  /// The most ranges that are added up while a sheet is read.
  static let mostTallies = 512

  /// The rows that are needed of each column.
  private(set) var columns: [Int: RowSpans] = [:]
  /// The ranges of which only what they add up to is needed.
  private(set) var tallied: Set<CellRange> = []
  /// The rows of which is needed what they are called.
  var outlines: Set<Int> = []

  /// True where a range is too large to be kept.
  static func isLarge(_ range: CellRange) -> Bool {
    range.rows.count > longest || range.columns.count > widest
  }

  /// Needs what a formula refers to.
  mutating func add(_ range: CellRange) {
    guard Self.isLarge(range) else { return keep(range) }
    guard tallied.count < Self.mostTallies else { return }
    tallied.insert(range)
  }

  /// Needs these cells, which must be few.
  mutating func keep(_ range: CellRange) {
    for column in range.columns { columns[column, default: RowSpans()].add(range.rows) }
  }

  /// Needs the cells of `rows` in a column, as far as a sheet has such rows.
  mutating func keep(column: Int, rows: ClosedRange<Int>) {
    guard CellPosition.columns.contains(column), rows.overlaps(CellPosition.rows) else { return }
    columns[column, default: RowSpans()].add(rows.clamped(to: CellPosition.rows))
  }

  /// Needs one cell.
  mutating func keep(_ position: CellPosition) {
    keep(column: position.column, rows: position.row...position.row)
  }

  /// The last row of which anything is needed.
  var lastRow: Int {
    let kept = columns.values.map(\.lastRow).max() ?? 0
    return max(kept, tallied.map(\.rows.upperBound).max() ?? 0, outlines.max() ?? 0)
  }
}

/// Rows of a column.
struct RowSpans {
  private var spans: [ClosedRange<Int32>] = []
  private var isOrdered = true

  /// The last row.
  var lastRow: Int { Int(spans.map(\.upperBound).max() ?? 0) }

  /// Adds rows.
  mutating func add(_ rows: ClosedRange<Int>) {
    let added = Int32(clamping: rows.lowerBound)...Int32(clamping: rows.upperBound)
    guard let last = spans.last else { return spans.append(added) }
    if added.lowerBound >= last.lowerBound, added.lowerBound <= last.upperBound + 1 {
      spans[spans.count - 1] = last.lowerBound...max(last.upperBound, added.upperBound)
    } else {
      isOrdered = isOrdered && added.lowerBound > last.upperBound
      spans.append(added)
      if spans.count & 0xFFFF == 0 { order() }
    }
  }

  /// The rows in order, touching ones joined.
  mutating func ordered() -> [ClosedRange<Int32>] {
    order()
    return spans
  }

  private mutating func order() {
    guard !isOrdered else { return }
    var joined: [ClosedRange<Int32>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, span.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    spans = joined
    isOrdered = true
  }
}
