import Pipelines
import Tabular
import Testing

@testable import Reports

@Suite struct TerminalSummaryTests {
  @Test(arguments: [20, 40, 79, 80, 120], Language.allCases)
  func neverExceedsItsWidth(width: Int, language: Language) {
    for sample in SampleReport.allCases {
      let text = TerminalSummary(language: language, width: width).text(sample.report)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count > 2)
      for line in lines {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
    }
  }

  @Test(arguments: [UInt64(3), 41, 20_263])
  func neverExceedsItsWidthWithAnyCharacters(seed: UInt64) {
    print("seed \(seed)")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "a", "bc", " ", "  ", "/", "表", "e\u{301}", "👩‍👧", "🇮🇩", "\u{1b}[1m", "\n", "\u{200b}",
    ]
    for _ in 0..<200 {
      let source = (0..<next(120)).map { _ in pieces[next(pieces.count)] }.joined()
      let width = 10 + next(40)
      let lines = StyledText(source).lines(width: width, style: .plain)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(source)")
      func letters(_ text: String) -> String { text.filter { $0 != " " } }
      let whole = String(StyledText(source).characters.map(\.character))
      #expect(letters(lines.joined()) == letters(whole))
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("e\u{301}", 1), ("表", 2), ("ｱ", 1), ("Ａ", 2), ("👩‍👧", 2), ("🇮🇩", 2),
    ("\u{200b}", 0), ("❤️", 2), ("…", 1), ("한", 2), ("ᄒ\u{1161}", 2), ("–", 1),
  ])
  func measuresColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func limitsTheFindingsOfARuleAndSaysWhereTheOthersAre() {
    let summary = TerminalSummary(findingsPerRule: 3, findingsPath: "hasil/findings.csv")
    let text = summary.summary(SampleReport.many(1_003))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("samples/anggaran/realisasi") } == 3)
    #expect(
      text.contains("… dan 1.000 lagi dari aturan 'persen-realisasi'; selengkapnya di"))
    #expect(text.contains("hasil/findings.csv"))
    #expect(!TerminalSummary().summary(SampleReport.discrepancies.report).contains("22 lagi"))
    #expect(TerminalSummary().summary(SampleReport.discrepancies.report).contains("24 lagi"))
  }

  @Test func saysWhatAPipelineCameTo() {
    let line = TerminalSummary(language: .english).pipelineLine(
      name: "opd", records: 44, outcomes: SampleReport.clean.report.rules)
    #expect(line == "opd: 44 records; 1 rule satisfied\n")
  }

  @Test func letsNoControlSequenceThrough() {
    let text = TerminalSummary().text(SampleReport.discrepancies.report)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
    #expect(text.contains("Dinas ·[31mSosial"))
  }
}
