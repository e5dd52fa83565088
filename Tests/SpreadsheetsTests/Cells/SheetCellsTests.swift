import Tabular
import Testing

@testable import Spreadsheets

@Suite("Cells of a sheet as stored and as shown")
struct SheetCellsTests {
  static let formats = ["General", "#,##0.00", "dd/mm/yyyy", "mmmm yyyy", "hh:mm", "[h]:mm", ";;;"]

  /// A cell, and what is listed and delivered for it.
  struct Example: CustomTestStringConvertible {
    var raw: String
    var kind = CellBlock.Kind.number
    var format = "General"
    var type: SheetCell.Kind
    var value: String?
    var display: String?
    var row: String
    var marks: CellMarks = []
    var testDescription: String { "\(raw) as \(format)" }
  }

  static let examples = [
    Example(raw: "a", kind: .text, type: .text, value: "a", display: "a", row: "a"),
    Example(
      raw: "0.34699999999999998", type: .number, value: "0.347", display: "0,347", row: "0,347",
      marks: .number),
    Example(
      raw: "0.30000000000000004", type: .number, value: "0.30000000000000004", display: "0,3",
      row: "0,3", marks: .number),
    Example(
      raw: "1E-3", type: .number, value: "0.001", display: "0,001", row: "0,001", marks: .number),
    Example(
      raw: "1234.5", format: "#,##0.00", type: .number, value: "1234.5", display: "1.234,50",
      row: "1.234,50", marks: .number),
    Example(
      raw: "45291", format: "dd/mm/yyyy", type: .date, value: "2023-12-31",
      display: "31/12/2023", row: "2023-12-31", marks: .date),
    Example(
      raw: "45291.5", format: "dd/mm/yyyy", type: .date, value: "2023-12-31T12:00:00",
      display: "31/12/2023", row: "2023-12-31", marks: .date),
    Example(
      raw: "44927", format: "mmmm yyyy", type: .date, value: "2023-01-01",
      display: "Januari 2023", row: "Januari 2023"),
    Example(
      raw: "0.5", format: "hh:mm", type: .time, value: "12:00:00", display: "12:00",
      row: "12:00:00"),
    Example(
      raw: "1.5", format: "[h]:mm", type: .time, value: "36:00:00", display: "36:00",
      row: "36:00:00"),
    Example(
      raw: "2023-12-31T08:00:00", kind: .isoDate, format: "dd/mm/yyyy", type: .date,
      value: "2023-12-31T08:00:00", display: "31/12/2023", row: "2023-12-31", marks: .date),
    Example(
      raw: "12.5", format: ";;;", type: .number, value: "12.5", display: "", row: "12,5",
      marks: .number),
    Example(
      raw: "1", kind: .boolean, type: .boolean, value: "true", display: "TRUE", row: "TRUE",
      marks: .boolean),
    Example(
      raw: "#N/A", kind: .error, type: .error, value: "#N/A", display: "#N/A", row: "#N/A",
      marks: .error),
    Example(
      raw: "", kind: .withoutResult, type: .formulaWithoutValue, value: nil, display: nil,
      row: "=A1+1", marks: .withoutResult),
    Example(raw: "12,5", type: .text, value: "12,5", display: "12,5", row: "12,5"),
  ]

  @Test("A cell is listed and delivered", arguments: examples)
  func lists(_ example: Example) throws {
    let style = try #require(Self.formats.firstIndex(of: example.format))
    let book = DrawnWorkbook(
      [
        .init(
          row: 12, column: 2, text: example.raw, kind: example.kind, style: style,
          formula: example.kind == .withoutResult ? "A1+1" : nil)
      ], styles: Self.formats.dropFirst().map { CellStyle(format: NumberFormat(code: $0)) })
    let cells = try SheetCells(book, path: "", sheet: 0, within: .all)
    let listed = try #require(try cells.next())
    #expect(
      listed == [
        SheetCell(
          sheet: "Data", row: 12, column: 3, raw: example.raw, value: example.value,
          type: example.type, display: example.display,
          formula: example.kind == .withoutResult ? "A1+1" : nil)
      ])
    #expect(listed.first?.cell == "C12")
    #expect(try cells.next() == nil)
    let rows = try SheetRows(
      book, path: "", limits: SpreadsheetLimits(), sheet: 0, within: SheetRange("C12"))
    let block = try #require(try rows.next())
    #expect(block.texts(row: 0) == [example.row])
    #expect(block.marks == [example.marks])
    #expect(block.firstColumn == 2)
  }
}
