import Tabular

@testable import Spreadsheets

/// A workbook of one sheet that a test draws in code.
final class DrawnWorkbook: WorkbookReading {
  /// A cell of it.
  struct Cell {
    var row: Int
    var column: Int
    var text: String
    var kind: CellBlock.Kind = .text
    var style = 0
    var formula: String?
  }

  let sheets = [Sheet(name: "Data")]
  var styles: [CellStyle]
  var beginsIn1904 = false
  var cells: [Cell]
  var merges: [CellRange]
  var hiddenRows: [Int]
  /// The rows of each block.
  var rowsAtOnce: Int

  init(
    _ cells: [Cell], merges: [String] = [], styles: [CellStyle] = [], hiddenRows: [Int] = [],
    rowsAtOnce: Int = 1_000_000
  ) {
    self.cells = cells
    self.styles = [CellStyle(format: .general)] + styles
    self.hiddenRows = hiddenRows
    self.rowsAtOnce = rowsAtOnce
    self.merges = merges.compactMap { text in
      guard let range = try? SheetRange(text), let rows = range.rows, let columns = range.columns
      else { return nil }
      return CellRange(rows: rows, columns: columns)
    }
  }

  /// A grid of texts: rows of cells divided by `|`; an empty cell is none, and a cell in `#` is a
  /// number.
  convenience init(_ grid: [String], merges: [String] = [], rowsAtOnce: Int = 1_000_000) {
    var cells: [Cell] = []
    for (row, line) in grid.enumerated() {
      for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated() where !text.isEmpty
      {
        let isNumber = text.first == "#"
        cells.append(
          Cell(
            row: row + 1, column: column, text: String(isNumber ? text.dropFirst() : text),
            kind: isNumber ? .number : .text))
      }
    }
    self.init(cells, merges: merges, rowsAtOnce: rowsAtOnce)
  }

  func open(_ sheet: Int) -> any SheetReading { DrawnSheet(self) }

  /// All rows, one text each: the row, how many it stands for where not one, and its cells, with
  /// `>` before a value from the left and `^` before one from above.
  func rows(within range: SheetRange = .all) throws -> [String] {
    let rows = try SheetRows(
      self, path: "a.xlsx", limits: SpreadsheetLimits(), sheet: 0, within: range)
    var shown: [String] = []
    while let block = try rows.next() {
      for row in 0..<block.rowCount { shown.append(block.drawn(row: row)) }
    }
    return shown
  }
}

/// The sheet of a drawn workbook.
final class DrawnSheet: SheetReading {
  private let workbook: DrawnWorkbook
  private var next = 0
  let hiddenColumns: [ClosedRange<Int>] = []

  init(_ workbook: DrawnWorkbook) { self.workbook = workbook }

  func read(into block: inout CellBlock) -> Bool {
    let cells = workbook.cells[next...]
    guard let first = cells.first else { return false }
    let count = cells.prefix { $0.row < first.row + workbook.rowsAtOnce }.count
    for cell in cells.prefix(count) { block.add(cell) }
    let rows = first.row..<(cells.dropFirst(count).first?.row ?? Int.max)
    block.merges = workbook.merges.filter { rows.contains($0.rows.lowerBound) }
    block.hiddenRows = workbook.hiddenRows.filter { rows.contains($0) }
    next += count
    return true
  }
}

extension CellBlock {
  mutating func add(_ cell: DrawnWorkbook.Cell) {
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: cell.text.utf8)
    ends.append(UInt32(bytes.count))
    rows.append(UInt32(cell.row))
    columns.append(UInt32(cell.column))
    kinds.append(cell.kind)
    styles.append(UInt32(cell.style))
    if let formula = cell.formula { formulas.append(Formula(cell: count - 1, text: formula)) }
  }
}

extension RowBlock {
  /// A row as one text: `3+2:` for row 3 that stands for two, then its cells.
  func drawn(row: Int) -> String {
    let count = lineCount(ofRow: row) == 1 ? "" : "+\(lineCount(ofRow: row))"
    let cells = (0..<cellCount(ofRow: row)).map { column -> String in
      let marks = marks[Int(firstCells[row]) + column]
      return (marks.contains(.mergedAcross) ? ">" : "") + (marks.contains(.mergedDown) ? "^" : "")
        + text(row: row, column: column)
    }
    return "\(lines[row])\(count):\(cells.joined(separator: "|"))"
  }
}
