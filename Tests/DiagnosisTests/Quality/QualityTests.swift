import Diagnosis
import Glibc
import Testing

/// Mistakes planted in correct tables, and how often the right cell and value are named.
///
/// `CERMAT_DIAGNOSIS_TRIALS` sets the trials of each kind and shape, `CERMAT_DIAGNOSIS_TABLES` how
/// many correct tables are tried, `CERMAT_DIAGNOSIS_SEED` the seed; `Tests/Benchmarks/diagnosis/run`
/// runs many and prints the table.
@Suite("Quality of the diagnosis") struct QualityTests {
  static let trials = setting("CERMAT_DIAGNOSIS_TRIALS") ?? 25
  static let seed = UInt64(setting("CERMAT_DIAGNOSIS_SEED") ?? 2023)

  private static func setting(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  /// What became of planted mistakes.
  struct Score {
    /// How many were planted.
    var trials = 0
    /// In how many all changed cells were named first by some cause.
    var first = 0
    /// In how many they had their right values there.
    var value = 0
    /// In how many they were named at all.
    var within = 0
    /// In how many the mistake was called by its name.
    var named = 0
    /// In how many some cause blamed a right cell before all others.
    var accused = 0
    /// In how many a cause was certain of a right cell or of a wrong value.
    var misled = 0

    mutating func add(_ other: Score) {
      trials += other.trials
      first += other.first
      value += other.value
      within += other.within
      named += other.named
      accused += other.accused
      misled += other.misled
    }

    func share(_ count: Int) -> Double { trials == 0 ? 0 : Double(count) / Double(trials) }

    /// The scores in per cent.
    var told: String {
      func percent(_ count: Int) -> String {
        let tenths = trials == 0 ? 0 : (count * 2_000 + trials) / (2 * trials)
        return "\(tenths / 10).\(tenths % 10)"
      }
      return "\(trials) trials, first \(percent(first)), value \(percent(value)), in the set"
        + " \(percent(within)), named \(percent(named)), a right cell first \(percent(accused)),"
        + " certain and wrong \(misled)"
    }
  }

  /// What becomes of changed cells, with what stands there.
  private func score(
    _ planted: [Int: Int128], _ kind: PlantedMistake? = nil, in table: TrialTable
  ) -> Score {
    var stated = table.values
    for (cell, value) in planted { stated[cell] = value }
    let causes = table.causes(stating: stated)
    func cells(_ explanation: Cause.Explanation) -> [Int: Int128?] {
      Dictionary(
        explanation.cells.compactMap { cell in
          table.number(of: cell).map { ($0, cell.value.flatMap(Self.mantissa)) }
        }
      ) { first, _ in first }
    }
    let firsts = causes.map { (cause: $0, cells: cells($0.explanation)) }
    let all = causes.flatMap { [$0.explanation] + $0.alternatives }.flatMap { cells($0).keys }
    var score = Score(trials: 1)
    let isFirst = planted.keys.allSatisfy { cell in firsts.contains { $0.cells[cell] != nil } }
    let isRight = planted.keys.allSatisfy { cell in
      firsts.contains { $0.cells[cell] == table.values[cell] }
    }
    score.first = isFirst ? 1 : 0
    score.value = isRight ? 1 : 0
    score.within = planted.keys.allSatisfy(all.contains) ? 1 : 0
    score.accused = firsts.contains { !$0.cells.keys.allSatisfy { planted[$0] != nil } } ? 1 : 0
    let misled = firsts.contains { cause, cells in
      cause.confidence == .certain
        && !cells.allSatisfy { planted[$0] != nil && $1 == table.values[$0] }
    }
    score.misled = misled ? 1 : 0
    if let kind, isFirst {
      let names = firsts.filter { planted.keys.contains(where: $0.cells.keys.contains) }
        .map(\.cause.explanation.mechanism)
      score.named = names.contains(where: kind.mechanisms.contains) ? 1 : 0
    }
    return score
  }

  private static func mantissa(_ value: String) -> Int128? { Int128(value.filter { $0 != "." }) }

  /// Plants mistakes of some kinds in tables of a shape and prints the scores.
  ///
  /// - Parameters:
  ///   - shape: The shape.
  ///   - kinds: The kinds.
  ///   - everywhere: Whether any figure may be changed, or only leaves.
  /// - Returns: The scores by kind.
  private func single(
    _ shape: TrialShape, _ kinds: [PlantedMistake], everywhere: Bool = false
  ) -> [PlantedMistake: Score] {
    var generator = RepeatableGenerator(seed: Self.seed)
    var scores: [PlantedMistake: Score] = [:]
    var sum = Score()
    for kind in kinds {
      var score = Score()
      for _ in 0..<(200 * Self.trials) where score.trials < Self.trials {
        let (table, leaves) = shape.table(&generator)
        let cells =
          everywhere ? table.values.indices.filter { !table.isPercent[$0] } : leaves
        guard let planted = kind.planted(in: table, leaves: cells, &generator) else { continue }
        score.add(self.score(planted, kind, in: table))
      }
      print("\(shape.rawValue), \(kind.rawValue): \(score.told)")
      #expect(score.trials == Self.trials, "\(kind.rawValue) can't be planted in \(shape.rawValue)")
      scores[kind] = score
      sum.add(score)
    }
    print("\(shape.rawValue), all, seed \(Self.seed): \(sum.told)")
    return scores
  }

  private func sum(_ scores: [PlantedMistake: Score]) -> Score {
    scores.values.reduce(into: Score()) { $0.add($1) }
  }

  /// The share of the mistakes that have a name which were called by it.
  private func named(_ scores: [PlantedMistake: Score]) -> Double {
    let named = sum(scores.filter { !$0.key.mechanisms.isEmpty })
    return named.share(named.named)
  }

  private static let inFigures = PlantedMistake.allCases.filter { $0.target == .figure }
    .filter { $0 != .stale }

  @Test("In two-way tables the right cell comes first, with the right value")
  func twoWayTables() {
    let scores = single(.twoWay, Self.inFigures + [.missing, .twice, .row], everywhere: true)
    let sum = sum(scores)
    #expect(sum.share(sum.first) >= 0.99)
    #expect(sum.share(sum.value) >= 0.99)
    #expect(sum.share(sum.accused) <= 0.01)
    #expect(sum.misled == 0)
    #expect(named(scores) >= 0.95)
  }

  @Test("Wrong leaves of hierarchies are in the set, and mostly first") func hierarchies() {
    let scores = single(
      .budget, Self.inFigures + [.missing, .twice, .row, .truncated, .stale, .wrongBase, .share])
    let sum = sum(scores)
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.8)
    #expect(sum.share(sum.misled) <= 0.01)
    #expect(named(scores) >= 0.9)
  }

  @Test("Leaves of which only the sum is known are always in the set") func bareHierarchies() {
    let sum = sum(single(.tree, Self.inFigures + [.missing, .twice]))
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.8)
    #expect(sum.share(sum.misled) <= 0.01)
  }

  @Test("Facts that stand twice settle which sum is wrong") func factsInTwoTables() {
    let sum = sum(single(.twice, Self.inFigures + [.missing, .twice]))
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.95)
    #expect(sum.misled == 0)
  }

  @Test("Printed shares tell a wrong figure from a wrong total") func sharesOfTotals() {
    let sum = sum(single(.shares, Self.inFigures + [.missing, .twice, .truncated, .share]))
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.8)
    #expect(sum.share(sum.misled) <= 0.01)
  }

  @Test("Two mistakes are both in the set", arguments: [TrialShape.twoWay, .budget])
  func twoMistakes(_ shape: TrialShape) {
    var generator = RepeatableGenerator(seed: Self.seed)
    let kinds = Self.inFigures + [.missing, .twice]
    var sum = Score()
    for _ in 0..<(200 * Self.trials) where sum.trials < 4 * Self.trials {
      let (table, leaves) = shape.table(&generator)
      var planted: [Int: Int128] = [:]
      for _ in 0..<2 {
        let kind = kinds.randomElement(using: &generator) ?? .random
        planted.merge(kind.planted(in: table, leaves: leaves, &generator) ?? [:]) { $1 }
      }
      guard planted.count == 2 else { continue }
      sum.add(score(planted, in: table))
    }
    print("two mistakes, \(shape.rawValue), seed \(Self.seed): \(sum.told)")
    #expect(sum.trials == 4 * Self.trials)
    #expect(sum.share(sum.within) >= 0.95)
    #expect(sum.share(sum.misled) <= 0.01)
  }

  @Test("Correct tables with honest rounding have no cause") func correctTables() {
    var generator = RepeatableGenerator(seed: Self.seed)
    let count = Self.setting("CERMAT_DIAGNOSIS_TABLES") ?? 20 * Self.trials
    var invented = 0
    for number in 0..<count {
      let shape = TrialShape.allCases[number % TrialShape.allCases.count]
      let table = shape.table(&generator).table
      let (system, findings) = table.judged(stating: table.values)
      if !findings.isEmpty || !table.causes(of: findings, system).isEmpty
        || !JointRounding.clashes(in: system, besides: []).isEmpty
      {
        invented += 1
      }
    }
    print("correct tables, seed \(Self.seed): \(count) tables, \(invented) with a cause")
    #expect(invented == 0)
  }

  @Test("Amounts of 16 digits are exact") func largeAmounts() {
    var table = TrialTable()
    let parts = [Int128(123_456_789_012_345), 999_999_999_999_999, 1].enumerated().map {
      table.add($1, record: $0 + 1, field: 0)
    }
    let total = table.add(
      parts.reduce(0) { $0 + table.values[$1] }, record: 9, field: 0)
    table.rules = [.sum(total: total, parts: parts)]
    var stated = table.values
    stated[total] += 1
    let causes = table.causes(stating: stated)
    #expect(causes.first?.explanation.cells.first?.value == "1123456789012345")
  }

  @Test("A million cells take a second at most in a release build", arguments: [1, 200])
  func millionCells(_ mistakes: Int) {
    var generator = RepeatableGenerator(seed: Self.seed)
    let isDebug = _isDebugAssertConfiguration()
    let side = isDebug ? 200 : 1_000
    let (table, leaves) = TrialShape.twoWay(rows: side, columns: side, &generator)
    var stated = table.values
    var planted: Set<Int> = []
    while planted.count < (isDebug ? min(mistakes, 40) : mistakes) {
      guard let cell = leaves.randomElement(using: &generator) else { break }
      if planted.insert(cell).inserted {
        stated[cell] += Int128(Int.random(in: 1...99_999, using: &generator))
      }
    }
    let (system, findings) = table.judged(stating: stated)
    var causes: [Cause] = []
    // The time of this thread: other programs may run beside it.
    let begin = secondsOfThread()
    causes = table.causes(of: findings, system)
    let time = secondsOfThread() - begin
    let first = Set(causes.compactMap { $0.explanation.cells.first.flatMap(table.number) })
    print(
      "cells: \(side * side), mistakes: \(planted.count), first: \(first.intersection(planted).count),"
        + " from findings to causes: \(time) s")
    #expect(Double(first.intersection(planted).count) >= 0.8 * Double(planted.count))
    #expect(time < (isDebug ? 60 : 1))
  }

  private func secondsOfThread() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
