import Testing

@testable import Spreadsheets

@Suite("Styles of OpenDocument")
struct ODSStyleTests {
  static let codes = [
    "General", "#,##0.00", "0.00%", "\"Rp\"#,##0;[Red]-\"Rp\"#,##0", "dd/mm/yyyy", "d mmmm yyyy",
    "[h]:mm", "00\".\"00\".\"000000", "0.00E+00", "0\" orang\"", "#,##0,.#", "@", "General",
    "# ?/??",
  ]

  @Test("Number formats are told in the notation of XLSX")
  func formats() throws {
    let workbook = try ODSFixture.open("styles")
    let block = try #require(ShownPage.blocks(workbook).first)
    let codes = (0..<14).map { workbook.styles[Int(block.styles[$0])].format.code }
    #expect(codes == Self.codes)
  }

  @Test("Styles go on from others, and rows and columns have their own")
  func inheritance() throws {
    let workbook = try ODSFixture.open("styles")
    let block = try #require(ShownPage.blocks(workbook).first)
    let styles = (14..<20).map { workbook.styles[Int(block.styles[$0])] }
    #expect(
      styles == [
        CellStyle(format: .general, indent: 2),
        CellStyle(format: NumberFormat(code: "#,##0.00"), indent: 2),
        CellStyle(format: .general, indent: 1), CellStyle(format: NumberFormat(code: "0.00%")),
        CellStyle(format: NumberFormat(code: "dd/mm/yyyy")),
        CellStyle(format: NumberFormat(code: "dd/mm/yyyy")),
      ])
  }

  static let margins: [(String, UInt8?)] = [
    ("0.353cm", 1), ("0.71cm", 2), ("3.53mm", 1), ("10pt", 1), ("0.139in", 1), ("0.278in", 2),
    ("0cm", 0), ("-1cm", nil), ("x", nil), ("9999cm", 255), ("99999999999999999999cm", nil),
  ]

  @Test("Margins are steps of 10 points", arguments: margins)
  func margin(_ length: String, _ steps: UInt8?) { #expect(ODSLength.indent(length) == steps) }
}
