import Foundation
import Diagnosis
import Pipelines
import Tabular
import Testing

@testable import Reports

@Suite struct ReturnSlipTests {
  private func slip(_ number: Int, _ language: Language = .indonesian) throws -> String {
    let slips = SlipItems.all(of: ExplainedReport.report)
    let slip = ReturnSlip(
      slip: slips[number], report: ExplainedReport.report, language: language)
    return try TextStream.text { try slip.write(to: $0) }
  }

  @Test func everyOfficeHasItsOwnItems() {
    let slips = SlipItems.all(of: ExplainedReport.report)
    #expect(slips.map(\.office) == [ExplainedReport.office, ExplainedReport.otherOffice])
    #expect(slips.map { $0.items.map(\.raw) } == [["95,97", "1.000"], ["Dinas Sosal", ""]])
    #expect(slips[0].items.map(\.proposal) == ["96,67", "900"])
  }

  @Test func tellsWhatStandsAndWhatShould() throws {
    let page = try slip(0)
    for text in [
      "LEMBAR PENGEMBALIAN DATA", "Perpres 39/2019", ExplainedReport.office, "95,97", "96,67",
      "2.004.160.253 dari 2.073.119.000 adalah 96,67%, bukan 95,97%", "satu angka salah ketik",
      "realisasi-program-2023.csv", "lembar &#39;Sasaran 5&#39;, sel C7", "Batas waktu perbaikan",
      SampleReport.digest.prefix(12).description,
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("Sosal") && !page.contains("<script"))
    #expect(try slip(1, .english).contains("DATA RETURN SLIP"))
    #expect(try slip(1).contains("mohon dijelaskan"))
  }

  @Test(arguments: [
    ("Dinas Komunikasi dan Informatika", "dinas-komunikasi-dan-informatika"),
    ("../../etc/passwd", "etc-passwd"), ("  ", "tanpa-nama"), ("Ünë", "n"), ("A/B \u{0}c", "a-b-c"),
  ])
  func namesOfFilesAreSafe(office: String, slug: String) {
    #expect(ReturnSlips.slug(office) == slug)
  }

  @Test(arguments: ExplainedReport.hostileTexts)
  func textsFromDataStayTexts(_ text: String) throws {
    let report = ExplainedReport.hostile(text)
    for items in SlipItems.all(of: report) {
      let page = try TextStream.text {
        try ReturnSlip(slip: items, report: report, language: .indonesian).write(to: $0)
      }
      for mark in ["<script", "<img", "<!--", "\u{0}", "\u{202E}"] {
        #expect(!page.contains(mark), "\(mark)")
      }
    }
  }

  @Test func cellsThatChangeTogetherAreAllNamed() throws {
    var report = ExplainedReport.report
    var other = report.causes[0].explanation.cells[0]
    other.location.line = 9
    other.proposal = nil
    report.causes[0].explanation.cells.append(other)
    let slip = ReturnSlip(
      slip: SlipItems.all(of: report)[0], report: report, language: .indonesian)
    let page = try TextStream.text { try slip.write(to: $0) }
    #expect(page.contains("Ikut berubah: <bdi>baris 9, kolom &#39;%&#39;: 95,97 → ?</bdi>"))
  }

  @Test func causesWithoutAWrongCellAreToldToo() {
    var report = ExplainedReport.report
    report.causes[1].explanation.cells = []
    let items = SlipItems.all(of: report)[0].items
    #expect(items.map(\.raw) == ["95,97", "1.000"])
    #expect(items[1].proposal == nil && items[1].reason == report.causes[1].explanation.message)
  }

  @Test(arguments: [
    (Location(resource: "x/a.csv", line: 4, field: "b"), "a.csv:4, kolom 'b'"),
    (Location(resource: "a.xlsx", sheet: "Satu", cell: "D8"), "D8"),
    (Location(resource: "a.xlsx", sheet: "Dua", cell: "D8"), "Dua!D8"),
    (Location(resource: "x/b.xlsx", sheet: "Satu", cell: "D8"), "b.xlsx Satu!D8"),
  ])
  func placesLeaveOutWhatIsCommon(place: Location, short: String) {
    let other = Location(resource: "a.xlsx", sheet: "Satu", cell: "C8")
    #expect(Place.short(place, beside: other, in: .indonesian) == short)
  }

  @Test func slipsOfAnEarlierRunGo() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ReportFiles(
      language: .indonesian,
      record: RunRecord(
        version: "1", options: [], started: "", finished: "", milliseconds: 0, exitStatus: 1))
    let slips = folder.appendingPathComponent(ReturnSlips.folder)
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: slips.path).sorted()
    }
    try files.write(ExplainedReport.report, into: folder.path)
    #expect(
      try names() == [
        "lembar-pengembalian-bagian-organisasi.html",
        "lembar-pengembalian-dinas-komunikasi-dan-informatika.html",
      ])
    try Data().write(to: slips.appendingPathComponent("catatan.txt"))
    try files.write(SampleReport.clean.report, into: folder.path)
    #expect(try names() == ["catatan.txt"])
  }
}
