import Rules
import Tabular
import Testing

/// Of two cells that state the same fact differently, what other findings tell.
@Suite("Which of two statements is wrong")
struct SettlementTests {
  private static let agrees = RuleDefinition(
    id: "sama", table: "satu", text: "agrees(persen) with dua on k")
  private static let ratios = [
    RuleDefinition(id: "persen-satu", table: "satu", text: "persen = a / b"),
    RuleDefinition(id: "persen-dua", table: "dua", text: "persen = a / b"),
  ]

  /// Two tables of one record that state a percentage, which is 84.83 by their other figures.
  private func findings(
    _ one: String, _ other: String, _ rules: [RuleDefinition] = [Self.agrees] + Self.ratios
  ) throws -> [Finding] {
    let header = "k | a:amount | b:amount | persen:percent\nx | 46.656.981 | 55.000.000 | "
    return try RuleBench(TableLiteral("satu", header + one), TableLiteral("dua", header + other))
      .run(rules).findings.settled()
  }

  @Test("The cell that another rule speaks against is wrong")
  func this() throws {
    let finding = try #require(try findings("84,43", "84,83").first)
    #expect(finding.settled == .this)
    #expect(
      finding.message.indonesian
        == "tertulis 84,43, sedangkan di dua.csv:2 tertulis 84,83; selisih -0,40; sel ini juga tidak cocok menurut aturan 'persen-satu'"
        .aboutX)
    #expect(
      finding.message.english
        == "states 84.43, while dua.csv:2 states 84.83; difference -0.40; this cell also disagrees by rule 'persen-satu'"
        .aboutX)
  }

  @Test("The other cell is wrong where a rule speaks against that one only")
  func other() throws {
    let finding = try #require(try findings("84,83", "84,43").first)
    #expect(finding.settled == .other)
    #expect(finding.cells.map(\.location.resource) == ["satu.csv", "dua.csv"])
    #expect(finding.expected == "84.43")
    #expect(
      finding.message.indonesian.hasSuffix(
        "; aturan 'persen-dua' menunjuk ke dua.csv:2 sebagai yang salah"))
    #expect(
      finding.message.english.hasSuffix("; rule 'persen-dua' points to dua.csv:2 as the wrong one"))
  }

  @Test("Where nothing speaks against either, or something against both, it stays open")
  func open() throws {
    let neither = try findings("84,43", "84,83", [Self.agrees])
    #expect(neither.map(\.settled) == [.open])
    let both = try findings("84,43", "84,50")
    #expect(both.map(\.settled) == [.open, nil, nil])
    for finding in [neither[0], both[0]] {
      #expect(
        finding.message.indonesian.hasSuffix("; data ini tidak menentukan mana yang benar"))
      #expect(finding.message.english.hasSuffix("; the data do not settle which is right"))
    }
  }

  @Test("The same two cells compared by another rule tell nothing new")
  func samePair() throws {
    let lookup = RuleDefinition(
      id: "rujuk", table: "dua", text: "persen = satu[k = \"x\"].persen", severity: .warning)
    let found = try findings("84,43", "84,83", [Self.agrees, lookup])
    #expect(found.map(\.settled) == [.open, .open])
    let settled = try findings("84,43", "84,83", [Self.agrees, lookup, Self.ratios[0]])
    #expect(settled.map(\.settled) == [.this, .other, nil])
  }

  @Test("A third table tells which of two is wrong")
  func majority() throws {
    let literals = ["satu", "dua", "tiga"].map { name in
      TableLiteral(name, "k | n:count\nx | \(name == "satu" ? 5 : 4)")
    }
    var bench = RuleBench(literals[0])
    bench.literals = literals
    let run = try bench.run([
      RuleDefinition(id: "r", table: "satu", text: "agrees(n) with dua on k"),
      RuleDefinition(id: "s", table: "tiga", text: "tiga.max(n) = satu.max(n)"),
    ])
    #expect(run.findings.settled().map(\.settled) == [.this, .other])
  }

  @Test("Names and calculations of several cells are no two statements of one fact")
  func untouched() throws {
    let bench = RuleBench(
      TableLiteral("satu", "k | nama | a:count | b:count\nx | Baik | 1 | 2"),
      TableLiteral("dua", "k | nama | a:count\nx | Cukup | 4\ny | Cukup | 5"))
    let rules = [
      RuleDefinition(id: "r", table: "satu", text: "agrees(nama) with dua on k"),
      RuleDefinition(id: "s", table: "satu", text: "a + b = dua[k = \"x\"].a"),
      RuleDefinition(id: "t", table: "satu", text: "a = dua.sum(a)"),
      RuleDefinition(id: "u", table: "satu", text: "a >= b"),
    ]
    let run = try bench.run(rules)
    #expect(run.findings.count == 4)
    #expect(run.findings.settled() == run.findings)
  }

  @Test("Notes, names and keys speak against no figure")
  func noWitness() throws {
    let found = try findings("84,43", "84,83", [Self.agrees])
    func witness(_ change: (inout Finding) -> Void) -> Finding {
      var finding = found[0]
      (finding.rule, finding.settled) = ("lain", nil)
      finding.cells.removeLast()
      change(&finding)
      return finding
    }
    #expect((found + [witness { _ in }]).settled()[0].settled == .this)
    for silent in [
      witness { $0.severity = .note }, witness { $0.kind = .reading },
      witness { $0.kind = .members }, witness { $0.cells[0].role = .key },
      witness { $0.cells[0].location.line = 3 }, witness { $0.cells[0].location.field = "a" },
    ] {
      #expect((found + [silent]).settled()[0].settled == .open)
    }
  }

  @Test("A cell of a sheet is the same whatever its field is called")
  func sheets() throws {
    var found = try findings("84,43", "84,83")
    for index in found.indices {
      for cell in found[index].cells.indices {
        found[index].cells[cell].location.line = nil
        found[index].cells[cell].location.sheet = "Lembar"
        found[index].cells[cell].location.cell = "E\(index == 1 && cell > 0 ? 9 : 4)"
        if index == 1 { found[index].cells[cell].location.field = "lain" }
      }
    }
    let base = try findings("84,43", "84,83", [Self.agrees])[0].message.indonesian
    #expect(!base.isEmpty)
    #expect(found.settled()[0].settled == .this)
  }

  @Test("Rules are named in the order of the report, those of other pipelines with theirs")
  func names() throws {
    var found = try findings("84,43", "84,83", [Self.agrees])
    let sentence = try #require(found.first).message.english
    for (pipeline, rule) in [
      ("lain", "a"), ("uji", "b"), ("uji", "b"), ("uji", "c"), ("uji", "d"),
    ] {
      var finding = found[0]
      (finding.pipeline, finding.rule, finding.settled) = (pipeline, rule, nil)
      finding.cells.removeFirst()
      found.append(finding)
      let told = found.settled()[0].message.english
      #expect(told.hasPrefix(sentence))
      #expect(told.contains("dua.csv:2 as the wrong one"))
    }
    let told = found.settled()[0].message
    #expect(told.english.contains("; rules 'lain/a', 'b', 'c', and others point to "))
    #expect(told.indonesian.contains("; aturan 'lain/a', 'b', 'c', dan lainnya menunjuk ke "))
  }

  @Test("Many findings on one cell are looked at once each")
  func many() throws {
    let one = try #require(try findings("84,43", "84,83", [Self.agrees]).first)
    let found = (1...20_000).map { number in
      var finding = one
      finding.cells[0].location.line = number
      return finding
    }
    let settled = found.settled()
    #expect(settled.count { $0.settled == .other } == 20_000)
  }
}

extension String {
  /// The sentence as it is told of the record `x`.
  fileprivate var aboutX: String { "'x': " + self }
}
