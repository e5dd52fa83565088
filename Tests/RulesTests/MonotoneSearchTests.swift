import Numerals
import Testing

@testable import Rules

/// The search against trying every set.
@Suite("The smallest sets that break a series")
struct MonotoneSearchTests {
  @Test("The search finds what trying every set finds", arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func bruteForce(seed: UInt64) {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    for _ in 0..<400 {
      let items = (0..<(1 + random(8))).map { _ in
        let lower = random(8)
        return MonotoneSearch.Item(
          interval: Interval(
            Rational(Int128(lower)), Rational(Int128(lower + random(1 + random(4))))),
          isImplied: random(3) > 0)
      }
      let search = MonotoneSearch(items)
      let sets = Self.smallestSets(items)
      guard sets != [[]] else {
        #expect(search.holds)
        #expect(search.result() == nil)
        continue
      }
      guard let result = search.result() else {
        Issue.record("nothing found in \(items)")
        continue
      }
      let all = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
      let some = sets.reduce(Set<Int>()) { $0.union($1) }
      #expect(result.removals == sets[0].count)
      #expect(result.certain == all.sorted())
      #expect(result.tied == some.subtracting(all).sorted())
      let gone = Set(items.indices).subtracting(result.kept)
      #expect(sets.contains(gone))
      #expect(result.tied.first.map(gone.contains) ?? true)
      #expect(Self.holds(result.kept.map { items[$0].interval }, result.direction))
    }
  }

  /// The sets of the fewest values, and of those the fewest stated ones, without which values can
  /// be chosen one after the other.
  private static func smallestSets(_ items: [MonotoneSearch.Item]) -> [Set<Int>] {
    var best = (size: Int.max, stated: Int.max)
    var sets: [Set<Int>] = []
    for bits in 0..<(1 << items.count) {
      let gone = Set(items.indices.filter { bits >> $0 & 1 == 1 })
      let kept = items.indices.filter { !gone.contains($0) }.map { items[$0].interval }
      guard MonotoneSearch.Direction.allCases.contains(where: { holds(kept, $0) }) else { continue }
      let found = (size: gone.count, stated: gone.count { !items[$0].isImplied })
      if found < best { (best, sets) = (found, []) }
      if found == best { sets.append(gone) }
    }
    return sets
  }

  /// Chooses the lowest value that is not below the one before, again and again.
  private static func holds(
    _ intervals: [Interval], _ direction: MonotoneSearch.Direction
  ) -> Bool {
    var value: Rational?
    for interval in direction == .rising ? intervals : intervals.reversed() {
      let next = value.map { max($0, interval.lower) } ?? interval.lower
      if next > interval.upper { return false }
      value = next
    }
    return true
  }
}
