import Rules
import Tabular
import Testing

@Suite("Names that are written in several ways")
struct NameRulesTests {
  private static let program = "Program Pengelolaan Aplikasi Informatika"

  @Test("Members: another name is a warning, also of a name that is paired already")
  func members() throws {
    let bench = RuleBench(
      TableLiteral(
        "a",
        """
        nama
        Program Pengelolaan Aplikasi Informatika
        Program Aplikasi Informatika
        Program Pengelola Aplikasi Informatika
        Pengadaan Mebel
        """), TableLiteral("b", "nama\n\(Self.program)\nGaji ASN"))
    let run = try bench.run([RuleDefinition(id: "r", text: "members(a.nama) = members(b.nama)")])
    #expect(run.findings.map(\.severity) == [.warning, .warning, .error, .error])
    #expect(run.findings.map(\.expected) == [Self.program, Self.program, nil, nil])
    #expect(
      run.findings[0].message.indonesian == """
        tertulis 'Program Aplikasi Informatika', sedangkan di b.csv:2 ditulis dengan nama lain \
        'Program Pengelolaan Aplikasi Informatika'; samakan namanya
        """)
    #expect(run.outcomes[0].checked == 5)
    #expect(run.outcomes[0].violations == 4)
  }

  @Test(
    "A near miss weighs what the rule says, never more than the rule",
    arguments: [
      (Severity.error, nil, Severity.note, RuleOutcome.Value.satisfied),
      (.error, .warning, .warning, .violated), (.error, .error, .error, .violated),
      (.warning, .error, .warning, .violated), (.note, nil, .note, .violated),
    ] as [(Severity, Severity?, Severity, RuleOutcome.Value)])
  func nearMiss(
    _ severity: Severity, _ nearMiss: Severity?, _ expected: Severity, _ value: RuleOutcome.Value
  ) throws {
    var bench = RuleBench(
      TableLiteral("a", "nama\nPengelolan Media"), TableLiteral("b", "nama\nPengelolaan Media"))
    bench.lists["nama"] = CodeList(codes: ["Pengelolaan Media"])
    for (table, text) in [(nil, "members(a.nama) = members(b.nama)"), ("a", "names(nama) in nama")]
    {
      let rule = RuleDefinition(
        id: "r", table: table, text: text, severity: severity, nearMiss: nearMiss)
      let run = try bench.run([rule])
      #expect(run.findings.map(\.severity) == [expected])
      #expect(run.outcomes[0].value == value)
      #expect(run.flaggedRecords.isEmpty == (value == .satisfied))
    }
  }

  @Test("Names of a list: official, accepted, near, another name, absent")
  func names() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        nama | n:count
        PENGADAAN MEBEL | 1
        Gaji | 1
        Pengadan Mebel | 1
        Perangkat Daerah Penyediaan Gaji dan Tunjangan ASN | 1
         | 1
        Sewa Gedung | 1
        Sewa Gedung | 2
        """))
    bench.lists["baku"] = CodeList(
      codes: ["Pengadaan Mebel", "Penyediaan Gaji dan Tunjangan ASN"],
      aliases: ["Gaji": "Penyediaan Gaji dan Tunjangan ASN"])
    let run = try bench.run([
      RuleDefinition(id: "r", table: "t", text: "names(nama) in baku where n < 2")
    ])
    #expect(run.findings.map(\.severity) == [.note, .warning, .error])
    #expect(run.findings.map(\.kind) == [.reference, .reference, .reference])
    #expect(
      run.findings.map(\.message.indonesian) == [
        "tertulis 'Pengadan Mebel', nama bakunya 'Pengadaan Mebel' (beda ejaan)",
        """
        tertulis 'Perangkat Daerah Penyediaan Gaji dan Tunjangan ASN', nama bakunya 'Penyediaan \
        Gaji dan Tunjangan ASN' (nama lain)
        """, "'Sewa Gedung' tidak ada dalam daftar 'baku'",
      ])
    #expect(run.outcomes[0].checked == 5)
    #expect(run.outcomes[0].violations == 2)
  }

  @Test("Agreement pairs other names of a single text, told once, and a slip in what is compared")
  func agreement() throws {
    let bench = RuleBench(
      TableLiteral(
        "a", "nama | n:count | satuan\nProgram Aplikasi Informatika | 5 | dokumem"),
      TableLiteral("b", "nama | n:count | satuan\n\(Self.program) | 6 | dokumen"))
    let text = "agrees(n, satuan) with b on nama"
    let strict = RuleDefinition(id: "a", table: "a", text: text)
    #expect(try bench.run([strict]).findings.map(\.severity) == [.error, .warning, .error])
    let mild = RuleDefinition(id: "a", table: "a", text: text, nearMiss: .note)
    #expect(try bench.run([mild]).findings.map(\.severity) == [.error, .warning, .note])
    let members = RuleDefinition(id: "m", text: "members(a.nama) = members(b.nama)")
    let told = try bench.run([mild, members]).findings.filter { $0.kind == .members }
    #expect(told.map(\.rule) == ["m"])
    let two = RuleDefinition(id: "a", table: "a", text: "agrees(n) with b on nama, satuan")
    #expect(try bench.run([two]).findings == [])
  }

  @Test("A rule that compares no names, an unknown list and a number are refused")
  func refused() {
    let bench = RuleBench(TableLiteral("t", "nama | n:count\na | 1"))
    let problems = bench.book([
      RuleDefinition(id: "a", table: "t", text: "n >= 1", nearMiss: .note),
      RuleDefinition(id: "b", table: "t", text: "names(nama) in baku"),
      RuleDefinition(id: "c", text: "names(nama) in baku"),
    ]).problems
    #expect(
      problems.map(\.reason) == [
        .notAllowedHere("near-miss"), .unknownList("baku", nearest: []),
        .noTable(field: "names(…)"),
      ])
    var known = bench
    known.lists["baku"] = CodeList(codes: ["a"])
    let number = known.book([RuleDefinition(id: "d", table: "t", text: "names(n) in baku")])
    #expect(number.problems.map(\.reason) == [.wrongKind(expected: "text", found: "number")])
  }
}
