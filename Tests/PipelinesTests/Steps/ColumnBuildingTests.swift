import Numerals
import Tabular
import Testing

@testable import Pipelines

@Suite struct ColumnBuildingTests {
  private let cells: [ColumnBuilding.Cell] = [
    .number(ExactDecimal(mantissa: 125, scale: 1)), .missing, .malformed("12..5"),
    .number(ExactDecimal(mantissa: 99_999_999_999_999_999_999, scale: 2)),
    .number(ExactDecimal(mantissa: 7, scale: 0)),
  ]

  @Test func numbersComeBackAsTheyWentIn() {
    var building = ColumnBuilding(field: Field(name: "a", kind: .decimal), pool: TextPool())
    for cell in cells { building.append(cell) }
    let column = building.column()
    #expect(cells.indices.map { column.cell(at: $0) } == cells)
    #expect(column.numerals?.value(at: 0)?.scale == 1)
    #expect(column.numerals?.value(at: 4)?.scale == 0)
    #expect(column.raw(at: 2) == "12..5")
  }

  @Test func textsComeBackAsTheyWentIn() {
    var building = ColumnBuilding(field: Field(name: "a"), pool: TextPool())
    let texts: [ColumnBuilding.Cell] = [.text("x"), .missing, .text("y"), .text("x")]
    for cell in texts { building.append(cell) }
    let column = building.column()
    #expect(texts.indices.map { column.cell(at: $0) } == texts)
    #expect(column.texts?.codes == [1, 0, 2, 1])
  }

  @Test(arguments: [[0, 2, 4], [1], [], [0, 1, 2, 3, 4]])
  func keepingRowsKeepsTheirCells(_ rows: [Int]) {
    var building = ColumnBuilding(field: Field(name: "a", kind: .decimal), pool: TextPool())
    for cell in cells { building.append(cell) }
    var column = building.column()
    column.places = (0..<5).map { CellPlace(line: UInt32($0 + 10), column: 3) }
    let batch = Batch(firstRecord: 1, count: 5, columns: [column], lines: [10, 11, 12, 13, 14])
    let kept = batch.keeping(rows: rows, firstRecord: 9)
    #expect(kept.count == rows.count)
    #expect(kept.firstRecord == 9)
    #expect(kept.lines == rows.map { UInt32($0 + 10) })
    #expect(rows.indices.map { kept.columns[0].cell(at: $0) } == rows.map { cells[$0] })
    #expect(kept.columns[0].places.map(\.line) == kept.lines)
  }
}
