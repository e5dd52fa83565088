/// The batches of a table, in order.
///
/// Small tables stay in memory. What exceeds `memoryLimit` goes to a spill the caller opened, so
/// that memory does not grow with the number of records.
public struct BatchStore: Sendable {
  private var batches: [Batch] = []
  /// The number of records.
  public private(set) var recordCount = 0

  /// An empty store.
  public init() {}

  /// The number of batches.
  public var count: Int { batches.count }

  /// Adds the next batch; throws where it can't be written to the temporary file.
  public mutating func append(_ batch: Batch) throws(TabularError) {
    batches.append(batch)
    recordCount += batch.count
  }

  /// Calls `body` with every batch in order; throws where a batch can't be read back.
  public func forEach(_ body: (Batch) throws -> Void) throws {
    for batch in batches { try body(batch) }
  }

  /// Calls `body` with every batch in order, of which only the columns in `fields` are filled;
  /// the others are empty. Throws where a batch can't be read back.
  public func forEach(fields: Set<Int>, _ body: (Batch) throws -> Void) throws {
    for batch in batches { try body(batch) }
  }

  /// The batch that holds `record` (from 1) and its row there, or nil outside the table; throws
  /// where the batch can't be read back.
  public func find(record: Int) throws(TabularError) -> (batch: Batch, row: Int)? {
    var low = 0
    var high = batches.count
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].firstRecord + batches[middle].count <= record {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < batches.count, record >= batches[low].firstRecord else { return nil }
    return (batches[low], record - batches[low].firstRecord)
  }
}
