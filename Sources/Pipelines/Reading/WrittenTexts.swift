import Tabular

/// What was written in cells whose text was normalised, by record and field.
struct WrittenTexts: Sendable {
  private var texts: [Int: [Int: String]] = [:]

  /// Nothing.
  init() {}

  /// True where no text was normalised.
  var isEmpty: Bool { texts.isEmpty }

  /// Keeps what was written in the cell of a record (from 1) and field (its position).
  mutating func keep(_ raw: String, record: Int, field: Int) {
    texts[record, default: [:]][field] = raw
  }

  /// What was written in a cell; nil where that is what stands there now.
  subscript(record: Int, field: Int) -> String? { texts[record]?[field] }

  /// The batch with what was written, where that differs from what stands there now.
  func restored(in batch: Batch) -> Batch {
    guard !texts.isEmpty else { return batch }
    var batch = batch
    for field in batch.columns.indices {
      var exceptions = RawTexts()
      for row in 0..<batch.count {
        let raw = self[batch.firstRecord + row, field] ?? batch.columns[field].exceptions[row]
        if let raw { exceptions.append(Array(raw.utf8), row: row) }
      }
      batch.columns[field].exceptions = exceptions
    }
    return batch
  }
}
