import Numerals
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("kode", "kode", 0), ("jumlha", "jumlah", 1), ("persn", "persen", 1),
    ("1.0548.04", "1.054.804", 1), ("12..821.200", "12.821.200", 1), ("olah raga", "olahraga", 1),
    ("laki", "perempuan", 9),
  ])
  func countsSlips(_ left: String, _ right: String, _ expected: Int) {
    #expect(EditDistance.between(left, right) == expected)
    #expect(EditDistance.between(right, left) == expected)
    #expect(EditDistance.between(left, right, limit: 2) == min(expected, 3))
  }

  /// The distance by its definition, without remembering anything.
  private func slow(_ left: [UInt32], _ right: [UInt32]) -> Int {
    guard let first = left.last, let other = right.last else { return left.count + right.count }
    let (shorter, narrower) = (Array(left.dropLast()), Array(right.dropLast()))
    var best = min(
      slow(shorter, right) + 1, slow(left, narrower) + 1,
      slow(shorter, narrower) + (first == other ? 0 : 1))
    if left.count > 1, right.count > 1, left[left.count - 2] == other,
      right[right.count - 2] == first
    {
      best = min(best, slow(Array(left.dropLast(2)), Array(right.dropLast(2))) + 1)
    }
    return best
  }

  @Test(arguments: [1, 2, 3]) func agreesWithTheDefinition(seed: UInt64) {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<60 {
      let words = (0..<2).map { _ in (0..<next(6)).map { _ in UInt32(next(3)) } }
      let (limit, expected) = (Int(next(4)), slow(words[0], words[1]))
      #expect(EditDistance.between(words[0], words[1]) == expected, "seed \(seed) \(words)")
      #expect(
        EditDistance.between(words[0], words[1], limit: limit) == min(expected, limit + 1),
        "seed \(seed) \(words) \(limit)")
    }
  }
}
