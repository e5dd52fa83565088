@testable import Spreadsheets

/// A workbook in memory.
final class FakeWorkbook: WorkbookReading {
  var sheets: [Sheet] { tables.map { Sheet(name: $0.name) } }
  var styles: [CellStyle]
  let beginsIn1904 = false
  /// How often each sheet was opened.
  private(set) var openings: [String: Int] = [:]

  private let tables: [FakeSheet]
  private let rowsAtATime: Int

  init(_ tables: [FakeSheet], styles: [CellStyle] = [], rowsAtATime: Int = 7) {
    self.tables = tables
    self.styles = styles
    self.rowsAtATime = rowsAtATime
  }

  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading {
    openings[tables[sheet].name, default: 0] += 1
    guard !tables[sheet].isDamaged else { throw SpreadsheetError(.truncated) }
    return FakeReading(tables[sheet], rowsAtATime)
  }

  /// What is told of a sheet.
  func audit(_ sheet: Int = 0, limits: FormulaLimits = FormulaLimits()) throws -> FormulaAudit {
    try FormulaAudit(of: self, sheet: sheet, limits: limits)
  }
}

/// A sheet in memory, by A1 addresses.
struct FakeSheet {
  /// What a cell holds.
  struct Cell {
    var kind: CellBlock.Kind
    var raw: String
    var formula: String?
    var style: UInt32 = 0
  }

  var name: String
  var isDamaged = false
  var cells: [CellPosition: Cell] = [:]

  init(named name: String) { self.name = name }

  /// A sheet from rows whose cells stand between `|`, from A1 on: numbers, texts, blanks, and
  /// formulas as `=SUM(A1:A3) 6` with their stored value, `=A1` without one.
  init(_ table: String, named name: String = "Lembar1") {
    self.name = name
    for (row, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      {
        put(String(text), CellPosition(row: row + 1, column: column))
      }
    }
  }

  /// Puts what a text means into a cell.
  mutating func put(_ text: String, _ position: CellPosition) {
    let blank = text.prefix { $0 == " " }
    let trimmed = text.dropFirst(blank.count).reversed().drop { $0 == " " }.reversed()
    let words = String(trimmed)
    guard !words.isEmpty else {
      cells[position] = nil
      return
    }
    guard words != "TRUE" else {
      cells[position] = Cell(kind: .boolean, raw: "1")
      return
    }
    guard words.hasPrefix("=") else {
      let isNumber = StoredNumber(words.utf8) != nil
      let kind: CellBlock.Kind = isNumber ? .number : words.hasPrefix("#") ? .error : .text
      cells[position] = Cell(kind: kind, raw: words)
      return
    }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    let kind: CellBlock.Kind =
      value.isEmpty
      ? .withoutResult
      : value.hasPrefix("#") ? .error : StoredNumber(value.utf8) != nil ? .number : .text
    cells[position] = Cell(kind: kind, raw: value, formula: String(parts[0].dropFirst()))
  }
}

private final class FakeReading: SheetReading {
  let hiddenColumns: [ClosedRange<Int>] = []
  private var rest: ArraySlice<(key: CellPosition, value: FakeSheet.Cell)>
  private let rowsAtATime: Int

  init(_ sheet: FakeSheet, _ rowsAtATime: Int) {
    rest =
      sheet.cells.sorted {
        ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
      }[...]
    self.rowsAtATime = rowsAtATime
  }

  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool {
    guard let first = rest.first else { return false }
    while let (position, cell) = rest.first, position.row < first.key.row + rowsAtATime {
      rest.removeFirst()
      if let formula = cell.formula {
        block.formulas.append(CellBlock.Formula(cell: block.count, text: formula))
      }
      block.starts.append(UInt32(block.bytes.count))
      block.bytes += Array(cell.raw.utf8)
      block.ends.append(UInt32(block.bytes.count))
      block.rows.append(UInt32(position.row))
      block.columns.append(UInt32(position.column))
      block.kinds.append(cell.kind)
      block.styles.append(cell.style)
    }
    return true
  }
}
