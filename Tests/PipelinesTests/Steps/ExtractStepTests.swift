import Tabular
import Testing

@testable import Pipelines

private let here = FilePlace(file: "contoh.yaml", line: 7, column: 9)

/// What stands inside a cell: the text, and what becomes of it.
struct Extraction: Sendable, CustomTestStringConvertible {
  var text: String
  var cells: [String]
  var testDescription: String { text }

  init(_ text: String, _ cells: [String]) { (self.text, self.cells) = (text, cells) }
}

@Suite struct ExtractStepTests {
  private func cells(of text: String, _ patterns: [String]) throws -> [String] {
    var table = TextTable("isi\nx")
    table.records[0].cells[0].text = text
    let result = try table.extracting("isi", patterns, declared: [], at: here)
    return try #require(result.records.first).cells.map(\.text)
  }

  @Test(arguments: [
    Extraction("Target", ["Target", ""]), Extraction("Realisasi 2019", ["Realisasi", "2019"]),
    Extraction("Target s/d 2023", ["Target", "2023"]),
    Extraction("Target Renstra 2023", ["Target", "2023"]),
    Extraction("Capaian 2019", ["Capaian", "2019"]), Extraction("Capaian (%)", ["Capaian", ""]),
    Extraction("Capaian %", ["Capaian", ""]), Extraction("Capaian Kinerja %", ["Capaian", ""]),
    Extraction("Capaian (4/3)*100", ["Capaian", ""]), Extraction("%", ["%", ""]),
    Extraction("Keterangan", ["Keterangan", ""]), Extraction("", ["", ""]),
  ])
  func labels(_ example: Extraction) throws {
    let patterns = [
      "(?<isi>Target|Realisasi|Capaian)([ ].*)?[ ](?<tahun>[0-9]{4})",
      "(?<isi>Target|Realisasi|Capaian)([ ].*)?", "(?<isi>%)",
    ]
    #expect(try cells(of: example.text, patterns) == example.cells)
  }

  @Test(arguments: [
    Extraction("55,03 B", ["55,03", "", "B", ""]), Extraction("B (61)", ["61", "", "B", ""]),
    Extraction("B (62,00)", ["62,00", "", "B", ""]), Extraction("B", ["", "", "B", ""]),
    Extraction("29,25 %", ["29,25", "%", "", ""]), Extraction("10%", ["10", "%", "", ""]),
    Extraction("1.000%", ["1.000", "%", "", ""]), Extraction("44 OPD", ["44", "OPD", "", ""]),
    Extraction("4 dokumen (BDA, KDA)", ["4", "dokumen", "", "BDA, KDA"]),
    Extraction("6 sasaran", ["6", "sasaran", "", ""]),
    Extraction(": 7 Sub Kegiatan", ["7", "Sub Kegiatan", "", ""]),
    Extraction(": 7 (tujuh) Sub Kegiatan", ["7", "Sub Kegiatan", "", ""]),
    Extraction("*) Jumlah NRR IKM tertimbang : 3,376", ["3,376", "", "", ""]),
    Extraction("84", ["84", "", "", ""]),
    Extraction("lihat lampiran", ["lihat lampiran", "", "", ""]),
    Extraction("  ", ["", "", "", ""]),
  ])
  func figures(_ example: Extraction) throws {
    let patterns = [
      #":?\s*(?<isi>[0-9][0-9.,]*)\s*(\([a-z]+\)\s*)?(?<satuan>%|[A-Za-z]{2}[A-Za-z ]*[a-zA-Z])?(\s*\((?<rincian>.*)\))?"#,
      #"(?<isi>[0-9.,]+) (?<kategori>[A-D]+)"#, #"(?<kategori>[A-D]+)( \((?<isi>[0-9.,]+)\))?"#,
      #"\*+\).*: (?<isi>[0-9.,]+)"#,
    ]
    var table = TextTable("isi\nx")
    table.records[0].cells[0].text = example.text
    let result = try table.extracting("isi", patterns, declared: ["isi"], at: here)
    let names = ["isi", "satuan", "kategori", "rincian"]
    let positions = try result.positions(of: names, at: here)
    let record = try #require(result.records.first)
    #expect(positions.map { record.cells[$0].text.trimmed } == example.cells.map(\.trimmed))
  }

  @Test func columnGivesWayUnlessItIsDeclared() throws {
    let table = TextTable("a|Isi Sel|z\n1|7 OPD|2")
    let gone = try table.extracting("Isi Sel", ["(?<n>[0-9]+) (?<s>.*)"], declared: [], at: here)
    #expect(gone.text == "a|n|s|z\n1|7|OPD|2")
    let stays = try table.extracting(
      "isi sel", ["(?<n>[0-9]+) (?<s>.*)"], declared: ["Isi Sel"], at: here)
    #expect(stays.text == "a|Isi Sel|n|s|z\n1|7 OPD|7|OPD|2")
    #expect(try stays.position(of: "isi sel", at: here) == 1)
    #expect(try gone.extracting("n", ["(?<n>.*)"], declared: ["n"], at: here) == gone)
  }

  @Test func partsKeepWhatWasWritten() throws {
    var table = TextTable("isi\nx|y")
    table.records[0].cells = [
      TextTable.Cell(
        text: "61,5", raw: nil, place: CellPlace(line: 2, column: 0), marks: .number,
        stored: "61.4999", indent: 1)
    ]
    let whole = try table.extracting("isi", ["(?<a>[0-9,]+)(?<b>x)?"], declared: [], at: here)
    let cells = try #require(whole.records.first).cells
    #expect(cells[0] == table.records[0].cells[0])
    #expect(
      cells[1]
        == TextTable.Cell(
          text: "", raw: "61,5", place: CellPlace(line: 2, column: 0), marks: .number))
    let part = try table.extracting("isi", ["(?<a>[0-9]+),.*"], declared: [], at: here)
    let first = try #require(part.records.first?.cells.first)
    #expect([first.text, first.raw, first.stored] == ["61", "61,5", nil])
  }

  @Test func pivotJoinsWhatExtractMadeAlike() throws {
    let table = TextTable("k|Target|Realisasi 2023|%\nA|1|2|3\nB|||")
    let long = try table.unpivoted(keys: ["k"], into: ["u"], value: "nilai", at: here)
      .extracting("u", ["(?<u>Target|Realisasi|%).*?(?<tahun>[0-9]{4})?"], declared: [], at: here)
    var normalisation = Normalisation()
    normalisation.replacements = ["": "2023"]
    let names = [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "%")]
      .map { Step.PivotName(text: $0.1, column: $0.0) }
    let wide = try long.normalised("tahun", normalisation, list: nil, at: here)
      .pivoted(column: "u", names: names, value: "nilai", at: here)
    #expect(wide.text == "k|tahun|target|realisasi|capaian\nA|2023|1|2|3\nB|2023|||")
  }

  @Test(arguments: ["", "   "]) func emptyCellTakesTheDefault(_ written: String) throws {
    var table = TextTable("tahun\nx")
    table.records[0].cells[0].text = written
    var normalisation = Normalisation()
    normalisation.replacements = ["": "2023"]
    let result = try table.normalised("tahun", normalisation, list: nil, at: here)
    let cell = try #require(result.records.first?.cells.first)
    #expect([cell.text, cell.raw] == ["2023", written])
  }
}

@Suite struct KeepStepTests {
  private let table = TextTable("no|uraian\n1|Nilai\n|1 Indikator\n2|Kategori\n|")

  @Test func dropLeavesOutWhatFitsAndShowsIt() throws {
    let result = try table.leavingOut(.fitting, "uraian", ["[0-9]+ Indikator", ""], at: here)
    #expect(result.text == "no|uraian\n1|Nilai\n2|Kategori")
    #expect(
      result.leftOut == [
        .init(line: 3, use: .leftOut, text: "1 Indikator"), .init(line: 5, use: .leftOut, text: ""),
      ])
  }

  @Test func keepLeavesOutWhatDoesNotFit() throws {
    let result = try table.leavingOut(.others, "uraian", ["Nilai", "[A-Z].*"], at: here)
    #expect(result.text == "no|uraian\n1|Nilai\n2|Kategori")
    #expect(result.leftOut.map(\.line) == [3, 5])
  }

  @Test func lineOfWhichARecordIsLeftIsNoneOfThem() throws {
    let long = try TextTable("k|x|y\nA|1|-\nB|-|-")
      .unpivoted(keys: ["k"], into: ["u"], value: "nilai", at: here)
      .leavingOut(.fitting, "nilai", ["-"], at: here)
    #expect(long.text == "k|u|nilai\nA|x|1")
    #expect(long.leftOut == [.init(line: 3, use: .leftOut, text: "B | - | -")])
    let names = [Step.PivotName(text: "x", column: "x")]
    let wide = try long.pivoted(column: "u", names: names, value: "nilai", at: here)
    #expect(wide.leftOut == long.leftOut)
  }

  @Test func summaryCountsThemOnce() {
    let summary = ReadingSummary(
      resource: "a.csv", counts: [.header: 1, .data: 3],
      otherLines: [.init(line: 9, use: .note, text: "Sumber")])
    let line = ReadingSummary.OtherLine(line: 3, use: .leftOut, text: "x")
    let result = summary.leavingOut([line])
    #expect(result.counts == [.header: 1, .data: 2, .leftOut: 1])
    #expect(result.lineCount == summary.lineCount)
    #expect(result.otherLines.map(\.line) == [3, 9])
    #expect(summary.leavingOut([]) == summary)
  }
}
