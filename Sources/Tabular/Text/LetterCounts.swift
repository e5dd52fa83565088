/// How often the letters of a text occur, to tell at once that two texts can't be near.
struct LetterCounts: Sendable {
  private var counts = SIMD32<UInt8>()

  /// Counts the scalars of a text; some letters share a count.
  init(_ scalars: [UInt32]) {
    for scalar in scalars where counts[Int(scalar & 31)] < .max { counts[Int(scalar & 31)] += 1 }
  }

  /// At most the number of insertions, deletions and twice the replacements between two texts.
  func difference(from other: LetterCounts) -> Int {
    let larger = pointwiseMax(counts, other.counts)
    let gap = larger &- pointwiseMin(counts, other.counts)
    return Int(SIMD32<UInt16>(truncatingIfNeeded: gap).wrappedSum())
  }
}
