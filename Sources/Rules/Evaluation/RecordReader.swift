import Tabular

/// Fetches single records of the tables, keeping the last batch of each at hand, and those records
/// that were pinned while a batch passed by.
final class RecordReader {
  private let tables: [Table?]
  private var held: [Int: Batch] = [:]
  private var pinned: [Int: [Int: Batch]] = [:]

  /// A reader of `tables`, by their number in the plan.
  init(tables: [Table?]) { self.tables = tables }

  func table(_ number: Int) -> Table? { tables[number] }

  /// Keeps a record of a table of several batches at hand, as a batch of its own.
  func pin(_ row: Int, of batch: Batch, table: Int) {
    let record = batch.firstRecord + row
    guard tables[table]?.batches.count ?? 0 > 1, pinned[table]?[record] == nil else { return }
    pinned[table, default: [:]][record] = batch.keeping(rows: [row], firstRecord: record)
  }

  /// The batch that holds a record (from 1) and its row there; nil where there is none.
  func find(record: Int, of table: Int) throws(TabularError) -> (batch: Batch, row: Int)? {
    if let batch = pinned[table]?[record] { return (batch, 0) }
    if let batch = held[table], record >= batch.firstRecord,
      record < batch.firstRecord + batch.count
    {
      return (batch, record - batch.firstRecord)
    }
    guard let found = try tables[table]?.batches.find(record: record) else { return nil }
    held[table] = found.batch
    return found
  }
}
