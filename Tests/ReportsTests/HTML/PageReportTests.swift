import Pipelines
import Tabular
import Testing

@testable import Reports

@Suite struct PageReportTests {
  private func page(_ report: RunReport, _ language: Language = .indonesian) throws -> String {
    try TextStream.text { try PageReport(language: language).write(report, to: $0) }
  }

  @Test func sameReportGivesSameBytes() throws {
    #expect(try page(ExplainedReport.report) == page(ExplainedReport.report))
  }

  @Test(arguments: SampleReport.allCases, Language.allCases)
  func tellsTheSumWithoutTheScript(_ sample: SampleReport, language: Language) throws {
    let page = try page(sample.report, language)
    let main = page.prefix(upTo: try #require(page.firstRange(of: "<script type")).lowerBound)
    #expect(
      main.contains(HTMLText.escaped(PageWords.status(sample.report.status).text(in: language))))
    for dataset in sample.report.datasets { #expect(main.contains(dataset.path)) }
    for failure in sample.report.failures {
      #expect(main.contains(HTMLText.escaped(failure.message.text(in: language))))
    }
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test func causesStandInTheMarkupAsSentences() throws {
    let page = try page(ExplainedReport.report)
    let main = page.prefix(upTo: try #require(page.firstRange(of: "<script type")).lowerBound)
    for number in 1...4 { #expect(main.contains("penyebab \(number): tertulis")) }
    #expect(main.contains("Penduduk menurut umur"))
    #expect(main.contains("data belum sah, ditahan"))
  }

  @Test func nothingIsFetched() throws {
    let page = try page(ExplainedReport.report)
    #expect(page.contains("default-src 'none'"))
    for mark in ["src=\"", "http://", "https://", "url(", "@import", "innerHTML", "eval("] {
      #expect(!page.contains(mark), "\(mark)")
    }
  }

  @Test(arguments: ExplainedReport.hostileTexts)
  func textsFromDataStayTexts(_ text: String) throws {
    let page = try page(ExplainedReport.hostile(text))
    let plain = try self.page(ExplainedReport.report)
    // As many elements as without them: no text has become one, and none ends one.
    for tag in ["<script", "</script", "<img", "<b>", "<!--"] {
      #expect(count(tag, in: page) == count(tag, in: plain), "\(tag)")
    }
    let markup = page.prefix(upTo: try #require(page.firstRange(of: "<script type")).lowerBound)
    for sign in ["\u{0}", "\u{202E}", "\u{2028}", "\u{7}"] {
      #expect(!markup.contains(sign), "\(sign.unicodeScalars.map(\.value))")
    }
  }

  private func count(_ text: String, in page: String) -> Int {
    page.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      sum + line.ranges(of: text).count
    }
  }

  @Test func scriptFindsAllItsWords() throws {
    let names = Set(PageWords.scripted.map(\.name))
    #expect(names.count == PageWords.scripted.count)
    let used = PageFiles.script.matches(of: /word\("([a-zA-Z-]+)"/).map { String($0.1) }
    #expect(used.count > 20)
    for name in used { #expect(names.contains(name), "\(name)") }
    for (name, words) in PageWords.scripted {
      #expect(!words.indonesian.isEmpty && !words.english.isEmpty, "\(name)")
    }
  }

  @Test func manyFindingsStandInPieces() throws {
    let page = try page(SampleReport.many(1_201))
    #expect(count("data-list=\"findings\"", in: page) - 1 == 3 - 1)
  }
}

@Suite struct PageWordsTests {
  @Test(arguments: [
    (PageWords.agreeing(4_629, of: 4_713), "4.629 cocok (98,21%)", "4,629 agree (98.21%)"),
    (PageWords.agreeing(0, of: 0), "tidak ada yang dapat dicocokkan", "nothing to compare"),
    (PageWords.percent(1), "100,00%", "100.00%"),
    (PageWords.percent(0.999_999), "99,99%", "99.99%"),
    (PageWords.unfulfilled(1), "1 aturan belum terpenuhi", "1 rule is not fulfilled"),
    (PageWords.unfulfilled(2), "2 aturan belum terpenuhi", "2 rules are not fulfilled"),
    (
      PageWords.scope(SampleReport.clean.report), "1 kelompok data, 1 berkas, 44 rekaman",
      "1 pipeline, 1 file, 44 records"
    ),
    (
      PageWords.bySeverity([.error: 2, .note: 1]), "2 kesalahan, 0 peringatan, 1 catatan",
      "2 errors, 0 warnings, 1 note"
    ),
    (PageWords.moreRecords(1), "1 rekaman lagi tidak digambar.", "1 more record is not drawn."),
    (PageWords.share(3, of: 1_000), "3 dari 1.000", "3 of 1,000"),
    (
      SlipWords.opening(1),
      "Data yang disampaikan telah diperiksa. 1 hal berikut belum sesuai dan dikembalikan untuk diperbaiki atau dijelaskan.",
      "The data you sent were checked. This item does not agree and is returned to be repaired or explained."
    ),
  ])
  func tell(_ words: Message, indonesian: String, english: String) {
    #expect(words.indonesian == indonesian)
    #expect(words.english == english)
  }
}

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("Dinas Sosial", "Dinas Sosial"), ("<b>", "&lt;b&gt;"),
    ("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#39;c&#39;"),
    ("\u{0}", "\u{2400}"), ("\u{1B}[1m", "\u{241B}[1m"), ("a\u{202E}b", "a[U+202E]b"),
    ("a\r\nb\tc", "a\nb c"), ("\u{FEFF}x", "[U+FEFF]x"), ("\u{7F}", "[U+007F]"), ("é ﷺ 😀", "é ﷺ 😀"),
  ])
  func escapes(text: String, expected: String) { #expect(HTMLText.escaped(text) == expected) }
}
