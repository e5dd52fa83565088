import Diagnosis
import Glibc
import Testing

/// Mistakes planted in correct tables, and how often the right cell and value are named.
///
/// `CERMAT_DIAGNOSIS_TRIALS` sets the trials of each kind and shape, `CERMAT_DIAGNOSIS_SEED` the
/// seed; `Tests/Benchmarks/diagnosis/run` runs many and prints the table.
@Suite("Quality of the diagnosis") struct QualityTests {
  static let trials = setting("CERMAT_DIAGNOSIS_TRIALS") ?? 25
  static let seed = UInt64(setting("CERMAT_DIAGNOSIS_SEED") ?? 2023)

  private static func setting(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  struct Score {
    var trials = 0
    var first = 0
    var value = 0
    var within = 0
    mutating func add(_ other: Score) {
      trials += other.trials
      first += other.first
      value += other.value
      within += other.within
    }
    func share(_ count: Int) -> Double { trials == 0 ? 1 : Double(count) / Double(trials) }
  }

  /// What became of planted mistakes: the cells that were changed, with what stands there.
  private func score(
    _ planted: [Int: Int128], in table: TrialTable
  ) -> Score {
    var stated = table.values
    for (cell, value) in planted { stated[cell] = value }
    let causes = table.causes(stating: stated)
    let firsts = causes.compactMap(\.explanation.cells.first)
    let all = causes.flatMap { [$0.explanation] + $0.alternatives }.flatMap(\.cells)
    var score = Score(trials: 1)
    score.first =
      planted.keys.allSatisfy { cell in
        firsts.contains { table.number(of: $0) == cell }
      } ? 1 : 0
    score.value =
      planted.keys.allSatisfy { cell in
        firsts.contains { first in
          table.number(of: first) == cell
            && first.value.map { Self.mantissa($0) == table.values[cell] } ?? false
        }
      } ? 1 : 0
    score.within =
      planted.keys.allSatisfy { cell in
        all.contains { table.number(of: $0) == cell }
      } ? 1 : 0
    return score
  }

  private static func mantissa(_ value: String) -> Int128? { Int128(value.filter { $0 != "." }) }

  /// The scores of single mistakes of each kind in a shape.
  private func single(_ shape: TrialShape, onlyLeaves: Bool) -> [(PlantedMistake, Score)] {
    var generator = RepeatableGenerator(seed: Self.seed)
    return PlantedMistake.allCases.map { kind in
      var total = Score()
      var tries = 0
      while total.trials < Self.trials, tries < 10 * Self.trials {
        tries += 1
        let (table, leaves) = shape.table(&generator)
        let cells = onlyLeaves ? leaves : Array(table.values.indices)
        guard let cell = cells.randomElement(using: &generator), !table.isPercent[cell],
          let wrong = kind.value(of: cell, in: table, &generator), wrong != table.values[cell]
        else { continue }
        total.add(score([cell: wrong], in: table))
      }
      return (kind, total)
    }
  }

  private func told(_ shape: TrialShape, _ scores: [(PlantedMistake, Score)]) -> Score {
    var sum = Score()
    for (kind, score) in scores {
      print(
        "\(shape.rawValue), \(kind.rawValue): \(score.trials) trials, first \(score.first),"
          + " value \(score.value), in the set \(score.within)")
      sum.add(score)
    }
    print(
      "\(shape.rawValue), all (seed \(Self.seed)): \(sum.trials) trials,"
        + " first \(sum.share(sum.first)), value \(sum.share(sum.value)),"
        + " in the set \(sum.share(sum.within))")
    return sum
  }

  @Test("In two-way tables the right cell comes first, with the right value")
  func twoWayTables() {
    let sum = told(.twoWay, single(.twoWay, onlyLeaves: false))
    #expect(sum.share(sum.first) >= 0.99)
    #expect(sum.share(sum.value) >= 0.99)
  }

  @Test("Wrong leaves of hierarchies are in the set, and mostly first") func hierarchies() {
    let sum = told(.budget, single(.budget, onlyLeaves: true))
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.8)
  }

  @Test("Leaves of which only the sum is known are always in the set") func bareHierarchies() {
    let sum = told(.tree, single(.tree, onlyLeaves: true))
    #expect(sum.share(sum.within) == 1)
  }

  @Test("Facts that stand twice settle which sum is wrong") func factsInTwoTables() {
    let sum = told(.twice, single(.twice, onlyLeaves: true))
    #expect(sum.share(sum.within) == 1)
    #expect(sum.share(sum.first) >= 0.95)
  }

  @Test("Two mistakes are both in the set") func twoMistakes() {
    var generator = RepeatableGenerator(seed: Self.seed)
    var sum = Score()
    for shape in [TrialShape.twoWay, .budget] {
      var own = Score()
      while own.trials < 4 * Self.trials {
        let (table, leaves) = shape.table(&generator)
        var planted: [Int: Int128] = [:]
        for _ in 0..<2 {
          guard let cell = leaves.randomElement(using: &generator),
            let kind = PlantedMistake.allCases.randomElement(using: &generator),
            let wrong = kind.value(of: cell, in: table, &generator), wrong != table.values[cell]
          else { continue }
          planted[cell] = wrong
        }
        guard planted.count == 2 else { continue }
        own.add(score(planted, in: table))
      }
      print(
        "two mistakes, \(shape.rawValue): \(own.trials) trials, in the set \(own.share(own.within)), first \(own.share(own.first))"
      )
      sum.add(own)
    }
    #expect(sum.share(sum.within) >= 0.95)
  }

  @Test("Correct tables with honest rounding have no cause") func correctTables() {
    var generator = RepeatableGenerator(seed: Self.seed)
    for _ in 0..<(4 * Self.trials) {
      for shape in TrialShape.allCases {
        let table = shape.table(&generator).table
        #expect(table.causes(stating: table.values).isEmpty)
      }
    }
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

  @Test("A million cells take a second at most in a release build") func millionCells() {
    var generator = RepeatableGenerator(seed: Self.seed)
    let side = _isDebugAssertConfiguration() ? 200 : 1_000
    let (table, leaves) = TrialShape.twoWay(rows: side, columns: side, &generator)
    var stated = table.values
    let cell = leaves[leaves.count / 2 + side / 3]
    stated[cell] += 81
    let clock = ContinuousClock()
    var causes: [Cause] = []
    let time = clock.measure { causes = table.causes(stating: stated) }
    print("\(side * side) cells: \(time) for the relations, their judgement and the causes")
    #expect(causes.first?.explanation.cells.first.flatMap(table.number) == cell)
  }
}
