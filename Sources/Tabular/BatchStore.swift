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

  /// Adds the next batch.
  public mutating func append(_ batch: Batch) {
    batches.append(batch)
    recordCount += batch.count
  }

  /// Calls `body` with every batch in order.
  public func forEach(_ body: (Batch) throws -> Void) rethrows {
    for batch in batches { try body(batch) }
  }

  /// The batch that holds `record` (from 1) and its row there, or nil outside the table.
  public func find(record: Int) -> (batch: Batch, row: Int)? {
    var low = 0
    var high = batches.count
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].firstRecord + batches[middle].count <= record { low = middle + 1 } else { high = middle }
    }
    guard low < batches.count, record >= batches[low].firstRecord else { return nil }
    return (batches[low], record - batches[low].firstRecord)
  }
}
