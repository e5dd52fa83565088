import Numerals
import Tabular
import Testing

@testable import Rules

extension RuleBench {
  /// The run of some rules, and the relations of every figure of every table.
  func relations(_ rules: [RuleDefinition]) throws -> (run: RuleRun, system: RelationSystem) {
    let book = book(rules)
    #expect(book.problems == [])
    let evaluation = RuleEvaluation(book: book, pipeline: "uji")
    var tables: [String: Table] = [:]
    for literal in literals {
      try literal.table.batches.forEach { evaluation.observe($0, of: literal.name) }
      tables[literal.name] = literal.table
    }
    let run = try evaluation.conclude(tables: tables)
    var system = RelationSystem()
    try evaluation.add(touching: places(), to: &system)
    return (run, system)
  }

  /// The places of all cells.
  private func places() throws -> Set<CellKey> {
    var places: Set<CellKey> = []
    for literal in literals {
      try literal.table.batches.forEach { batch in
        for field in literal.table.schema.fields.indices {
          for row in 0..<batch.count {
            places.insert(
              CellKey(
                literal.table.location(of: field, row: row, in: batch),
                raw: batch.columns[field].raw(at: row)))
          }
        }
      }
    }
    return places
  }
}

extension RelationSystem {
  /// The number of the cell at a place of a literal, `line:field`, of the first table or of `table`.
  fileprivate func number(_ place: String, in table: String? = nil) -> Int? {
    cells.indices.first { number in
      let location = cells[number].location
      return "\(location.line ?? 0):\(location.field ?? "")" == place
        && (table == nil || location.resource == "\(table ?? "").csv")
    }
  }

  fileprivate func place(_ cell: Int) -> String {
    let location = cells[cell].location
    return "\(location.line ?? 0):\(location.field ?? "")"
  }
}

@Suite("Rules as relations between cells") struct RelationTests {
  /// A rule that fails at one place, and what each of its cells would have to be.
  struct Failing: CustomTestStringConvertible {
    var rule: String
    var when: String?
    var tolerance: String?
    var table: String
    /// The cell that is stated to be what the others give.
    var stated: String?
    /// What would make it hold, by `line:field`, as the source would write it; "-" where nothing
    /// can be said.
    var solutions: [String: String]
    var testDescription: String { rule }
  }

  static let failing: [Failing] = [
    Failing(
      rule: "a + b = c",
      table: """
        a:count | b:count | c:count
        1.200 | 30 | 1.230
        1.300 | 30 | 1.340
        """, stated: "3:c", solutions: ["3:a": "1.310", "3:b": "40", "3:c": "1.330"]),
    Failing(
      rule: "2 * a - b = c",
      table: """
        a:amount | b:amount | c:amount
        10 | 5 | 16
        """, stated: "2:c", solutions: ["2:a": "10,5", "2:b": "4", "2:c": "15"]),
    Failing(
      rule: "a * b = c",
      table: """
        a:count | b:count | c:count
        4 | 25 | 120
        """, stated: "2:c", solutions: ["2:a": "4,8", "2:b": "30", "2:c": "100"]),
    Failing(
      rule: "p = a / b",
      table: """
        a:amount | b:amount | p:percent
        29.250 | 100.000 | 29,52
        """, stated: "2:p", solutions: ["2:p": "29,25", "2:a": "29.520", "2:b": "99.085,36585"]),
    Failing(
      rule: "a + b = c", tolerance: "2",
      table: """
        a:amount | b:amount | c:amount
        10 | 20 | 32
        10 | 20 | 33
        """, stated: "3:c", solutions: ["3:a": "13", "3:b": "23", "3:c": "30"]),
    Failing(
      rule: "round(a / b, 1) = c",
      table: """
        a:amount | b:amount | c:decimal
        7 | 3 | 2,4
        """, stated: "2:c", solutions: ["2:a": "-", "2:b": "-", "2:c": "2,3"]),
    Failing(
      rule: "c = a + previous(c)",
      table: """
        a:amount | c:amount
        5 | 5
        6 | 11
        7 | 19
        """, stated: "4:c", solutions: ["3:c": "12", "4:a": "8", "4:c": "18"]),
    Failing(
      rule: "c = sum(a where t != \"x\") by k", when: "t = \"x\"",
      table: """
        k:code | t | a:amount | c:amount
        1 | x | 9 | 12
        1 | y | 4 |
        1 | z | 7 |
        2 | x | 1 | 5
        2 | y | 5 |
        """, stated: "2:c", solutions: ["2:c": "11", "3:a": "5", "4:a": "8"]),
  ]

  @Test("The cells of a relation and what each would have to be", arguments: failing)
  func solutions(_ failing: Failing) throws {
    let (run, system) = try RuleBench(TableLiteral("t", failing.table)).relations([
      RuleDefinition(
        id: "r", table: "t", text: failing.rule, when: failing.when, tolerance: failing.tolerance)
    ])
    #expect(run.findings.count == 1)
    let relations = system.relations.filter { $0.finding != nil }
    let relation = try #require(relations.first)
    #expect(relation.finding == run.findings.first?.id)
    #expect(relation.holds() == false)
    #expect(relation.stated.map(system.place) == failing.stated)
    #expect(Set(relation.cells.map(system.place)) == Set(failing.solutions.keys))
    for (place, expected) in failing.solutions {
      let number = try #require(system.number(place))
      let cell = system.cells[number]
      let solution = relation.solution(for: number, now: cell.center)
      guard expected != "-" else {
        #expect(solution == nil)
        continue
      }
      let center = try #require(solution?.center)
      let decimal = try #require(center.exactDecimal ?? center.rounded(toScale: 5))
      #expect(cell.written(decimal) == expected, "\(place)")
      let change = try #require(center.subtracting(cell.center))
      #expect(relation.holds([number: change]) == true, "\(place)")
    }
  }

  @Test("A total and its parts, in its group alone") func totals() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        k:code | t | a:count
        x | 0-4 | 10
        x | 5-9 | 11
        x | Jumlah | 22 !
        y | 0-4 | 1
        y | Jumlah | 1
        """))
    bench.totals["t"] = "t = \"Jumlah\""
    let (run, system) = try bench.relations([
      RuleDefinition(id: "r", table: "t", text: "total(a) = sum(a) by k")
    ])
    #expect(run.findings.count == 1)
    let cells = system.relations.map { Set($0.cells.map(system.place)) }
    #expect(Set(cells) == [["2:a", "3:a", "4:a"], ["5:a", "6:a"]])
    #expect(
      system.relations.map { $0.finding != nil } == system.relations.map { $0.cells.count == 3 })
  }

  @Test("Levels are one relation for each whole") func levels() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        kode:code | n:amount
        1 | 30
        1.1 | 10
        1.2 | 21
        1.2.1 | 20
        """))
    bench.levels["t"] = .code(field: "kode", separator: ".")
    let (_, system) = try bench.relations([RuleDefinition(id: "r", table: "t", text: "rollup(n)")])
    let cells = Set(system.relations.map { Set($0.cells.map(system.place)) })
    #expect(cells == [["2:n", "3:n", "4:n"], ["4:n", "5:n"]])
    #expect(system.relations.allSatisfy { $0.holds() == false && $0.finding != nil })
    #expect(Set(system.relations.compactMap { $0.stated.map(system.place) }) == ["2:n", "4:n"])
  }

  @Test("The same fact in two tables, one cell in both relations") func agreement() throws {
    let bench = RuleBench(
      TableLiteral("satu", "nama | n:amount\nMebel | 33\nGaji | 55"),
      TableLiteral("dua", "nama | n:amount | m:amount\nMebel | 34 | 0\nGaji | 55 | 0"))
    let (run, system) = try bench.relations([
      RuleDefinition(id: "r", table: "satu", text: "agrees(n) with dua on nama"),
      RuleDefinition(id: "s", text: "sum(satu.n) = 88"),
    ])
    #expect(run.findings.count == 1)
    let relation = try #require(system.relations.first { $0.finding != nil })
    let (one, other) = (
      try #require(system.number("2:n", in: "satu")), try #require(system.number("2:n", in: "dua"))
    )
    #expect(Set(relation.cells) == [one, other])
    #expect(relation.solution(for: other, now: Rational(34))?.center == Rational(33))
    let sums = system.relations.filter { $0.cells.contains(one) && $0.finding == nil }
    #expect(sums.map(\.cells.count) == [2])
    #expect(sums.first?.holds([one: Rational(1)]) == false)
  }

  @Test("Sums, totals and single cells of other tables take part") func otherTables() throws {
    var bench = RuleBench(
      TableLiteral("iku", "kode:code | realisasi:percent\nIKU-1 | 1\nIKU-2 | 29,52"),
      TableLiteral("media", "nama | pengikut:count\nx | 308.000\ny | 560"),
      TableLiteral("penduduk", "umur | jumlah:count\n0-4 | 1\nJumlah | 1.054.804"))
    bench.totals["penduduk"] = "umur = \"Jumlah\""
    let rule = "iku[kode = \"IKU-2\"].realisasi = sum(media.pengikut) / penduduk.total(jumlah)"
    let (run, system) = try bench.relations([RuleDefinition(id: "r", text: rule)])
    #expect(run.findings.count == 1)
    let relation = try #require(system.relations.first)
    #expect(system.relations.count == 1)
    let expected = [
      ("3:realisasi", "iku", "29,25"), ("2:pengikut", "media", "310.818"),
      ("3:pengikut", "media", "3.378"), ("3:jumlah", "penduduk", "1.045.257"),
    ]
    #expect(relation.cells.count == expected.count)
    for (place, table, written) in expected {
      let number = try #require(system.number(place, in: table))
      let cell = system.cells[number]
      let solution = try #require(relation.solution(for: number, now: cell.center))
      let value = try #require(solution.center.rounded(toScale: cell.scale))
      #expect(cell.written(value) == written, "\(place)")
    }
  }

  @Test("Two prints of one fact must do more than touch") func touching() throws {
    let bench = RuleBench(
      TableLiteral("satu", "nama | n:decimal\nA | 29,2"),
      TableLiteral("dua", "nama | n:decimal\nA | 29,25"))
    let (run, system) = try bench.relations([
      RuleDefinition(id: "r", table: "satu", text: "agrees(n) with dua on nama")
    ])
    #expect(system.relations.map { $0.holds() } == [run.findings.isEmpty])
  }

  @Test("A printed share may be what its interval allows") func intervals() throws {
    let (_, system) = try RuleBench(
      TableLiteral("t", "a:amount | b:amount | p:percent\n292 | 1.000 | 92,2")
    ).relations([RuleDefinition(id: "r", table: "t", text: "p = a / b")])
    let relation = try #require(system.relations.first)
    let part = try #require(system.number("2:a"))
    let interval = try #require(relation.solution(for: part, now: Rational(292))?.interval)
    #expect(interval.lower.exactDecimal?.description == "921.5")
    #expect(interval.upper.exactDecimal?.description == "922.5")
    #expect(relation.holds([part: Rational(630)]) == true)
    #expect(relation.holds([part: Rational(631)]) == false)
  }

  @Test("What overflows is not known to hold") func overflow() throws {
    let (_, system) = try RuleBench(
      TableLiteral(
        "t",
        "a:amount | b:amount | c:amount\n9.223.372.036.854.775.807 | 9.223.372.036.854.775.807 | 1")
    ).relations([RuleDefinition(id: "r", table: "t", text: "a * b = c")])
    let relation = try #require(system.relations.first)
    let cell = try #require(system.number("2:a"))
    #expect(relation.holds([cell: Rational(Int128.max / 2)]) == nil)
  }

  // MARK: against the rules themselves

  private static let rules = [
    "a + b = c", "p = a / c", "p + q = 100%", "p = a / total(a) by k",
    "total(a, b) = sum(a, b) by k", "d + e = f", "f / 2 = d", "-a + c = b", "3 * a = c",
    "c = a + previous(b)", "abs(a - b) = c", "a <= c",
  ]

  private static func table(_ generator: inout SystemRandomNumberGenerator) -> [[String]] {
    (0..<Int.random(in: 2...12, using: &generator)).map { row in
      let a = Int.random(in: 1...99, using: &generator)
      let b = Int.random(in: 1...99, using: &generator)
      let c = Bool.random(using: &generator) ? a + b : Int.random(in: 1...199, using: &generator)
      let share = (a * 20_000 / c + 1) / 2
      func decimal(_ hundredths: Int) -> String {
        "\(hundredths / 100),\(hundredths % 100 / 10)\(hundredths % 10)"
      }
      return [
        row % 3 == 0 ? "x" : "y", row % 4 == 3 ? "Jumlah" : "0-4", "\(a)", "\(b)", "\(c)",
        decimal(share + Int.random(in: -1...1, using: &generator)),
        decimal(abs(10_000 - share)), "\(a),\(b % 10)", "\(b)", "\(a + b),\(c % 10)",
      ]
    }
  }

  private static let header =
    "k:code | t | a:count | b:amount | c:count | p:percent | q:percent | d:decimal | e:decimal | f:decimal"

  private func bench(_ cells: [[String]]) -> RuleBench {
    let lines = [Self.header] + cells.map { $0.joined(separator: " | ") }
    var bench = RuleBench(TableLiteral("t", lines.joined(separator: "\n")))
    bench.totals["t"] = "t = \"Jumlah\""
    return bench
  }

  @Test("Relations hold exactly where their rules do, and repaired tables satisfy the rules")
  func sameVerdicts() throws {
    var generator = SystemRandomNumberGenerator()
    let definitions = Self.rules.enumerated().map {
      RuleDefinition(id: "\($0)", table: "t", text: $1)
    }
    var (failing, repaired) = (0, 0)
    for _ in 0..<40 {
      let cells = Self.table(&generator)
      let text = "\(cells)"
      let (run, system) = try bench(cells).relations(definitions)
      let found = Set(run.findings.map(\.id))
      for relation in system.relations {
        guard let holds = relation.holds() else { continue }
        #expect(holds == (relation.finding == nil), "rule \(relation.key.rule) on \(text)")
        if let finding = relation.finding { #expect(found.contains(finding)) }
      }
      // One repair of the table, taken at random, must satisfy the rule at that place.
      let broken = system.relations.filter { $0.finding != nil }
      failing += broken.count
      guard let relation = broken.randomElement(using: &generator),
        let number = relation.cells.randomElement(using: &generator),
        let solution = relation.solution(for: number, now: system.cells[number].center),
        let value = solution.center.rounded(toScale: system.cells[number].scale),
        solution.interval.contains(Rational(value)), system.cells[number].allows(value),
        let written = system.cells[number].written(value),
        let line = system.cells[number].location.line
      else { continue }
      var mended = cells
      mended[line - 2][system.cells[number].origin.field] = written
      let after = try bench(mended).run(definitions)
      let place = run.findings.first { $0.id == relation.finding }?.cells[0].location
      #expect(
        !after.findings.contains {
          $0.rule == relation.key.rule && $0.cells[0].location == place && $0.verdict == .impossible
        }, "\(relation.key.rule): \(written) at \(line) of \(text)")
      repaired += 1
    }
    #expect(failing > 40)
    #expect(repaired > 5)
  }
}
