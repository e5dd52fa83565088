/// Cells by table and record.
struct CellSet: Sendable {
  private var fields: [Int: [Int: Set<Int>]] = [:]

  /// The tables that hold some, rising.
  var tables: [Int] { fields.keys.sorted() }

  /// The records of a table with some of their fields.
  func records(of table: Int) -> [Int: Set<Int>] { fields[table] ?? [:] }

  /// True where a cell is one of them.
  func contains(table: Int, record: Int, field: Int) -> Bool {
    fields[table]?[record]?.contains(field) ?? false
  }

  mutating func insert(table: Int, record: Int, field: Int) {
    fields[table, default: [:]][record, default: []].insert(field)
  }

  mutating func insert(_ cell: Draft.CellReference) {
    insert(table: cell.table, record: cell.record, field: cell.field)
  }
}
