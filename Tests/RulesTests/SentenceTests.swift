import Rules
import Tabular
import Testing

/// What is said about a violation, by the form of the rule.
@Suite("Sentences of findings")
struct SentenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let table: String
    let indonesian: String
    let english: String
    var other = ""

    var testDescription: String { rule }
  }

  static let cases = [
    Case(
      rule: "persen = realisasi / anggaran",
      table: "anggaran:amount | realisasi:amount | persen:percent\n2.000 | 1.234 | 62,70 !",
      indonesian: "1.234 dari 2.000 adalah 61,70%, bukan 62,70%; selisih 1,00",
      english: "1,234 of 2,000 is 61.70%, not 62.70%; difference 1.00"),
    Case(
      rule: "rata = jumlah / banyak",
      table: "jumlah:count | banyak:count | rata:decimal\n10 | 4 | 3,5 !",
      indonesian: "10 dibagi 4 adalah 2,5, bukan 3,5; selisih 1,0",
      english: "10 divided by 4 is 2.5, not 3.5; difference 1.0"),
    Case(
      rule: "persen + sisa = 100%", table: "persen:percent | sisa:percent\n95,97 ! | 3,33",
      indonesian: "95,97 + 3,33 = 99,30, seharusnya 100,00; selisih -0,70",
      english: "95.97 + 3.33 = 99.30, should be 100.00; difference -0.70"),
    Case(
      rule: "c = (a - b) * 2", table: "a:count | b:count | c:count\n5 | 2 | 7 !",
      indonesian: "tertulis 7, sedangkan (5 - 2) * 2 = 6; selisih 1",
      english: "states 7, while (5 - 2) * 2 = 6; difference 1"),
    Case(
      rule: "a + b = c + d", table: "a:count | b:count | c:count | d:count\n1 ! | 2 | 3 | 4",
      indonesian: "1 + 2 = 3, sedangkan 3 + 4 = 7; selisih -4",
      english: "1 + 2 = 3, while 3 + 4 = 7; difference -4"),
    Case(
      rule: "e = a + b + c + d + a",
      table: "a:count | b:count | c:count | d:count | e:count\n1 | 2 | 3 | 4 | 5 !",
      indonesian: "tertulis 5, seharusnya 11 menurut 'e = a + b + c + d + a'; selisih -6",
      english: "states 5, should be 11 by 'e = a + b + c + d + a'; difference -6"),
    Case(
      rule: "a <= b", table: "a:count | b:count\n1.001 ! | 1.000",
      indonesian: "tertulis 1.001, padahal paling banyak 1.000",
      english: "states 1,001, but must be at most 1,000"),
    Case(
      rule: "a > 0", table: "a:count\n0 !", indonesian: "tertulis 0, padahal harus lebih dari 0",
      english: "states 0, but must be more than 0"),
    Case(
      rule: "a is present", table: "a:count | b:count\n ! | 1",
      indonesian: "kosong, padahal harus diisi", english: "empty, but must not be"),
    Case(
      rule: "a is missing", table: "a:count\n5 !",
      indonesian: "tertulis 5, padahal harus kosong", english: "states 5, but must be empty"),
    Case(
      rule: "satuan = \"pengikut\"", table: "satuan\npengunjung !",
      indonesian: "tertulis 'pengunjung', seharusnya 'pengikut'",
      english: "states 'pengunjung', should be 'pengikut'"),
    Case(
      rule: "nama starts with \"- \"", table: "nama\nDINAS SOSIAL !",
      indonesian: "tertulis 'DINAS SOSIAL', tidak memenuhi 'nama starts with \"- \"'",
      english: "states 'DINAS SOSIAL', which breaks 'nama starts with \"- \"'"),
    Case(
      rule: "a = lain[k = \"x\"].n", table: "a:count\n4 !",
      indonesian: "tertulis 4, sedangkan di lain.csv:3 tertulis 5; selisih -1",
      english: "states 4, while lain.csv:3 states 5; difference -1",
      other: "k | n:count\ny | 4\nx | 5\nx | 5"),
    Case(
      rule: "a = lain.sum(n)", table: "a:count\n4 !",
      indonesian: "tertulis 4, sedangkan 2 + 3 = 5; selisih -1",
      english: "states 4, while 2 + 3 = 5; difference -1", other: "k | n:count\ny | 2\nx | 3"),
    Case(
      rule: "a = lain.sum(n)", table: "a:count\n4 !",
      indonesian: "tertulis 4, sedangkan rinciannya di lain.csv:2 tertulis 5; selisih -1",
      english: "states 4, while its only part in lain.csv:2 states 5; difference -1",
      other: "k | n:count\ny | 5"),
    Case(
      rule: "a = lain.sum(n)", table: "a:count\n4 !",
      indonesian: "tertulis 4, sedangkan jumlah 5 rinciannya 5; selisih -1",
      english: "states 4, while its 5 parts add up to 5; difference -1",
      other: "k | n:count\ny | 1\nx | 1\nz | 1\nu | 1\nv | 1"),
    Case(
      rule: "a = lain.count()", table: "a:count\n4 !",
      indonesian: "tertulis 4, sedangkan banyaknya 2; selisih 2",
      english: "states 4, while there are 2; difference 2", other: "k | n:count\ny | 2\nx | 3"),
  ]

  @Test(arguments: cases) func sentence(_ example: Case) throws {
    var bench = RuleBench(TableLiteral("tabel", example.table))
    if !example.other.isEmpty { bench.literals.append(TableLiteral("lain", example.other)) }
    let run = try bench.check(example.rule)
    let told = run.findings.map(\.message)
    #expect(told.map(\.indonesian) == [example.indonesian])
    #expect(told.map(\.english) == [example.english])
  }

  @Test("Of two prints that meet only at the border of rounding one is probably wrong")
  func prints() throws {
    let bench = RuleBench(
      TableLiteral("satu", "k | p:percent\na | 98,51\nb | 98,5\nc | 40,00"),
      TableLiteral("dua", "k | p:percent\na | 98,50\nb | 98,54\nc | 40,00"))
    let run = try bench.run([
      RuleDefinition(id: "r", table: "satu", text: "agrees(p) with dua on k")
    ])
    #expect(run.findings.map(\.severity) == [.warning])
    #expect(run.findings.map(\.verdict) == [.implausible])
    #expect(run.findings.map(\.stated) == ["98.51"])
  }

  @Test("Two spellings of one name are told once")
  func spelling() throws {
    let bench = RuleBench(
      TableLiteral("satu", "nama | n:count\nKECAMATAN PAGANTAN | 1"),
      TableLiteral("dua", "nama | n:count\nKECAMATAN PAGENTAN | 1"))
    let agrees = RuleDefinition(id: "a", table: "satu", text: "agrees(n) with dua on nama")
    let members = RuleDefinition(id: "m", text: "members(satu.nama) = members(dua.nama)")
    #expect(try bench.run([agrees]).findings.map(\.severity) == [.note])
    #expect(try bench.run([agrees, members]).findings.map(\.rule) == ["m"])
  }
}
