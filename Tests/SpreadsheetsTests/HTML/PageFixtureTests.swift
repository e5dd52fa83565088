import Testing

@testable import Spreadsheets

@Suite("Web pages that carry the name of a workbook")
struct PageFixtureTests {
  static let workbooks: [(String, [Sheet], Int, [String])] = [
    (
      "portal-export", [Sheet(name: "Halaman")], 0,
      [
        "A1 Notice: Undefined index: tahun in /var/www/export.php on line 12",
        "A2 REKAPITULASI JUMLAH PENDUDUK", "A3 KABUPATEN CONTOH TAHUN 2023", "A4 No",
        "B4 Kecamatan", "C4 Jumlah", "C5 L", "D5 P", "A6 1", "B6 Sukamaju", "C6 12.345",
        "D6 12.001", "A7 2", "B7 Sukasari & sekitarnya", "C7 9.876", "D7 -", "A9 Jumlah",
        "C9 22.221", "D9 12.001", "A10 Sumber: Dinas Kependudukan",
      ]
    ),
    (
      "excel-single-file", [Sheet(name: "Rekap"), Sheet(name: "R & D", visibility: .hidden)], 0,
      ["A1 Uraian – rinci", "B1 number:1234567", "A2 number:0.2925", "B2 error:#REF!"]
    ),
    (
      "excel-single-file", [Sheet(name: "Rekap"), Sheet(name: "R & D", visibility: .hidden)], 1,
      ["A1 kedua", "B1 café"]
    ),
    (
      "excel-cut-off", [Sheet(name: "Rekap")], 0,
      ["A1 Uraian – rinci", "B1 number:1234567", "A2 number:0.2925", "B2 error:#REF!"]
    ),
    (
      "saved-by-blink", [Sheet(name: "Data Terbuka — Portal")], 0,
      ["A1 Menu", "A2 Tahun", "B2 Nilai", "A3 2023", "B3 3,69"]
    ),
    (
      "beyond-its-end", [Sheet(name: "Rekap")], 0,
      ["A1 Kecamatan", "B1 Jumlah", "A3 Sukamaju", "B3 12.345", "A5 Sumber: Dinas"]
    ),
  ]

  private func bytes(_ name: String) throws -> [UInt8] {
    try ODSFixture.bytes(
      Corpus.package + "Tests/SpreadsheetsTests/Fixtures/html/\(name).xls")
  }

  @Test("They are recognised, named and read", arguments: workbooks)
  func read(
    _ name: String, _ sheets: [Sheet], _ sheet: Int, _ expected: [String]
  ) throws {
    let bytes = try bytes(name)
    #expect(HTMLWorkbook.recognises(Array(bytes.prefix(4096))))
    let workbook = try HTMLWorkbook(bytes: bytes, limits: SpreadsheetLimits())
    #expect(workbook.sheets == sheets)
    let cells = try ShownPage.cells(workbook, sheet: sheet)
    #expect(cells == expected)
  }

  @Test("Pieces of any size tell the same", arguments: [1, 2, 7, 71])
  func pieces(_ size: Int) throws {
    for (name, _, sheet, expected) in Self.workbooks where sheet == 0 && name != "excel-cut-off" {
      let file = try bytes(name)
      guard !WebArchive.recognises(file[...]) else { continue }
      let page = PageEncoding.decode(file[...], announced: nil)
      let reading = try HTMLSheet(
        page, name: "x", outline: PageOutline(of: page), registry: StyleRegistry(),
        limits: SpreadsheetLimits(), pieceSize: size)
      var count = 0
      var block = CellBlock()
      while try reading.read(into: &block) {
        count += block.count
        block.removeAll()
      }
      #expect(count == expected.count, "\(name)")
    }
  }

  @Test("Styles and formulas of Excel's pages")
  func excel() throws {
    let workbook = try HTMLWorkbook(
      bytes: bytes("excel-single-file"), limits: SpreadsheetLimits())
    let block = try #require(ShownPage.blocks(workbook).first)
    #expect(block.formulas.map(\.text) == ["B1/B3", "#REF!+1"])
    let styles = block.styles.map { workbook.styles[Int($0)] }
    #expect(styles[1] == CellStyle(format: NumberFormat(code: "#,##0")))
    #expect(styles[2] == CellStyle(format: NumberFormat(code: "0.00%"), indent: 1))
    #expect(block.hiddenRows.isEmpty)
  }

  @Test("A login page is refused")
  func login() throws {
    let bytes = try bytes("session-expired")
    #expect(HTMLWorkbook.recognises(bytes))
    #expect(throws: SpreadsheetError(.foreign(.pageWithoutTable))) {
      try HTMLWorkbook(bytes: bytes, limits: SpreadsheetLimits())
    }
  }

  @Test(
    "Delimited text is no page",
    arguments: [
      "a;b\n1;2\n", "nama,kode\n<b>x</b>,1\n", "Judul: x\n", "Judul: data\na,b\n", "", "<",
      "id,keterangan\n1,<table> tanpa isi\n",
    ])
  func text(_ text: String) { #expect(!HTMLWorkbook.recognises(Array(text.utf8))) }

  @Test("Mail encodings are undone")
  func mail() {
    let quoted = MailEncoding.quotedPrintable(Array("a=3Db=\r\nc= \nd=ZZ=4".utf8)[...])
    #expect(String(decoding: quoted, as: UTF8.self) == "a=bcd=ZZ=4")
    for text in ["", "a", "ab", "abc", "Kabupaten"] {
      let coded = [
        "": "", "a": "YQ==", "ab": "YWI=", "abc": "YWJj", "Kabupaten": "S2Fi\r\ndXBhdGVu",
      ]
      let decoded = MailEncoding.base64(Array((coded[text] ?? "").utf8)[...])
      #expect(String(decoding: decoded, as: UTF8.self) == text)
    }
  }
}
