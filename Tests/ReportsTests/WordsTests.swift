import Pipelines
import Rules
import Tabular
import Testing

@testable import Reports

@Suite struct WordsTests {
  @Test(arguments: [
    ("0", "0", "0"), ("999", "999", "999"), ("1000", "1.000", "1,000"),
    ("1054804", "1.054.804", "1,054,804"), ("29.25", "29,25", "29.25"),
    ("-53559000", "-53.559.000", "-53,559,000"), ("-0.12", "-0,12", "-0.12"),
    (
      "123456789012345678901234567890.5", "123.456.789.012.345.678.901.234.567.890,5",
      "123,456,789,012,345,678,901,234,567,890.5"
    ),
  ])
  func writesNumbersAsPeopleDo(canonical: String, indonesian: String, english: String) {
    #expect(ShownNumber.text(canonical: canonical, in: .indonesian) == indonesian)
    #expect(ShownNumber.text(canonical: canonical, in: .english) == english)
  }

  @Test(arguments: ["", "-", "007", "33.04.01", "1.", ".5", "+5", "12..821", "B (61)", "1,5"])
  func leavesWhatIsNoNumber(text: String) {
    #expect(ShownNumber.text(canonical: text, in: .indonesian) == nil)
  }

  @Test func saysWhatStandsWhatIsExpectedAndTheDifference() {
    let ratio = FindingFacts(of: SampleReport.ratio, in: .indonesian)
    #expect(
      ratio.phrase
        == "tertulis 97,55; seharusnya 97,67; selisih -0,12")
    let english = FindingFacts(of: SampleReport.ratio, in: .english)
    #expect(
      english.phrase
        == "stated 97.55; expected 97.67; difference -0.12")
  }

  @Test(arguments: [
    (Finding.Verdict.impossible, "tertulis 97,55"),
    (.implausible, "tertulis 97,55; masih dalam pembulatan, tetapi hampir mustahil kebetulan"),
    (.truncated, "tertulis 97,55; dipotong, bukan dibulatkan"),
  ])
  func saysWhatSpeaksForRounding(verdict: Finding.Verdict, phrase: String) {
    var finding = SampleReport.ratio
    finding.verdict = verdict
    let facts = FindingFacts(of: finding, in: .indonesian)
    #expect(facts.phrase(without: "seharusnya 97,67 (selisih -0,12)") == phrase)
    #expect(facts.phrase(without: "97,55; seharusnya 97,67 (selisih -0,12)").isEmpty)
  }

  @Test func doesNotSayTwiceWhatTheSentenceSaysWithoutQuotes() {
    let facts = FindingFacts(of: SampleReport.malformed, in: .indonesian)
    #expect(facts.phrase(without: "angka 12..821.200 tidak sah").isEmpty)
    #expect(facts.phrase(without: "angka tidak sah") == "tertulis '12..821.200'")
  }

  @Test func keepsCodesThatLookLikeNumbers() {
    let facts = FindingFacts(of: SampleReport.member, in: .indonesian)
    #expect(facts.phrase == "tertulis '33.04.01'; seharusnya '33.04.10'")
  }

  @Test func givesTheRangeWhereThereIsNoOneValue() {
    var finding = SampleReport.ratio
    finding.expected = nil
    let facts = FindingFacts(of: finding, in: .indonesian)
    #expect(facts.expected == "antara 97,665 dan 97,675")
  }

  @Test(arguments: [
    ("tertulis 97,55, seharusnya 97,67 (selisih -0,12)", ""),
    ("tertulis 197,55 dan 97,675", "tertulis 97,55; seharusnya 97,67; selisih -0,12"),
    ("kurang 0,12", "tertulis 97,55; seharusnya 97,67"),
  ])
  func doesNotSayTwice(sentence: String, rest: String) {
    #expect(FindingFacts(of: SampleReport.ratio, in: .indonesian).phrase(without: sentence) == rest)
  }

  /// Every word and sentence of the reports, in both languages.
  static let table: [(Message, String, String)] = [
    (Words.stated("1"), "tertulis 1", "stated 1"),
    (Words.expected("1"), "seharusnya 1", "expected 1"),
    (Words.difference("1"), "selisih 1", "difference 1"),
    (Words.between("1", "2"), "antara 1 dan 2", "between 1 and 2"),
    (Words.sheet("A"), "lembar 'A'", "sheet 'A'"), (Words.cell("C12"), "sel C12", "cell C12"),
    (Words.column("%"), "kolom '%'", "column '%'"),
    (Words.severity(.error), "kesalahan", "error"),
    (Words.severity(.warning), "peringatan", "warning"),
    (Words.severity(.note), "catatan", "note"),
    (Words.outcome(.satisfied), "terpenuhi", "satisfied"),
    (Words.outcome(.violated), "dilanggar", "violated"),
    (Words.outcome(.unverifiable), "tidak dapat diperiksa", "unverifiable"),
    (Words.outcome(.inapplicable), "tidak berlaku", "not applicable"),
    (Words.use(.data), "data", "data"), (Words.use(.header), "judul kolom", "header"),
    (Words.use(.heading), "judul", "heading"), (Words.use(.note), "keterangan", "note"),
    (Words.use(.blank), "kosong", "blank"), (Words.use(.total), "jumlah", "total"),
    (Words.use(.rejected), "ditolak", "rejected"),
    (Words.use(.leftOut), "disisihkan", "left out"),
    (Words.records(1), "1 rekaman", "1 record"),
    (Words.records(1_054_804), "1.054.804 rekaman", "1,054,804 records"),
    (Words.rules(1, .satisfied), "1 aturan terpenuhi", "1 rule satisfied"),
    (
      Words.order([
        .init(name: "a", title: "A", records: 1),
        .init(name: "b", title: "B", records: 1, uses: ["a", "c"]),
      ]), "Urutan: a, b (memakai a, c)", "Order: a, b (uses a, c)"
    ),
    (Words.count(2, .warning), "2 peringatan", "2 warnings"),
    (Words.andNotes(1), " dan 1 catatan", " and 1 note"),
    (Words.discrepancies(0), "Tidak ditemukan ketidaksesuaian", "No discrepancies found"),
    (Words.butNotes(2), ", tetapi ada 2 catatan", ", but 2 notes"),
    (
      Words.discrepancies(0, in: .clean), "Tidak ditemukan ketidaksesuaian",
      "No discrepancies found"
    ),
    (
      Words.discrepancies(0, in: .incomplete),
      "Tidak ditemukan ketidaksesuaian pada bagian yang diperiksa",
      "No discrepancies found in what was checked"
    ),
    (Words.discrepancies(1), "Ditemukan 1 ketidaksesuaian", "Found 1 discrepancy"),
    (Words.discrepancies(12), "Ditemukan 12 ketidaksesuaian", "Found 12 discrepancies"),
    (
      Words.more(15, rule: "kunci", in: "out/findings.csv"),
      "… dan 15 lagi dari aturan 'kunci'; selengkapnya di out/findings.csv",
      "… and 15 more of rule 'kunci'; all are in out/findings.csv"
    ),
    (
      Words.quarantined(by: ["a"]), "ditahan di karantina karena aturan 'a'",
      "kept in quarantine because of rule 'a'"
    ),
    (
      Words.quarantined(by: ["a", "b"]), "ditahan di karantina karena aturan 'a', 'b'",
      "kept in quarantine because of rules 'a', 'b'"
    ),
    (Words.withheld(4), "4 rekaman ditahan", "4 records withheld"),
    (
      Words.published(SampleReport.clean.report.datasets[0]), "sah, 44 rekaman", "valid, 44 records"
    ),
  ]

  @Test(arguments: table) func saysIt(message: Message, indonesian: String, english: String) {
    #expect(message.indonesian == indonesian)
    #expect(message.english == english)
  }

  @Test(arguments: Heading.allCases) func namesEveryHeading(heading: Heading) {
    #expect(!heading.words.indonesian.isEmpty && !heading.words.english.isEmpty)
    #expect(heading.words.indonesian.first?.isUppercase == true)
    #expect(heading.words.english.first?.isUppercase == true)
  }
}
