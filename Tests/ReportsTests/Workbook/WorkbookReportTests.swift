import Diagnosis
import Foundation
import Glibc
import Pipelines
import Rules
import Tabular
import Testing

@testable import Reports

@Suite struct WorkbookReportTests {
  private let folder: TemporaryPlace

  init() throws { folder = try TemporaryPlace() }

  private func cell(_ address: String, _ raw: String, _ proposal: String?) -> Cause.Cell {
    Cause.Cell(
      location: Location(resource: "data/a b#1.xlsx", sheet: "Rekap '23", cell: address),
      raw: raw, proposal: proposal)
  }

  /// Two findings in a workbook; the first cause has three cells, the second none.
  private func explained() -> RunReport {
    var report = ExplainedReport.report
    report.inputs = [
      .init(
        path: "data/a b#1.xlsx", sha256: SampleReport.digest, bytes: 1, records: 1,
        sheet: "Rekap '23"),
      .init(path: "data/c.csv", sha256: SampleReport.digest, bytes: 1, records: 1),
    ]
    report.findings = [ExplainedReport.sum, ExplainedReport.percent]
    report.findings[0].cells[0].location = cell("C7", "", nil).location
    report.findings[0].cause = 1
    report.findings[1].cells[0].location = Location(
      resource: "data/c.csv", line: 3, field: "persen")
    report.findings[1].cause = 2
    report.causes = [ExplainedReport.report.causes[0], ExplainedReport.report.causes[1]]
    report.causes[0].findings = [ExplainedReport.sum.id]
    report.causes[0].explanation.cells = [
      cell("C7", "1.000", "900"), cell("D7", "2.000", "1.900"), cell("E7", "50", nil),
    ]
    report.causes[1].findings = [ExplainedReport.percent.id]
    report.causes[1].explanation.cells = []
    return report
  }

  @Test func everyCellOfACauseHasARow() throws {
    let rows = try WrittenWorkbook(explained(), in: folder).rows("Penyebab")
    #expect(rows.count == 5)
    #expect(rows.dropFirst().map { $0[0] } == ["1", "1", "1", "2"])
    #expect(rows[1...3].map { $0[5] } == ["1.000", "2.000", "50"])
    #expect(rows[1...3].map { $0[6] } == ["900", "1.900", ""])
    #expect(rows[2][7] == "sel lain dari penyebab 1")
    #expect(rows[1][4] == "data/a b#1.xlsx, lembar 'Rekap '23', sel C7")
    #expect(rows[4][4] == "data/c.csv:3, kolom 'persen'")
  }

  @Test func linksLeadToTheSourcesAndTheirMarkedCopies() throws {
    try folder.write(Data(), to: "data/a b#1.xlsx")
    try folder.write(Data(), to: "data/c.csv")
    try folder.write(Data(), to: "out/bulan/marked/data/a b#1.xlsx")
    var workbook = WorkbookReport(language: .indonesian)
    workbook.limits = .init()
    let bytes = try workbook.bytes(
      of: explained(), in: "\(folder.path)/out/bulan", from: folder.path + "/")
    let written = WrittenWorkbook(bytes)
    let addresses = try written.attribute(
      "Target", of: "Relationship", by: "Id", in: "xl/worksheets/_rels/sheet2.xml.rels")
    let part = "xl/worksheets/sheet2.xml"
    let relations = try written.attribute("r:id", of: "hyperlink", by: "ref", in: part)
    let locations = try written.attribute("location", of: "hyperlink", by: "ref", in: part)
    func address(_ cell: String) -> String? { relations[cell].flatMap { addresses[$0] } }
    #expect(address("J2") == "../../data/a%20b%231.xlsx")
    #expect(address("K2") == "marked/data/a%20b%231.xlsx")
    #expect(locations["J3"] == "'Rekap ''23'!D7" && locations["K3"] == "'Rekap ''23'!D7")
    #expect(address("J5") == "../../data/c.csv" && address("K5") == nil)
    #expect(locations["J5"] == nil)
    // From causes to the first of their findings, and back to the first row of the cause.
    #expect(locations["I2"] == "'Temuan'!A2" && locations["I5"] == "'Temuan'!A3")
    let back = try written.attribute(
      "location", of: "hyperlink", by: "ref", in: "xl/worksheets/sheet3.xml")
    #expect(back["I2"] == "'Penyebab'!A2" && back["I3"] == "'Penyebab'!A5")
    let rows = try written.rows("Temuan")
    #expect(rows[1][9] == "a b#1.xlsx" && rows[1][10] == "Rekap '23!C7")
    #expect(rows[2][9] == "c.csv")
  }

  @Test func filesThatAreNotThereHaveNoLinks() throws {
    let written = try WrittenWorkbook(explained(), in: folder, from: folder.path + "/")
    #expect(try written.part("xl/worksheets/_rels/sheet2.xml.rels").isEmpty)
    #expect(try written.rows("Temuan")[1][9] == "a b#1.xlsx")
  }

  @Test(arguments: [
    ("/srv/kerja/data/a.csv", "/srv/kerja/out", "../data/a.csv"),
    ("/srv/kerja/data/a.csv", "/srv/kerja", "data/a.csv"),
    ("/srv/kerja/data/a.csv", "/var/out", "../../srv/kerja/data/a.csv"),
    ("/srv/a", "/", "srv/a"), ("/srv/a", "/srv/a", "../a"),
  ])
  func addressesAreRelative(path: String, base: String, expected: String) {
    #expect(FileLinks.relative(path, to: base) == expected)
  }

  @Test func addressesAreThoseOfRFC3986() {
    #expect(FileLinks.escaped("a/b c:é%?.xlsx") == "a/b%20c%3A%C3%A9%25%3F.xlsx")
  }

  @Test func summaryTellsAllFindingsAndThoseWithoutNotes() throws {
    let rows = try WrittenWorkbook(SampleReport.discrepancies.report, in: folder)
      .rows("Ringkasan")
    func figure(_ label: String) -> String? { rows.first { $0[0].hasPrefix(label) }?[1] }
    #expect(figure("Temuan, satu baris di lembar 'Temuan'") == "4")
    #expect(figure("   di antaranya: kesalahan") == "2")
    #expect(figure("   di antaranya: peringatan") == "1")
    #expect(figure("   di antaranya: catatan") == "1")
    #expect(figure("Ketidaksesuaian (kesalahan dan peringatan, tanpa catatan)") == "3")
    #expect(figure("Temuan lain, yang hanya dihitung") == "24")
    #expect(figure("Aturan tidak dapat diperiksa") == "1")
    let heading = try #require(rows.firstIndex { $0[0] == "Pipeline" })
    #expect(
      rows[heading].prefix(7) == [
        "Pipeline", "Rekaman", "Diperiksa", "Kesalahan", "Peringatan", "Catatan", "Temuan",
      ])
    #expect(
      rows[heading + 1].prefix(7) == ["Realisasi anggaran", "1.234", "29", "2", "1", "1", "4"])
    let incomplete = try WrittenWorkbook(SampleReport.incomplete.report, in: folder)
    #expect(
      try incomplete.rows("Ringkasan").contains { $0[0].contains("berkas tidak ada") })
  }

  @Test func numbersHaveTheDecimalsOfTheirValue() throws {
    var report = SampleReport.discrepancies.report
    func finding(_ stated: String, _ expected: String?, _ difference: String?) -> Finding {
      var finding = SampleReport.ratio
      (finding.stated, finding.expected, finding.difference) = (stated, expected, difference)
      return finding
    }
    report.findings = [
      finding("5", "97.50", "-0.125"), finding("1234567", "0.5", "12345678901234567"),
      finding("007", "-3", nil), SampleReport.member,
    ]
    let written = try WrittenWorkbook(report, in: folder)
    let rows = try written.rows("Temuan").dropFirst().map { Array($0[4...6]) }
    #expect(rows[0] == ["5", "97,50", "-0,125"])
    #expect(rows[1] == ["1.234.567", "0,5", "12345678901234567"])
    #expect(rows[2] == ["007", "-3", ""])
    #expect(rows[3][0] == "33.04.01")
    let styles = try written.part("xl/styles.xml")
    #expect(styles.contains("formatCode=\"#,##0.000\"") && !styles.contains("0.#"))
    // Numbers, not texts: what has more digits than a double holds, and codes, are texts.
    let types = try written.attribute("t", of: "c", by: "r", in: "xl/worksheets/sheet3.xml")
    #expect(types["E2"] == nil && types["F2"] == nil && types["G2"] == nil)
    #expect(types["G3"] == "s" && types["E4"] == "s" && types["E5"] == "s")
  }

  @Test func textsOfTheDataAreReadBackAsTheyWere() throws {
    var report = SampleReport.discrepancies.report
    let long = String(repeating: "panjang ", count: 5_000)
    for (index, text) in ["_x0041_ dan _x000D_", "=1+1", long].enumerated() {
      report.findings[index].message = Message(indonesian: text, english: text)
    }
    let written = try WrittenWorkbook(report, in: folder)
    let rows = try written.rows("Temuan")
    #expect(rows[1][7] == "_x0041_ dan _x000D_" && rows[2][7] == "=1+1")
    #expect(rows[3][7].utf16.count == 32_767)
    #expect(rows[3][7].hasSuffix("… [dipotong; selengkapnya di report.json]"))
    #expect(try written.part("xl/sharedStrings.xml").contains("_x005F_x0041_"))
  }

  @Test func rowsAreAsHighAsTheirTexts() throws {
    var report = SampleReport.discrepancies.report
    let sentence = String(repeating: "kata yang panjang ", count: 30)
    report.findings[0].message = Message(indonesian: sentence, english: sentence)
    let heights = try WrittenWorkbook(report, in: folder)
      .attribute("ht", of: "row", by: "r", in: "xl/worksheets/sheet3.xml")
    let height = try #require(heights["2"].flatMap(Double.init))
    // 540 letters in a column of 80.
    #expect((105...135).contains(height))
    #expect(heights["1"] == nil)
  }

  @Test func whatDoesNotFitIsTold() throws {
    let place = try TemporaryPlace()
    try place.write(Data(), to: "data/c.csv")
    var report = explained()
    report.findings = (1...40).map { number in
      var finding = report.findings[1]
      finding.id = "id-\(number)"
      return finding
    }
    report.causes[0].findings = ["id-40"]
    report.causes[1].findings = ["id-1"]
    var limits = XlsxFile.Limits()
    (limits.rows, limits.links) = (30, 50)
    let written = try WrittenWorkbook(
      report, in: folder, from: place.path + "/", limits: limits)
    let rows = try written.rows("Temuan")
    #expect(rows.count == 30)
    #expect(rows[29][0] == "12 temuan lain tidak muat di lembar 'Temuan'; lihat findings.csv")
    let links = try written.attribute(
      "location", of: "hyperlink", by: "ref", in: "xl/worksheets/sheet2.xml")
    #expect(links["I2"] == nil && links["I5"] == "'Temuan'!A2")
    #expect(try written.rows("Penyebab")[1][8] == "1")
    #expect(
      try written.part("xl/worksheets/sheet3.xml").components(separatedBy: "<hyperlink ").count
        == 51)
    let summary = try written.rows("Ringkasan").map { $0[0] }
    #expect(summary.contains("Yang tidak muat"))
    #expect(summary.contains("12 temuan lain tidak muat di lembar 'Temuan'; lihat findings.csv"))
    #expect(
      summary.contains(
        "Lembar 'Temuan': 6 tautan ditulis sebagai teks biasa, "
          + "karena satu lembar hanya dapat memuat 50 tautan"))
  }

  @Test func causesThatDoNotFitAreTold() throws {
    var limits = XlsxFile.Limits()
    limits.rows = 4
    let written = try WrittenWorkbook(explained(), language: .english, in: folder, limits: limits)
    let rows = try written.rows("Causes")
    #expect(rows.count == 4 && rows[2][0] == "1")
    #expect(rows[3][0] == "2 other rows of causes do not fit sheet 'Causes'; see report.json")
    let back = try written.attribute(
      "location", of: "hyperlink", by: "ref", in: "xl/worksheets/sheet3.xml")
    #expect(back == ["I2": "'Causes'!A2"])
    #expect(try written.rows("Findings")[2][8] == "2")
  }

  @Test func hiddenFilesOfKilledRunsGoAway() throws {
    let ended = Process()
    ended.executableURL = URL(fileURLWithPath: "/bin/true")
    try ended.run()
    let process = ended.processIdentifier
    ended.waitUntilExit()
    let kept: Set = [
      ".report.xlsx.1", ".report.xlsx.0\(process)", ".report.xlsx.\(process)x", ".report.xlsx.",
      ".report.xlsx.-\(process)", "report.xlsx.\(process)", ".report.xlsx.99999999999999999999",
    ]
    for name in kept.union([".report.xlsx.\(process)"]) { try folder.write(Data(), to: name) }
    _ = try WrittenWorkbook(SampleReport.clean.report, in: folder)
    #expect(try folder.names() == kept)
  }

  @Test func saysWhyItCanNotBeWritten() throws {
    let missing = "\(folder.path)/tidak-ada"
    #expect(throws: OutputError(path: "\(missing)/report.xlsx", reason: .system(errno: ENOENT))) {
      try WorkbookReport(language: .indonesian).bytes(of: SampleReport.clean.report, in: missing)
    }
    let file = try folder.write(Data(), to: "berkas")
    #expect(throws: OutputError(path: "\(file)/report.xlsx", reason: .notAFolder)) {
      try WorkbookReport(language: .indonesian).bytes(of: SampleReport.clean.report, in: file)
    }
  }

  /// The parts are larger than the workbook: on some disks there would be room for one whose parts
  /// lack their ends.
  @Test(
    .enabled(if: geteuid() == 0, "only root may mount a file system"),
    arguments: [256, 512, 768, 1_024, 1_536, 2_048, 3_072, 4_096, 16_384])
  func fullDiskIsTold(kibibytes: Int) throws {
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else {
      print("skipped: a small file system can't be mounted here")
      return
    }
    defer { umount2(folder.path, CInt(MNT_DETACH)) }
    var bytes: [UInt8] = []
    do {
      bytes = try WorkbookReport(language: .indonesian)
        .bytes(of: SampleReport.many(5_000), in: folder.path)
    } catch let error as OutputError {
      #expect(error == OutputError(path: "\(folder.path)/report.xlsx", reason: .noSpace))
    }
    if kibibytes <= 256 { #expect(bytes.isEmpty) }
    if kibibytes >= 16_384 { #expect(!bytes.isEmpty) }
    if !bytes.isEmpty { #expect(try WrittenWorkbook(bytes).rows("Temuan").count == 5_001) }
    #expect(try folder.names().isEmpty)
  }
}
