import Tabular

/// Fetches single records of the tables, keeping the last batch of each at hand.
final class RecordReader {
  private let tables: [Table?]
  private var held: [Int: Batch] = [:]

  /// A reader of `tables`, by their number in the plan.
  init(tables: [Table?]) { self.tables = tables }

  func table(_ number: Int) -> Table? { tables[number] }

  /// The batch that holds a record (from 1) and its row there; nil where there is none.
  func find(record: Int, of table: Int) throws(TabularError) -> (batch: Batch, row: Int)? {
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
