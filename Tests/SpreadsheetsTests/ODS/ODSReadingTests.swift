import Testing

@testable import Spreadsheets

@Suite("OpenDocument workbooks")
struct ODSReadingTests {
  static let workbooks: [(String, Int, [String])] = [
    (
      "values", 0,
      [
        "A1 001234567890123", "B1 number:1234.50", "C1 number:0.2925", "D1 number:1500000",
        "A2 isoDate:2023-12-31", "B2 isoDate:2023-12-31T08:30:00", "C2 isoDate:08:30:00",
        "D2 isoDate:36:00:05.5", "A3 boolean:1", "B3 boolean:0", "C3 boolean:1",
        "A4 error:#DIV/0!", "B4 error:Err:502", "C4 #REF!",
      ]
    ),
    (
      "texts", 0,
      [
        "A1 baris satu⏎⏎baris tiga   x\ty⏎z", "A2 Jumlah penduduk BPS", "A3 tersimpan",
        "B3 tanpa jenis", "C3 R&D <5",
      ]
    ),
    ("repeats", 0, ["A4 a", "B4 a", "C4 a", "A5 a", "B5 a", "C5 a", "A1048576 akhir"]),
    (
      "merged-hidden", 0,
      ["A1 judul", "C1 c", "C2 d", "A3 kepala", "A4 sembunyi", "A5 saring"]
    ),
    ("comment-and-cdata", 0, ["A1 <table:table table:name=\"bukan\">"]),
    ("other-prefix", 0, ["A1 a"]),
    ("sub-table", 0, ["A1 dalam", "B1 b"]),
    ("sub-table", 1, ["A1 c"]),
  ]

  @Test("Cells are read as stored", arguments: workbooks)
  func cells(_ name: String, _ sheet: Int, _ expected: [String]) throws {
    let cells = try ShownPage.cells(ODSFixture.open(name), sheet: sheet)
    #expect(cells == expected)
  }

  @Test("Sheets are named, hidden ones told")
  func sheets() throws {
    #expect(
      try ODSFixture.open("merged-hidden").sheets == [
        Sheet(name: "Data"), Sheet(name: "Rahasia", visibility: .hidden),
      ])
    #expect(try ODSFixture.open("sub-table").sheets.map(\.name) == ["Induk", "Dua \"2\" > 1"])
    #expect(try ODSFixture.open("comment-and-cdata").sheets.map(\.name) == ["A"])
    #expect(try ODSFixture.open("other-prefix").sheets.map(\.name) == ["Lain"])
  }

  @Test("Merged ranges, hidden rows and columns are told")
  func merges() throws {
    let reading = try ODSFixture.open("merged-hidden").open(0)
    var block = CellBlock()
    #expect(try reading.read(into: &block))
    #expect(block.merges == [CellRange(rows: 1...2, columns: 0...1)])
    #expect(block.hiddenRows == [4, 5])
    #expect(reading.hiddenColumns == [1...2])
  }

  @Test("Repeated rows come block by block")
  func repeated() throws {
    let blocks = try ShownPage.blocks(ODSFixture.open("repeated-content"))
    #expect(blocks.map(\.count) == [65_536, 65_536, 65_536, 200_001 - 3 * 65_536])
    #expect(blocks.flatMap(\.rows).map(Int.init) == Array(1...200_001))
    #expect(blocks.last.map { $0.raw($0.count - 1) } == "y")
  }

  @Test("More cells than the limit are refused before they are written")
  func tooMany() throws {
    let workbook = try ODSFixture.open("too-many-cells")
    let limit = SpreadsheetError.Reason.tooLarge(
      .cells, allowed: 500_000_000, part: "content.xml")
    #expect(throws: SpreadsheetError(limit, sheet: "Bom")) {
      try ShownPage.blocks(workbook)
    }
    let small = try ODSFixture.open("repeated-content", limits: SpreadsheetLimits(cells: 199_999))
    #expect(throws: SpreadsheetError.self) { try ShownPage.blocks(small) }
  }

  static let foreign: [(String, SpreadsheetError.Reason)] = [
    ("encrypted", .passwordProtected), ("text-document", .foreign(.document)),
    ("no-sheets", .noSheets),
  ]

  @Test("What is no readable workbook is refused", arguments: foreign)
  func refused(_ name: String, _ reason: SpreadsheetError.Reason) {
    #expect(throws: SpreadsheetError(reason)) { try ODSFixture.open(name) }
  }

  @Test("A damaged sheet is told with its line")
  func damaged() throws {
    let error = #expect(throws: SpreadsheetError.self) {
      try ShownPage.blocks(ODSFixture.open("damaged-content"))
    }
    guard case .damaged(part: "content.xml", let detail) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("line 1"))
  }

  @Test("A byte that the declared encoding doesn't have is damage, not the end")
  func encoding() {
    let damage = SpreadsheetError.Reason.damaged(
      part: "content.xml", detail: "not in the encoding that it declares")
    let error = #expect(throws: SpreadsheetError.self) {
      try ShownPage.blocks(ODSFixture.open("other-encoding"))
    }
    #expect(error?.reason == damage)
  }
}
