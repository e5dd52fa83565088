import Numerals
import Rules
import Tabular
import Testing

/// What is wrong with rules themselves is told before any data are read.
@Suite("Examination of rules")
struct ExaminationTests {
  private static let bench: RuleBench = {
    var bench = RuleBench(
      TableLiteral(
        "realisasi",
        """
        uraian | anggaran:amount:rupiah | realisasi:amount:rupiah | persen:percent | jumlah:count:orang
        a | 1 | 1 | 100 | 1
        """),
      TableLiteral("lain", "uraian | anggaran:amount:rupiah | nilai:decimal\na | 1 | 1"))
    bench.lists["bidang"] = CodeList(codes: ["a"])
    bench.bands["predikat"] = Bands([])
    return bench
  }()

  private func problems(
    _ text: String, in table: String? = "realisasi", when: String? = nil, tolerance: String? = nil
  ) -> [RuleProblem] {
    Self.bench.book([
      RuleDefinition(id: "r", table: table, text: text, when: when, tolerance: tolerance)
    ]).problems
  }

  @Test(
    "One problem with its place",
    arguments: [
      ("angaran = realisasi", "field 'angaran'", 0..<7),
      ("anggaran = realisasi +", "ends where", 22..<22),
      ("anggaran = (realisasi", "')'", 21..<21),
      ("anggaran & realisasi", "'&'", 9..<10),
      ("uraian = \"x", "quote", 9..<11),
      ("anggaran = jumlah", "units", 0..<17),
      ("anggaran + jumlah = realisasi", "units", 0..<17),
      ("uraian = anggaran", "number", 9..<17),
      ("anggaran = sm(realisasi)", "function 'sm'", 11..<24),
      ("monoton(anggaran, uraian)", "'monotone'", 0..<25),
      ("uraian in bidng", "list 'bidng'", 0..<15),
      ("uraian = band(persen, predikt)", "bands 'predikt'", 9..<30),
      ("anggaran = lan.sum(anggaran)", "table 'lan'", 11..<14),
      ("(anggaran, realisasi) = sum(anggaran)", "", 0..<0),
      ("max(anggaran, realisasi) = sum(anggaran, realisasi, jumlah)", "length", 27..<59),
      ("rollup(anggaran)", "levels", 0..<16),
      ("total(anggaran) = sum(anggaran)", "totals", 0..<15),
      ("previous(anggaran, 0) = 1", "previous", 0..<21),
    ] as [(String, String, Range<Int>)])
  func problem(text: String, says: String, span: Range<Int>) throws {
    let found = problems(text)
    guard !says.isEmpty else {
      #expect(found.isEmpty)
      return
    }
    let problem = try #require(found.first)
    #expect(problem.message.english.contains(says), "\(problem.message.english)")
    #expect(problem.span == span)
    #expect(problem.message.indonesian != problem.message.english)
    #expect(!problem.message.indonesian.isEmpty)
  }

  @Test("Nearest names are told")
  func nearest() throws {
    let problem = try #require(problems("angaran = 1").first)
    #expect(
      problem.reason == .unknownField("angaran", table: "realisasi", nearest: ["anggaran"]))
  }

  @Test("A bare field needs a table")
  func noTable() throws {
    let problem = try #require(problems("anggaran = 1", in: nil).first)
    #expect(problem.reason == .noTable(field: "anggaran"))
  }

  @Test("Tolerances are numbers or percentages", arguments: ["x", "", "1,5", "-1", "5%%"])
  func badTolerance(text: String) throws {
    let problem = try #require(problems("anggaran = realisasi", tolerance: text).first)
    #expect(problem.reason == .badTolerance(text))
  }

  @Test(
    "Rules that say nothing or never fire",
    arguments: [
      ("anggaran = anggaran", nil, RuleProblem.Reason.alwaysHolds),
      ("anggaran = realisasi", "anggaran > 5 and anggaran < 3", .neverFires),
      ("anggaran = realisasi", "uraian = \"a\" and uraian = \"b\"", .neverFires),
      ("anggaran between 5 and 3", nil, .neverFires),
    ] as [(String, String?, RuleProblem.Reason)])
  func idle(text: String, when: String?, reason: RuleProblem.Reason) throws {
    #expect(problems(text, when: when).map(\.reason) == [reason])
  }

  @Test("A rule may fire on either of two conditions")
  func eitherFires() {
    #expect(problems("anggaran = realisasi", when: "anggaran < 3 or anggaran > 5").isEmpty)
  }

  @Test("Rules that repeat or contradict each other")
  func conflicts() {
    func reasons(_ one: String, _ other: String) -> [RuleProblem.Reason] {
      Self.bench.book([
        RuleDefinition(id: "satu", table: "realisasi", text: one),
        RuleDefinition(id: "dua", table: "realisasi", text: other),
      ]).problems.map(\.reason)
    }
    #expect(reasons("anggaran = realisasi", "anggaran  =  realisasi") == [.repeats(rule: "satu")])
    #expect(reasons("count() = 44", "count() = 45") == [.contradicts(rule: "satu")])
    #expect(reasons("anggaran >= 10", "anggaran < 10") == [.contradicts(rule: "satu")])
    #expect(reasons("anggaran >= 10", "anggaran <= 10") == [])
    #expect(reasons("persen >= 10%", "realisasi < 10") == [])
  }

  @Test("Aggregates have no meaning in conditions on single records")
  func recordExpressions() throws {
    let schema = Self.bench.literals[0].table.schema
    #expect(throws: RuleProblem.self) { try RecordExpression("sum(anggaran) > 1", schema: schema) }
    #expect(throws: RuleProblem.self) { try RecordExpression("anggaran +", schema: schema) }
    let condition = try RecordExpression("anggaran >= 1 and uraian = \"A\"", schema: schema)
    let batch = try Self.bench.literals[0].table.batches.batch(at: 0)
    #expect(condition.condition(batch, row: 0) == true)
    #expect(condition.truths(in: batch) == [true])
    let value = try RecordExpression(
      "if anggaran > 0 then anggaran * 2 + jumlah else 0",
      schema: Schema(fields: schema.fields.map { Field(name: $0.name, kind: $0.kind) }))
    guard case .number(let number) = value.value(batch, row: 0) else {
      Issue.record("no number")
      return
    }
    #expect(number == ExactDecimal(mantissa: 3))
  }
}
