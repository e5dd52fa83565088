/// Finds categories that differ only in blanks or in the case of letters.
///
/// Fields with more than `limit` texts are no categories and are not watched.
struct LikenessWatch {
  /// The most texts that a field of categories has.
  static let limit = 200

  /// Two texts that look alike; the later one with the row where it first stands.
  struct Pair {
    var earlier: String
    var later: String
    var row: Int

    /// True where they have the same letters in the same case.
    var differsInBlanks: Bool {
      earlier.filter { !$0.isWhitespace } == later.filter { !$0.isWhitespace }
    }
  }

  /// False once the field turned out to have too many texts.
  private(set) var isWatching = true
  /// Pairs found since the last look.
  var pairs: [Pair] = []
  private var byKey: [String: String] = [:]

  /// Looks at the texts of `pool` from code `first` on, met in `codes`, the last of a batch.
  mutating func see(pool: TextPool, from first: Int, codes: ArraySlice<UInt32>, base: Int) {
    guard pool.count <= Self.limit else {
      isWatching = false
      byKey = [:]
      pairs = []
      return
    }
    for code in UInt32(first)..<UInt32(pool.count) {
      let text = pool[code]
      let key = text.lowercased().filter { !$0.isWhitespace }
      if let earlier = byKey[key] {
        let row = codes.firstIndex(of: code).map { $0 - codes.startIndex + base } ?? base
        pairs.append(Pair(earlier: earlier, later: text, row: row))
      } else {
        byKey[key] = text
      }
    }
  }
}
