import Testing

@testable import Spreadsheets

@Suite("XLSX workbooks with a story")
struct XLSXFixtureTests {
  static func path(_ name: String) -> String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(2)
    return parts.joined(separator: "/") + "/Fixtures/xlsx/\(name).xlsx"
  }

  static let cells: [(String, [String])] = [
    (
      "shared-inline-rich",
      [
        "A1 text 'polos'", "B1 text 'dua potong'", "C1 text 'sebaris'", "D1 text 'tebal'",
        "E1 text '課'",
      ]
    ),
    (
      "spaces-and-escapes",
      [
        "A1 text '  dua spasi  '", "B1 text 'R&D <1> A'", "C1 text '<b> & c'",
        "D1 text 'a\rb_x000D_'", "E1 text 'baris1\nbaris2'",
      ]
    ),
    (
      "values",
      [
        "A1 boolean '1'", "B1 boolean '0'", "C1 error '#REF!'", "D1 number '0.1250'",
        "E1 number '0.29249999999999998' s1", "F1 number '45292' s2", "G1 isoDate '2023-12-31'",
        "H1 number '1E-3'", "I1 number '0.5'",
      ]
    ),
    (
      "codes-as-text",
      [
        "A1 text '0012'", "B1 text '3201012345678901'", "C1 number '1234567890123'",
        "D1 text '1.234,50'", "E1 text '2.16.02.2.01.0003'",
      ]
    ),
    (
      "formulas",
      [
        "A1 number '1'", "B1 number '2' =A1*2", "C1 withoutResult =A1+1",
        "D1 text '' =IF(A1,\"\",\"x\")", "E1 number '2' =A1:A2*2", "A2 number '2'",
        "B2 number '5' =SUM(A$1:A2,$A2)", "C2 number '6' =SUM(B$1:B2,$A2)", "E2 number '4'",
        "B3 number '7' =SUM(A$1:A3,$A3)", "C3 withoutResult =SUM(B$1:B3,$A3)",
      ]
    ),
    ("hidden", ["A1 number '1'", "A2 number '2'", "hidden 2", "hidden 4"]),
    ("merged", ["A1 number '1'", "A3 number '3'", "merge A1:C2", "merge B3:B5", "merge A9:B9"]),
    (
      "no-positions",
      [
        "A1 number '1'", "C1 number '3'", "A7 number '7'", "D7 number '8'", "B8 number '9'",
      ]
    ),
    ("strict-with-prefix", ["A1 number '1'"]),
    ("wrong-case", ["A1 number '1'"]),
    ("ghost-cells", ["A1 number '1'"]),
    ("date-1904", ["A1 number '0'"]),
  ]

  @Test("Cells are read as they are stored", arguments: cells)
  func reads(name: String, lines: [String]) throws {
    let workbook = try Workbook(path: Self.path(name))
    #expect(try SheetText.lines(of: workbook.reading.open(0)) == lines)
  }

  static let refused: [(String, SpreadsheetError.Reason)] = [
    ("sheet-part-missing", .missingPart("xl/worksheets/sheet1.xml")),
    ("chart-sheet", .notATable(sheet: "Grafik")),
    ("no-workbook", .foreign(.archive)),
    ("cut-off", .truncated),
    ("empty", .empty),
    ("password", .passwordProtected),
    ("nowhere", .missing),
    (
      "order-rows",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "row '4' after row 5")
    ),
    (
      "order-cells",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "cell 'A1' out of place")
    ),
    (
      "beyond-last-column",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "cell 'XFE1' out of place")
    ),
    (
      "beyond-last-row",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "row '1048577' after row 0")
    ),
    (
      "text-out-of-range",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "'7' is no value of its type")
    ),
    (
      "entity-bomb",
      .damaged(part: "xl/worksheets/sheet1.xml", detail: "a document type declaration")
    ),
    ("bad-checksum", .damaged(part: "xl/worksheets/sheet1.xml", detail: "CRC error")),
    (
      "zip-bomb", .tooLarge(.unpackedRatio, allowed: 500, part: "xl/worksheets/sheet1.xml")
    ),
  ]

  @Test("What can't be read says why", arguments: refused)
  func refuses(name: String, reason: SpreadsheetError.Reason) {
    let path = Self.path(name)
    #expect {
      let rows = try Workbook(path: path).rows(of: 0)
      while try rows.next() != nil {}
    } throws: {
      let error = $0 as? SpreadsheetError
      return error?.reason == reason && error?.path == path
    }
  }

  @Test("A place that is wrong is named")
  func place() throws {
    let workbook = try Workbook(path: Self.path("text-out-of-range"))
    #expect {
      _ = try SheetText.lines(of: workbook.reading.open(0))
    } throws: {
      ($0 as? SpreadsheetError)?.cell == "A1"
    }
  }

  @Test("A zip bomb is read where the limit is higher")
  func bomb() throws {
    let limits = SpreadsheetLimits(unpackedRatio: 5000)
    let workbook = try Workbook(path: Self.path("zip-bomb"), limits: limits)
    #expect(try SheetText.lines(of: workbook.reading.open(0)) == ["A1 number '1'"])
  }

  @Test("Hidden sheets and columns are told")
  func hidden() throws {
    let workbook = try Workbook(path: Self.path("hidden"))
    let expected = [
      Sheet(name: "Tampil"), Sheet(name: "Sembunyi", visibility: .hidden),
      Sheet(name: "Sangat & dalam", visibility: .veryHidden),
    ]
    #expect(workbook.sheets == expected)
    let sheet = try workbook.reading.open(0)
    _ = try SheetText.lines(of: sheet)
    #expect(sheet.hiddenColumns == [1...3])
  }

  @Test("Styles come from cellXfs, by their own formats, built-in ones and those of their parents")
  func styles() throws {
    let workbook = try Workbook(path: Self.path("values"))
    let codes = workbook.reading.styles.map(\.format.code)
    #expect(codes == ["General", "0.00%", "dd/mm/yyyy", "#,##0.00"])
    #expect(workbook.reading.styles.map(\.indent) == [0, 0, 0, 2])
    #expect(try Workbook(path: Self.path("date-1904")).reading.beginsIn1904)
  }

  @Test("Texts of any length are whole")
  func longTexts() throws {
    let workbook = try Workbook(path: Self.path("very-long-texts"))
    let sheet = try workbook.reading.open(0)
    var block = CellBlock()
    #expect(try sheet.read(into: &block))
    #expect(block.raw(0) == String(repeating: "x", count: 32_767))
    #expect(block.raw(1) == String(repeating: "é", count: 40_000))
    #expect(block.raw(2) == String(repeating: "y", count: 300_000))
  }

  @Test("All bytes of a file are shown once")
  func bytes() throws {
    let path = Self.path("values")
    var shown: [UInt8] = []
    let workbook = try Workbook(path: path, onBytes: { shown += $0 })
    #expect(shown == WholeFile.bytes(path))
    #expect(workbook.byteCount == shown.count)
    #expect(!workbook.changed())
    #expect(Workbook.recognises(Array(shown.prefix(100))))
    #expect(!Workbook.recognises(Array("kode;nama\n1;2\n".utf8)))
  }
}
