import Tabular

/// Tells which records repeat the key of an earlier one.
struct KeyIndex {
  private var keys = PairSet()

  /// Notes the records of a batch and returns those (by row) whose key an earlier record has.
  ///
  /// `before` are the groups of all key fields but the last, nil for a key of one field; `codes`
  /// are the codes of the last field. Records that lack a part of the key have none.
  mutating func note(before: [UInt32]?, codes: [UInt32]) -> [Int] {
    var repeated: [Int] = []
    for row in codes.indices {
      let group = before.map { $0[row] } ?? 0
      guard group != Groupings.none, codes[row] != 0 else { continue }
      if !keys.insert(group, codes[row]) { repeated.append(row) }
    }
    return repeated
  }

  /// True where a record has the key.
  func contains(before group: UInt32, code: UInt32) -> Bool { keys.contains(group, code) }
}
