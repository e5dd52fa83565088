import Testing

@testable import Rules

@Suite("Numbers for pairs")
struct PairIndexTests {
  @Test("A dictionary gives the same numbers", arguments: [UInt64(1), 2, 3, 4])
  func likeDictionary(seed: UInt64) {
    var state = seed
    func random(_ limit: UInt64) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32((state >> 33) % limit)
    }
    // Dense, widening, tall and sparse; the last turns the matrix into a table.
    for (rows, columns) in [(50, 5), (5, 3000), (40_000, 3), (1 << 30, 1 << 30)]
      as [(UInt64, UInt64)]
    {
      var index = PairIndex()
      var reference: [UInt64: UInt32] = [:]
      for _ in 0..<30_000 {
        let (first, second) = (random(rows), random(columns))
        let key = UInt64(first) << 32 | UInt64(second)
        let expected = reference[key] ?? UInt32(reference.count)
        reference[key] = expected
        #expect(index.number(first, second) == expected)
      }
      #expect(index.count == reference.count)
      for (key, value) in reference {
        #expect(index.find(UInt32(key >> 32), UInt32(key & 0xffff_ffff)) == value)
      }
      #expect(index.find(4_000_000_000, 7) == PairIndex.none)
    }
  }
}

@Suite("Sets of pairs")
struct PairSetTests {
  @Test("A set of the standard library holds the same", arguments: [UInt64(1), 2, 3])
  func likeSet(seed: UInt64) {
    var state = seed
    func random(_ limit: UInt64) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32((state >> 33) % limit)
    }
    for (rows, columns) in [(50, 5), (1, 90_000), (40_000, 200), (1 << 30, 1 << 30)]
      as [(UInt64, UInt64)]
    {
      var set = PairSet()
      var reference: Set<UInt64> = []
      for _ in 0..<30_000 {
        let (first, second) = (random(rows), random(columns))
        let isNew = reference.insert(UInt64(first) << 32 | UInt64(second)).inserted
        #expect(set.insert(first, second) == isNew)
      }
      #expect(set.count == reference.count)
      #expect(reference.allSatisfy { set.contains(UInt32($0 >> 32), UInt32($0 & 0xffff_ffff)) })
      #expect(!set.contains(4_000_000_000, 7))
    }
  }
}
