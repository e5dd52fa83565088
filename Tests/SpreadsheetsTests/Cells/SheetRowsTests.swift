import Tabular
import Testing

@testable import Spreadsheets

@Suite("Rows of a sheet")
struct SheetRowsTests {
  static let drawings: [(String, [String], [String], String, [String])] = [
    ("ragged", ["a|b|c", "d||e", "f"], [], "", ["1:a|b|c", "2:d||e", "3:f"]),
    (
      "blank rows are one row, before and between", ["", "", "a", "", "", "", "b", "", "c"], [], "",
      ["1+2:", "3:a", "4+3:", "7:b", "8:", "9:c"]
    ),
    ("blank rows at the end are none", ["a", "", ""], [], "", ["1:a"]),
    (
      "a heading over its columns", ["Penduduk||Luas", "L|P|", "#1|#2|#3"], ["A1:B1", "C1:C2"], "",
      ["1:Penduduk|>Penduduk|Luas", "2:L|P|^Luas", "3:1|2|3"]
    ),
    (
      "a block", ["x|||y", "a||", "", "z"], ["B2:C3", "A2:C3", "A1:C1"], "",
      ["1:x|>x|>x|y", "2:a|>a|>a", "3:^a|>^a|>^a", "4:z"]
    ),
    (
      "rows that have only a merged value", ["a|b", "", "", "c"], ["A1:A3"], "",
      ["1:a|b", "2:^a", "3:^a", "4:c"]
    ),
    (
      "merged and blank rows between", ["a", "", "", "", "c"], ["A1:A2"], "",
      ["1:a", "2:^a", "3+2:", "5:c"]
    ),
    ("merged rows at the end", ["a|b", ""], ["A1:A3"], "", ["1:a|b", "2:^a", "3:^a"]),
    ("a merged range without a value", ["|b", "c"], ["A1:A2"], "", ["1:|b", "2:c"]),
    (
      "a value under a merged range gives way", ["a|b", "c|d"], ["A1:B2"], "",
      ["1:a|>a", "2:^a|>^a"]
    ),
    ("rows", ["a", "b", "c", "d"], [], "2:3", ["2:b", "3:c"]),
    ("columns", ["a|b|c|d", "e", "f|g"], [], "B:C", ["1:b|c", "2:", "3:g"]),
    ("a rectangle", ["a|b|c", "d|e|f", "g|h|i"], [], "B2:C2", ["2:e|f"]),
    (
      "a rectangle that begins inside a merged range", ["a||b", "||c", "||d"], ["A1:B3"], "B2:C3",
      ["2:>^a|c", "3:>^a|d"]
    ),
    ("a rectangle with blank rows first", ["a", "", "", "b"], [], "2:4", ["2+2:", "4:b"]),
    ("a rectangle without cells", ["a"], [], "C3:D9", []),
  ]

  @Test("Rows are as drawn", arguments: drawings)
  func rows(_ name: String, _ grid: [String], merges: [String], range: String, rows: [String])
    throws
  {
    let range = range.isEmpty ? .all : try SheetRange(range)
    for rowsAtOnce in [1_000, 2, 1] {
      let book = DrawnWorkbook(grid, merges: merges, rowsAtOnce: rowsAtOnce)
      #expect(try book.rows(within: range) == rows, "\(name), \(rowsAtOnce) rows at once")
    }
  }

  @Test("A stray cell at the end of the sheet costs one blank row")
  func strayCell() throws {
    let book = DrawnWorkbook([
      .init(row: 1, column: 0, text: "a"), .init(row: 1_048_575, column: 2, text: "0"),
    ])
    #expect(try book.rows() == ["1:a", "2+1048573:", "1048575:||0"])
  }

  @Test("Whole rows and columns that are merged cost nothing")
  func endlessMerges() throws {
    let book = DrawnWorkbook(
      ["Judul", "a|b", "c|d", "e|f"], merges: ["A1:XFD1", "A2:A1048576", "B4:XFD1048576"])
    let rows = try book.rows()
    #expect(rows.count == 4 + 1_024)
    #expect(rows.allSatisfy { $0.utf8.count < 20_000 })
  }

  @Test("Cells that show nothing are none, and blank rows with them")
  func emptyTexts() throws {
    let book = DrawnWorkbook([
      .init(row: 1, column: 0, text: "a"), .init(row: 2, column: 0, text: ""),
      .init(row: 2, column: 1, text: ""), .init(row: 4, column: 0, text: "b"),
      .init(row: 4, column: 1, text: ""),
    ])
    #expect(try book.rows() == ["1:a", "2+2:", "4:b"])
  }

  @Test("What was read is told afterwards")
  func counts() throws {
    let book = DrawnWorkbook(["a|b", "", "c", ""], merges: ["A1:A3", "B1:C1"])
    book.hiddenRows = [1, 2, 3, 5]
    let rows = try SheetRows(
      book, path: "", limits: SpreadsheetLimits(), sheet: 0, within: .all)
    while try rows.next() != nil {}
    #expect(rows.rowCount == 3)
    #expect(rows.cellCount == 3)
    #expect(rows.coveredCellCount == 1)
    #expect(rows.hiddenRows == [1...3, 5...5])
  }

  @Test("More cells than allowed are refused, with the place")
  func limit() throws {
    let book = DrawnWorkbook(["a|b|c"], merges: ["A1:A9"])
    let rows = try SheetRows(
      book, path: "a.xlsx", limits: SpreadsheetLimits(cells: 4), sheet: 0, within: .all)
    #expect(
      throws: SpreadsheetError(
        .tooLarge(.cells, allowed: 4, part: nil), path: "a.xlsx", sheet: "Data")
    ) { while try rows.next() != nil {} }
  }

  @Test("Indents, kinds and formulas without a result are marked")
  func marks() throws {
    let book = DrawnWorkbook(
      [
        .init(row: 1, column: 0, text: "a", style: 1),
        .init(row: 1, column: 1, text: "1", kind: .boolean),
        .init(row: 1, column: 2, text: "#REF!", kind: .error),
        .init(row: 1, column: 3, text: "", kind: .withoutResult, formula: "SUM(A1:A2)"),
        .init(row: 1, column: 4, text: "1.5", kind: .number),
      ], merges: ["A1:A2"], styles: [CellStyle(format: .general, indent: 2)])
    let rows = try SheetRows(
      book, path: "", limits: SpreadsheetLimits(), sheet: 0, within: .all)
    let block = try #require(try rows.next())
    #expect(block.texts(row: 0) == ["a", "TRUE", "#REF!", "=SUM(A1:A2)", "1,5"])
    #expect(block.marks == [[], .boolean, .error, .withoutResult, .number])
    #expect(block.indents == [0: 2])
    let below = try #require(try rows.next())
    #expect(below.texts(row: 0) == ["a"])
    #expect(below.marks == [.mergedDown])
    #expect(below.indents == [0: 2])
  }
}
