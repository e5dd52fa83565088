/// How often the letters of a text occur, to tell at once that two texts can't be near.
struct LetterCounts: Sendable {
  /// A bit for each letter that occurs once, and in the upper half twice, or more often.
  private var few: UInt64 = 0
  /// The same for three times and for five.
  private var many: UInt64 = 0

  /// Counts the scalars of a text; some letters share a count.
  init(_ scalars: [UInt32]) {
    var counts = [Int](repeating: 0, count: 32)
    for scalar in scalars { counts[Int(scalar & 31)] += 1 }
    for (letter, count) in counts.enumerated() {
      if count >= 1 { few |= 1 << UInt64(letter) }
      if count >= 2 { few |= 1 << UInt64(letter + 32) }
      if count >= 3 { many |= 1 << UInt64(letter) }
      if count >= 5 { many |= 1 << UInt64(letter + 32) }
    }
  }

  /// At most the number of insertions, deletions and twice the replacements between two texts.
  func difference(from other: LetterCounts) -> Int {
    (few ^ other.few).nonzeroBitCount + (many ^ other.many).nonzeroBitCount
  }
}
