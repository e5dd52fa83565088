import Numerals
import Tabular
import Testing

@Suite("Decoding")
struct TableDecoderTests {
  @Test("Values, raw texts and findings of a small table")
  func smallTable() throws {
    let reading = try Reading(
      """
      Kode;Nama;Jumlah;Persen
      01; A ;1.054.804;29,25%
      02;B;12..821.200;100%
      03;-;3344;n/a
      04;D;;5,0 %
      05;E;2.500;0,0%
      """,
      [
        field("kode", .code), field("nama", .text) { $0.missingValues = ["-"] },
        field("jumlah", .count), field("persen", .percent) { $0.missingValues = ["n/a"] },
      ])
    #expect(
      reading.values == [
        ["01", "A", "1054804", "29.25"], ["02", "B", "·", "100"], ["03", "·", "3344", "·"],
        ["04", "D", "·", "5.0"], ["05", "E", "2500", "0.0"],
      ])
    #expect(
      reading.raws == [
        ["01", " A ", "1.054.804", "29,25%"], ["02", "B", "12..821.200", "100%"],
        ["03", "-", "3344", "n/a"], ["04", "D", "", "5,0 %"],
        ["05", "E", "2.500", "0,0%"],
      ])
    #expect(reading.findings == ["3 jumlah angka", "note 2 nama spasi-tepi"])
    let finding = try #require(reading.source.findings.first)
    #expect(finding.expected == "12.821.200")
    #expect(finding.cells[0].raw == "12..821.200")
    #expect(finding.cells[0].location.label == "Jumlah")
    #expect(finding.record == 2)
  }

  struct Domain: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var field: Field
    var cells: [String]
    var values: [String]
    var findings: [String]
  }

  static let domains = [
    Domain(
      testDescription: "required", field: field("x", .text) { $0.constraints.required = true },
      cells: ["A", "", " "], values: ["A", "·", "·"],
      findings: ["3 x wajib", "4 x wajib", "note 4 x spasi-tepi"]),
    Domain(
      testDescription: "required number",
      field: field("x", .count) {
        $0.constraints.required = true
        $0.missingValues = ["-"]
      }, cells: ["1", "", "-"], values: ["1", "·", "·"], findings: ["3 x wajib", "4 x wajib"]),
    Domain(
      testDescription: "allowed texts",
      field: field("x", .text) { $0.constraints.values = ["Baik", "Cukup"] },
      cells: ["Baik", "Baek"], values: ["Baik", "Baek"], findings: ["3 x pilihan"]),
    Domain(
      testDescription: "pattern of texts",
      field: field("x", .code) { $0.constraints.pattern = #"\d\d\.\d\d"# },
      cells: ["33.04", "3304"], values: ["33.04", "3304"], findings: ["3 x pola"]),
    Domain(
      testDescription: "bounds",
      field: field("x", .decimal) {
        $0.constraints.minimum = .zero
        $0.constraints.maximum = ExactDecimal(mantissa: 5)
      }, cells: ["5,00", "5,01", "-0,1", "0"], values: ["5.00", "5.01", "-0.1", "0"],
      findings: ["3 x batas-atas", "4 x batas-bawah"]),
    Domain(
      testDescription: "a count is never negative", field: field("x", .count),
      cells: ["5", "-5"], values: ["5", "-5"], findings: ["3 x batas-bawah"]),
    Domain(
      testDescription: "the form of numerals",
      field: field("x", .count) { $0.constraints.pattern = #"-?\d{1,3}(\.\d{3})*"# },
      cells: ["1.234", "56", "3637", "789"], values: ["1234", "56", "·", "789"],
      findings: ["4 x angka"]),
    Domain(
      testDescription: "a form that names digits is tried on every value",
      field: field("x", .count) { $0.constraints.pattern = "[1-4]" }, cells: ["1", "5", "4"],
      values: ["1", "·", "4"], findings: ["3 x angka"]),
    Domain(
      testDescription: "errors of spreadsheets", field: field("x", .amount),
      cells: ["1", "#REF!", "#N/A"], values: ["1", "·", "·"],
      findings: ["3 x galat-lembar", "4 x galat-lembar"]),
    Domain(
      testDescription: "errors of spreadsheets among texts", field: field("x", .text),
      cells: ["A", "#N/A"], values: ["A", "·"], findings: ["3 x galat-lembar"]),
    Domain(
      testDescription: "codes written with an exponent", field: field("x", .code),
      cells: ["33.04", "3.30401E+15", "3,3e+9", "5E+06", "2E10", "1.2.3E+4", "A1E+5", "1E+1000"],
      values: ["33.04", "·", "·", "·", "2E10", "1.2.3E+4", "A1E+5", "1E+1000"],
      findings: ["3 x angka", "4 x angka", "5 x angka"]),
    Domain(
      testDescription: "a word for a total instead of a number", field: field("x", .integer),
      cells: ["1", "Jumlah"], values: ["1", "·"], findings: []),
    Domain(
      testDescription: "affixes and units",
      field: field("x", .count) { $0.unit = "pengikut" },
      cells: ["36.590 pengikut", "9 pengikut", "1.002 pengikut"],
      values: ["36590", "9", "1002"], findings: []),
    Domain(
      testDescription: "a pattern with a hole",
      field: field("x", .decimal) {
        $0.numberPattern = #"B \((.*)\)"#
        $0.convention = .indonesian
      }, cells: ["B (61)", "B (62,00)", "61"], values: ["61", "62.00", "·"],
      findings: ["4 x angka"]),
    Domain(
      testDescription: "dates by day first", field: field("x", .date),
      cells: ["31/12/2023", "1/2/2023", "2 Mei 2023", "30/2/2023"],
      values: ["2023-12-31", "2023-02-01", "2023-05-02", "·"], findings: ["5 x tanggal"]),
    Domain(
      testDescription: "dates that nothing decides", field: field("x", .date),
      cells: ["1/2/2023", "2023-01-05"], values: ["·", "2023-01-05"], findings: ["2 x tanggal"]),
    Domain(
      testDescription: "dates as declared",
      field: field("x", .date) { $0.dateOrder = .monthFirst }, cells: ["1/2/2023"],
      values: ["2023-01-02"], findings: []),
    Domain(
      testDescription: "periods", field: field("x", .period),
      cells: ["2023", "Semester I 2023", "2014.0", "lama"],
      values: ["2023", "2023-S1", "2014", "·"], findings: ["5 x periode"]),
    Domain(
      testDescription: "truth", field: field("x", .boolean), cells: ["Ya", "tidak", "mungkin"],
      values: ["true", "false", "·"], findings: ["4 x ya-tidak"]),
    Domain(
      testDescription: "more digits than 64 bits hold", field: field("x", .amount),
      cells: ["10.000.000.000.000.000.000", "1"],
      values: ["10000000000000000000", "1"], findings: []),
    Domain(
      testDescription: "mixed decimals that 64 bits can't hold at one scale",
      field: field("x", .decimal), cells: ["0,123456789", "900000000000000000"],
      values: ["0.123456789", "900000000000000000"], findings: []),
    Domain(
      testDescription: "carets for commas", field: field("x", .decimal),
      cells: ["12^5", "1,5", "2,5"], values: ["12.5", "1.5", "2.5"],
      findings: ["warning 2 x cara-tulis"]),
  ]

  @Test("Cells and what is found in them", arguments: domains)
  func domain(_ story: Domain) throws {
    let text = "No;x\n" + story.cells.enumerated().map { "\($0 + 1);\($1)\n" }.joined()
    for size in [1, Int.max] {
      let reading = try Reading(text, [story.field], blockRows: size)
      #expect(reading.values.map { $0[0] } == story.values)
      #expect(reading.raws.map { $0[0] } == story.cells)
      #expect(reading.findings == story.findings)
    }
  }

  @Test("A finding is named by its fact, not by its line")
  func fingerprints() throws {
    let fields = [field("kode", .code), field("nilai", .count)]
    let first = try Reading("kode;nilai\nA;1\nB;x1\n", fields, key: ["kode"])
    let second = try Reading("Judul\nkode;nilai\nB;x1\nC;4\nA;1\n", fields, key: ["kode"])
    #expect(first.source.findings.map(\.id) == second.source.findings.map(\.id))
    let twice = try Reading("kode;nilai\nB;x1\nB;x1\n", fields, key: ["kode"])
    #expect(Set(twice.source.findings.map(\.id)).count == 2)
  }

  @Test("Reshaped rows keep the place of every cell")
  func places() throws {
    var block = RowBlock()
    block.append(["33.04".utf8, "0-4".utf8, "1x2".utf8].map(Array.init), line: 4)
    block.append(["33.04".utf8, "5-9".utf8, "7".utf8].map(Array.init), line: 4)
    block.places = [
      CellPlace(line: 4, column: 1), CellPlace(line: 2, column: 3), CellPlace(line: 4, column: 3),
      CellPlace(line: 4, column: 1), CellPlace(line: 2, column: 7), CellPlace(line: 4, column: 7),
    ]
    let fields = [field("kode", .code), field("umur", .text), field("pria", .count)]
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
    decoder.begin(
      resource: "f.xlsx", sheet: "Data", columns: [0, 1, 2], labels: ["Kode", nil, "Pria"])
    try decoder.decode(block)
    let reading = try decoder.end()
    let table = decoder.finish()
    #expect(reading.findings.map { $0.cells[0].location.cell } == ["D4"])
    let batch = try #require(try table.batches.find(record: 2)).batch
    #expect(table.location(of: 2, row: 1, in: batch).cell == "H4")
    #expect(table.location(of: 1, row: 1, in: batch).cell == "H2")
  }

  @Test("Findings in sheets name cells")
  func sheets() throws {
    let rows = TinyCSV.rows(of: "No;x;\n1;a1;\n2;5;y\n3;4;5;6\n")
    let place = Location(resource: "f.xlsx", sheet: "S")
    let fields = [field("x", .count)]
    let layout = try Layout(of: rows, in: place)
    let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
    decoder.begin(resource: "f.xlsx", sheet: "S", layout: layout, match: match)
    try decoder.decode(rows)
    let findings = try decoder.end().findings
    #expect(findings.map(\.rule) == ["kolom-tanpa-nama", "angka", "sel-terpencil"])
    #expect(findings.map { $0.cells[0].location.cell } == ["C3", "B2", "D4"])
    #expect(findings.allSatisfy { $0.cells[0].location.line == nil })
  }

  @Test("Two resources make one table")
  func resources() throws {
    let fields = [field("kode", .code), field("nilai", .count)]
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
    for (name, text) in [("a.csv", "kode;nilai\nA;1\n"), ("b.csv", "nilai;kode\n2.000;B\n3;A\n")] {
      let rows = TinyCSV.rows(of: text)
      let layout = try Layout(of: rows, in: Location(resource: name))
      let match = try ColumnMatch(
        fields: fields, header: layout.header, in: Location(resource: name))
      decoder.begin(resource: name, layout: layout, match: match)
      try decoder.decode(rows)
      #expect(try decoder.end().findings.isEmpty)
    }
    let table = decoder.finish()
    #expect(table.recordCount == 3)
    let found = try #require(try table.batches.find(record: 3))
    #expect(found.batch.columns[0].texts?.text(at: found.row) == "A")
    #expect(table.location(of: 1, row: found.row, in: found.batch).resource == "b.csv")
    #expect(table.sources[1].columns == [1, 0])
  }
}
