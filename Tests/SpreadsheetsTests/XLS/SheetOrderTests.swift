import Testing

@testable import Spreadsheets

@Suite("Sheets of XLS workbooks")
struct SheetOrderTests {
  @Test(
    "Cells come row by row whatever their order in the file, the later of two that claim a place")
  func anyOrder() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed)
    for _ in 0..<50 {
      var cells: [UInt32: Double] = [:]
      var records: [UInt8] = []
      for number in 0..<Int.random(in: 1...60, using: &random) {
        let row = UInt16.random(in: 0...6, using: &random)
        let column = UInt16.random(in: 0...6, using: &random)
        cells[UInt32(row) << 16 | UInt32(column)] = Double(number)
        records += BIFF.number(row, column, Double(number))
      }
      let expected = cells.sorted { $0.key < $1.key }.map { key, value in
        let letter = "ABCDEFG".dropFirst(Int(key & 0xFFFF)).prefix(1)
        return "Sheet1!\(letter)\(key >> 16 + 1) number \(Int(value))"
      }
      #expect(XLSFixtures.told(BIFF.sheet(records)) == expected, "seed \(seed)")
    }
  }

  @Test("A large sheet comes in blocks of whole rows")
  func blocks() throws {
    let rows: UInt16 = 1000
    let records = (0..<rows).flatMap { row in (0..<100).flatMap { BIFF.number(row, $0, 1) } }
    let workbook = try XLSWorkbook(bytes: BIFF.sheet(records))
    let sheet = try workbook.open(0)
    var block = CellBlock()
    var counts: [Int] = []
    while try sheet.read(into: &block) {
      counts.append(block.count)
      #expect(block.count % 100 == 0)
      block.removeAll()
    }
    #expect(counts == [65_600, 34_400])
  }

  @Test("Cells that can't be placed, or are written as Excel 2 did, are told rather than left out")
  func unreadableCells() {
    let cutOff = BIFF.record(RecordKind.number, [1, 0, 2])
    #expect(
      XLSFixtures.told(BIFF.sheet(BIFF.number(0, 0, 1) + cutOff)) == [
        "Sheet1 damaged(part: \"Workbook\", detail: \"record cut off\")"
      ])
    let old = BIFF.record(0x0003, [0, 0, 0, 0, 0, 0, 0] + BIFF.eight(0))
    #expect(
      XLSFixtures.told(BIFF.sheet(old)) == [
        "Sheet1 foreign(Spreadsheets.SpreadsheetError.Foreign.oldExcel)"
      ])
    let globals =
      BIFF.record(RecordKind.begin, [0, 6, 5, 0, 0, 0, 0, 0])
      + BIFF.record(RecordKind.boundSheet, [0, 0, 0, 0, 0, 0, 9, 0, 65])
      + BIFF.record(RecordKind.end)
    #expect(
      XLSFixtures.told(globals) == [
        "damaged(part: \"Workbook\", detail: \"list of sheets cut off\")"
      ])
    let far = BIFF.number(0, 256, 1)
    #expect(
      XLSFixtures.told(BIFF.sheet(far)) == [
        "Sheet1!IW1 damaged(part: \"Workbook\", detail: \"no such column\")"
      ])
  }

  @Test("A sheet with more cells than the limit is refused, and so are texts and files too large")
  func limits() {
    let stream = BIFF.sheet((0..<20).flatMap { BIFF.number($0, 0, 1) })
    #expect(
      XLSFixtures.told(stream, limits: SpreadsheetLimits(cells: 19)) == [
        "Sheet1 tooLarge(Spreadsheets.SpreadsheetError.Limit.cells, allowed: 19, part: nil)"
      ])
    #expect(
      XLSFixtures.told(stream, limits: SpreadsheetLimits(heldSize: 100)) == [
        "tooLarge(Spreadsheets.SpreadsheetError.Limit.heldSize, allowed: 100, part: nil)"
      ])
    #expect(
      XLSFixtures.told(
        XLSFixtures.fixture("values.xls"), limits: SpreadsheetLimits(sharedTextSize: 100))
        == ["tooLarge(Spreadsheets.SpreadsheetError.Limit.sharedTextSize, allowed: 100, part: nil)"]
    )
  }

  @Test(
    "A file that ends anywhere tells so, or is whole",
    arguments: ["functions", "date-1904", "biff5-windows-1252", "without-compound-file"])
  func everyEnd(_ name: String) {
    let bytes = XLSFixtures.fixture(name + ".xls")
    let whole = XLSFixtures.told(bytes)
    let step = max(1, bytes.count / 150)
    for count in stride(from: 1, to: bytes.count, by: step) {
      let lines = XLSFixtures.told(Array(bytes.prefix(count)))
      let isRefused = lines.contains { line in
        ["truncated", "foreign", "damaged", "passwordProtected"].contains { line.contains($0) }
      }
      #expect(isRefused || lines == whole, "\(count) bytes")
    }
  }

  @Test("A byte that changes anywhere never stops the program")
  func anyByte() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed)
    for name in ["shared-formula", "biff5-windows-1252", "shared-texts-split"] {
      let bytes = XLSFixtures.fixture(name + ".xls")
      for _ in 0..<100 {
        var changed = bytes
        changed[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
        #expect(!XLSFixtures.told(changed).contains(""), "seed \(seed)")
      }
    }
  }
}
