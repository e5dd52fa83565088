import Testing

@testable import Pipelines

@Suite struct NearestWordsTests {
  @Test(arguments: [
    ("titel", ["title", "period"], ["title"]), ("jumlha", ["jumlah", "jenis"], ["jumlah"]),
    ("x", ["title"], []), ("Kode", ["kode"], ["kode"]), ("kode", ["kode"], []),
    ("persn", ["persen", "person", "jumlah"], ["persen", "person"]),
  ])
  func findsWhatWasMeant(_ word: String, _ known: [String], _ expected: [String]) {
    #expect(NearestWords.to(word, among: known) == expected)
  }

  /// The distance by its definition, without remembering anything.
  private func slow(_ left: [Character], _ right: [Character]) -> Int {
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
      let words = (0..<2).map { _ in
        (0..<next(6)).map { _ in Character(["a", "b", "c"][Int(next(3))]) }
      }
      #expect(
        NearestWords.distance(words[0], words[1]) == slow(words[0], words[1]),
        "seed \(seed) \(words)")
    }
  }
}
