import Diagnosis
import Tabular

/// Which rows and columns of which sources show a cause.
struct ExcerptPlan {
  /// A source: a text file, or a sheet of a workbook.
  struct Source: Hashable, Comparable {
    var resource: String
    var sheet: String?

    static func < (left: Source, right: Source) -> Bool {
      (left.resource, left.sheet ?? "") < (right.resource, right.sheet ?? "")
    }
  }

  /// A cell of a source that the cause or its findings name.
  struct Point: Hashable {
    /// The physical line or the row of the sheet, from 1.
    var row: Int
    /// The column, from 1; nil where the place names none.
    var column: Int?
    var raw: String
    var label: String?
  }

  /// The most rows of an excerpt, and the most columns.
  static let rowLimit = 14
  static let columnLimit = 12
  /// How many rows before and after a wrong cell are shown.
  private static let reach = 2

  /// The cells by source, those of the cause's own cells first.
  private(set) var sources: [(source: Source, points: [Point])] = []

  init(_ cause: Cause, findings: [Finding]) {
    for cell in cause.explanation.cells { add(cell.location, cell.raw) }
    for cell in cause.explanation.evidence { add(cell.location, cell.raw) }
    for finding in findings {
      for cell in finding.cells where cell.role != .part { add(cell.location, cell.raw) }
    }
    for finding in findings {
      for cell in finding.cells where cell.role == .part { add(cell.location, cell.raw) }
    }
  }

  private mutating func add(_ location: Location, _ raw: String) {
    let row = location.line ?? location.cell.map(SheetAddress.row(of:)) ?? 0
    guard row > 0 else { return }
    let column = location.column ?? location.cell.map { SheetAddress.column(of: $0) + 1 }
    let source = Source(resource: location.resource, sheet: location.sheet)
    let point = Point(row: row, column: column, raw: raw, label: location.label)
    if let known = sources.firstIndex(where: { $0.source == source }) {
      if !sources[known].points.contains(point) { sources[known].points.append(point) }
    } else {
      sources.append((source, [point]))
    }
  }

  /// The rows that are shown for some cells, rising: theirs first, then their neighbours.
  static func rows(_ points: [Point]) -> [Int] {
    var rows: [Int] = []
    func add(_ row: Int) {
      if row > 0, rows.count < rowLimit, !rows.contains(row) { rows.append(row) }
    }
    if let first = points.first { add(first.row) }
    for distance in 1...reach {
      guard let first = points.first else { break }
      add(first.row - distance)
      add(first.row + distance)
    }
    for point in points { add(point.row) }
    return rows.sorted()
  }

  /// The columns that are shown, rising: the first ones, which name the rows, those of the cells and
  /// their neighbours.
  static func columns(_ points: [Point], width: Int) -> [Int] {
    guard width > columnLimit else { return Array(1...max(1, width)) }
    var columns: [Int] = []
    func add(_ column: Int) {
      if column > 0, column <= width, columns.count < columnLimit, !columns.contains(column) {
        columns.append(column)
      }
    }
    let own = points.compactMap(\.column)
    [1, 2].forEach(add)
    own.forEach(add)
    own.forEach { add($0 - 1) }
    own.forEach { add($0 + 1) }
    return columns.sorted()
  }
}
