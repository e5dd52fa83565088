import Testing

@testable import Spreadsheets

@Suite("Numbers and names in XLSX parts")
struct NumberAndNameTests {
  @Test(
    "Plain numbers stay as they are written",
    arguments: ["0", "-1", "12.50", "1E-3", "1.5e+10", "0.29249999999999998"])
  func plain(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(PlainNumber.isPlain))
    #expect(PlainNumber.normalised(Array(text.utf8)) == Array(text.utf8))
  }

  static let others: [(String, String?)] = [
    (" 1\n", "1"), ("+1", "1"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1"), ("1.E5", "1E5"),
    ("", nil), ("-", nil), ("1,5", nil), ("1 2", nil), ("--1", nil), ("1E", nil), ("NaN", nil),
    (".", nil), ("0x1", nil),
  ]

  @Test("Others are put right or are no numbers", arguments: others)
  func otherwise(text: String, plain: String?) {
    #expect(!Array(text.utf8).withUnsafeBufferPointer(PlainNumber.isPlain))
    #expect(PlainNumber.normalised(Array(text.utf8)) == plain.map { Array($0.utf8) })
  }

  static let names: [(String, Int, Int)] = [
    ("A1", 1, 0), ("z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383),
  ]

  @Test("Names of cells are read", arguments: names)
  func name(text: String, row: Int, column: Int) {
    let cell = Array(text.utf8).withUnsafeBufferPointer(CellName.parse)
    #expect(cell?.row == row)
    #expect(cell?.column == column)
  }

  @Test(
    "Names that are none, or beyond the last cell, are refused",
    arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A99999999", "A-1", "[1"])
  func noName(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(CellName.parse) == nil)
  }

  @Test("Parts are found from where they are named")
  func targets() {
    #expect(XLSXPackage.resolve("worksheets/a.xml", from: "xl/") == "xl/worksheets/a.xml")
    #expect(XLSXPackage.resolve("/xl/a.xml", from: "xl/") == "xl/a.xml")
    #expect(XLSXPackage.resolve("../a.xml", from: "xl/b/") == "xl/a.xml")
    #expect(XLSXPackage.resolve("../../../a.xml", from: "xl/") == "a.xml")
    #expect(XLSXPackage.resolve("xl\\a.xml", from: "") == "xl/a.xml")
  }
}
