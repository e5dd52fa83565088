import Testing

@testable import Spreadsheets

@Suite("XLS workbooks with a story")
struct XLSFixtureTests {
  struct Story: CustomTestStringConvertible {
    var name: String
    var lines: [String]
    var testDescription: String { name }

    init(_ name: String, _ lines: String...) {
      self.name = name
      self.lines = lines
    }
  }

  @Test("Each fixture holds what its story says", arguments: stories)
  func story(_ story: Story) {
    #expect(XLSFixtures.told(XLSFixtures.fixture(story.name + ".xls")) == story.lines)
  }

  static let stories = [
    Story(
      "without-compound-file", "Sheet1!A1 text Kecamatan", "Sheet1!B1 text Jumlah",
      "Sheet1!A2 text Ngémplak", "Sheet1!B2 number 1234567", "Sheet1!C2 number 12.5"),
    Story(
      "without-end", "Sheet1!A1 text Kecamatan", "Sheet1!B1 text Jumlah",
      "Sheet1!A2 text Ngémplak", "Sheet1!B2 number 1234567", "Sheet1!C2 number 12.5",
      "Sheet1!C2 truncated"),
    Story("version-2", "foreign(Spreadsheets.SpreadsheetError.Foreign.oldExcel)"),
    Story(
      "rows-out-of-order", "Data!A1 number 9", "Data!A3 number 20", "Data!D3 text teks",
      "Data!B4 number 1", "Data!C4 number 2.5", "Data!A6 number 51", "Data!B6 number 52"),
    Story(
      "chart-and-modules", "notATable(sheet: \"Grafik\")", "Tabel!A1 number 1", "Makro hidden",
      "notATable(sheet: \"Makro\")", "Modul1 veryHidden", "notATable(sheet: \"Modul1\")",
      "Lampiran veryHidden", "Lampiran!A1 number 3"),
    Story("chart-in-sheet", "Data!A1 number 1", "Data!A2 number 2"),
    Story("password", "passwordProtected"),
    Story("password-biff5", "passwordProtected"),
    Story("encrypted-package", "passwordProtected"),
    Story("word-document", "foreign(Spreadsheets.SpreadsheetError.Foreign.document)"),
    Story("presentation", "foreign(Spreadsheets.SpreadsheetError.Foreign.presentation)"),
    Story("other-compound-file", "foreign(Spreadsheets.SpreadsheetError.Foreign.compoundFile)"),
    Story("capital-name", "Data!A1 number 1"),
    Story("both-streams", "Data!A1 number 8"),
    Story("version-4-sectors", "Data!A1 number 1"),
    Story("cut-off", "truncated"),
    Story("sheet-offsets-wrong", "Satu!A1 number 1", "Dua!A1 number 2"),
    Story(
      "biff5-windows-1252", "Belanja!A1 text Biaya – €5", "Belanja!A2 text café",
      "Belanja!A3 number 3 =B1+$C4", "Belanja!A4 text é\"b =\"é\"\"b\"",
      "Belanja!A5 number 10 =SUM(A1:A5)", "Belanja!A6 number 7 ='Rekap – 1'!B3",
      "Belanja!A7 error #N/A", "Rekap – 1!B3 number 7"),
    Story("biff5-windows-1251", "Data!A1 text Итого"),
    Story(
      "biff5-unknown-code-page",
      "Data!A2 damaged(part: \"Workbook\", detail: \"unknown code page 4711\")"),
    Story(
      "shared-texts-split", "Data!A1 text Kab. 漢", "Data!A2 text kaya", "Data!A3 text ing",
      "Data!A4 text 😀", "Data!A5 text abc"),
    Story(
      "shared-text-missing",
      "Data!C2 damaged(part: \"Workbook\", detail: \"there is no shared text 7\")"),
    Story(
      "shared-formula", "Data!A1 number 1", "Data!B1 number 10", "Data!C1 number 10 =A1*B1",
      "Data!A2 number 2", "Data!B2 number 10", "Data!C2 number 20 =A2*B2", "Data!A3 number 3",
      "Data!B3 number 10", "Data!C3 number 30 =A3*B3", "Data!A4 number 4", "Data!B4 number 10",
      "Data!C4 number 41"),
    Story(
      "never-calculated", "Data!A1 number 1", "Data!A2 number 2",
      "Data!A3 withoutResult =SUM(A1:A2)", "Data!A4 withoutResult =A3*2"),
    Story(
      "empty-results", "Data!A1 number 1", "Data!A2 number 2", "Data!A3 withoutResult =SUM(A1:A2)",
      "Data!A4 text =\"\"", "Data!A5 number 2 =2"),
    Story(
      "xlwt", "Rekap!A1 text Judul", "Rekap!A2 withoutResult =SUM('Data Kab'!B1:B5)",
      "Rekap!A3 withoutResult =IF(A2>0,\"ya\",\"tidak\")", "Rekap!A4 boolean 1",
      "Rekap!A5 withoutResult ='Data Kab'!A1", "Rekap!A6 number 3273250003",
      "Rekap!A7 withoutResult =A2&\"x\"", "Rekap!A8 text biasa tebal", "Rekap merges 1...1 0...3",
      "Rekap hides rows [6]", "Rekap hides columns 2...2", "Data Kab hidden",
      "Data Kab!A1 text Kec é 0", "Data Kab!B1 number 0", "Data Kab!C1 number 44927",
      "Data Kab!D1 withoutResult =B1*2+ROUND(B1/3,2)", "Data Kab!A2 text Kec é 1",
      "Data Kab!B2 number 1000.5", "Data Kab!C2 number 44928",
      "Data Kab!D2 withoutResult =B2*2+ROUND(B2/3,2)", "Data Kab!A3 text Kec é 2",
      "Data Kab!B3 number 2001", "Data Kab!C3 number 44929",
      "Data Kab!D3 withoutResult =B3*2+ROUND(B3/3,2)", "Data Kab!A4 text Kec é 3",
      "Data Kab!B4 number 3001.5", "Data Kab!C4 number 44930",
      "Data Kab!D4 withoutResult =B4*2+ROUND(B4/3,2)", "Data Kab!A5 text Kec é 4",
      "Data Kab!B5 number 4002", "Data Kab!C5 number 44931",
      "Data Kab!D5 withoutResult =B5*2+ROUND(B5/3,2)"),
    Story(
      "unknown-token", "Data!A1 number 5 =", "Data!B1 number 6 =", "Data!A2 text a =\"a\"",
      "Data!B2 boolean 1 =TRUE", "Data!C2 error #DIV/0! =#DIV/0!", "Data!D2 withoutResult =\"a\""),
    Story(
      "merged-and-hidden", "Penduduk!A1 text Penduduk menurut Kecamatan",
      "Penduduk!A2 text Kecamatan", "Penduduk!B2 text Jenis Kelamin", "Penduduk!B3 text L",
      "Penduduk!C3 text P", "Penduduk!A4 text x", "Penduduk!B4 number 4", "Penduduk!C4 number 8",
      "Penduduk!A5 text x", "Penduduk!B5 number 5", "Penduduk!C5 number 10", "Penduduk!A6 text x",
      "Penduduk!B6 number 6", "Penduduk!C6 number 12", "Penduduk!A7 text x", "Penduduk!B7 number 7",
      "Penduduk!C7 number 14", "Penduduk merges 1...1 0...2", "Penduduk merges 2...3 0...0",
      "Penduduk merges 2...2 1...2", "Penduduk hides rows [5]", "Penduduk hides columns 2...2",
      "KK_Simulasi (2) hidden", "KK_Simulasi (2)!A1 number 1", "Rahasia hidden",
      "Rahasia!A1 number 2"),
    Story(
      "date-1904", "Tanggal!A1 number 43829", "Tanggal!A2 number 43829.35416666666",
      "Tanggal!A3 number 0.2925", "Tanggal!A4 number 1234567.5", "Tanggal!A5 text Belanja Pegawai",
      "Tanggal!A6 number 0.3333333333333333"),
    Story(
      "values", "Nilai!A1 text teks", "Nilai!B1 error #DIV/0! =1/0", "Nilai!A2 text 0012",
      "Nilai!B2 text ab =\"a\"&\"b\"", "Nilai!A3 number 3273250003", "Nilai!B3 boolean 1 =1=1",
      "Nilai!A4 number 1234567890123", "Nilai!B4 text =\"\"", "Nilai!A5 number 0.1",
      "Nilai!B5 text teks =A1", "Nilai!A6 number -0.5", "Nilai!B6 error #VALUE! =SQRT(-1)",
      "Nilai!A7 number 1E+20", "Nilai!A8 number -1E-7", "Nilai!A9 number 0.3333333333333333",
      "Nilai!A10 boolean 1 =TRUE", "Nilai!A11 boolean 0 =FALSE",
      "Nilai!A12 text  depan belakang ", "Nilai!A13 text baris\nbaru",
      "Nilai!A14 text Rp é 漢字 😀",
      "Nilai!A15 text " + String(repeating: "x", count: 8300) + String(repeating: "漢", count: 20),
      "Nilai!A16 number 9007199254740994", "Nilai!A17 number 12.34", "Nilai!A18 number 100",
      "Nilai!A19 number 0"),
  ]

  @Test(
    "All cells before the place where a chain breaks are there, and the place is told",
    arguments: [
      ("chain-in-a-circle", "comes back to sector 0"), ("chain-broken", "breaks off at sector 8"),
      ("chain-beyond-end", "truncated"),
    ])
  func brokenChain(_ name: String, _ reason: String) throws {
    let workbook = try XLSWorkbook(bytes: XLSFixtures.fixture(name + ".xls"))
    let sheet = try workbook.open(0)
    var block = CellBlock()
    #expect(try sheet.read(into: &block))
    #expect(block.count == 250)
    #expect((0..<250).allSatisfy { block.raw($0) == String($0) })
    let error = #expect(throws: SpreadsheetError.self) { try sheet.read(into: &block) }
    #expect(error?.cell == "A250")
    #expect(error.map { "\($0.reason)".contains(reason) } == true)
    #expect(throws: SpreadsheetError.self) { try workbook.open(1) }
  }

  @Test("Streams that claim the same sectors are read as far as each is whole")
  func sharedSector() {
    let lines = XLSFixtures.told(XLSFixtures.fixture("sector-in-two-chains.xls"))
    #expect(lines == (0..<40).map { "Data!A\($0 + 1) number \($0)" })
  }

  @Test("Formulas read as they were written")
  func functions() throws {
    let workbook = try XLSWorkbook(bytes: XLSFixtures.fixture("functions.xls"))
    let sheet = try workbook.open(1)
    var block = CellBlock()
    while try sheet.read(into: &block) {}
    let formulas = Dictionary(uniqueKeysWithValues: block.formulas.map { ($0.cell, $0.text) })
    var compared = 0
    for cell in 0..<block.count where block.columns[cell] == 1 {
      #expect(formulas[cell - 1] == block.raw(cell))
      compared += 1
    }
    #expect(compared > 90)
  }

  @Test("Styles tell number formats and indents")
  func styles() throws {
    let workbook = try XLSWorkbook(bytes: XLSFixtures.fixture("date-1904.xls"))
    #expect(workbook.beginsIn1904)
    let sheet = try workbook.open(0)
    var block = CellBlock()
    while try sheet.read(into: &block) {}
    let styles = block.styles.map { workbook.styles[Int($0)] }
    #expect(
      styles.map(\.format.code) == [
        "dd/mm/yyyy", "dd/mm/yyyy\\ hh:mm", "0.00%", "#,##0.00", "General", "hh:mm",
      ])
    #expect(styles.map(\.indent) == [0, 0, 0, 0, 2, 0])
  }
}
