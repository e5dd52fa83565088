import Tabular

/// Finds for every key of several fields the first record that has it.
struct KeyIndex {
  private var pairs = PairIndex()

  /// A record that has a key which an earlier record has.
  struct Repetition {
    var record: Int
    var first: Int
  }

  /// Notes the records of a batch.
  ///
  /// `before` are the groups of all key fields but the last, nil for
  /// a key of one field; `codes` are the codes of the last field.
  mutating func note(before: [UInt32]?, codes: [UInt32], firstRecord: Int) -> [Repetition] {
    var repetitions: [Repetition] = []
    for row in codes.indices {
      let record = firstRecord + row
      let group = before.map { $0[row] } ?? 0
      guard group != Groupings.none, codes[row] != 0 else { continue }
      let first = Int(pairs.insert(group, codes[row], value: UInt32(record)))
      if first != record { repetitions.append(Repetition(record: record, first: first)) }
    }
    return repetitions
  }

  /// True where a record has the key.
  func contains(before group: UInt32, code: UInt32) -> Bool {
    pairs.find(group, code) != PairIndex.none
  }
}
