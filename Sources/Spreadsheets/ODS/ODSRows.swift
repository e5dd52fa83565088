/// Makes rows of what `content.xml` says of one sheet.
struct ODSRows: XMLListening {
  /// The most columns that may hold something.
  private static let widest = 65_536
  /// The most rows that a sheet may have.
  private static let longest = 1 << 30

  /// The rows.
  var pen = ODSRowPen()
  /// The columns.
  private(set) var columns = ODSColumns()
  /// True once the sheet has ended.
  private(set) var isDone = false
  private(set) var failure: SpreadsheetError?

  private let limits: SpreadsheetLimits
  private var styles: ODSStyleMemory
  /// The sheets before the one that is read.
  private var sheetsBefore: Int
  /// The number of elements open in the workbook; nil outside of it.
  private var depth: Int?
  private var isReading = false
  /// The number of elements open in one that is passed over.
  private var skipped = 0
  /// The depth of the cell that is open.
  private var cellDepth: Int?
  private var paragraphs = 0
  private var cell = ODSCell()
  private var text = ODSText()
  private var row = ODSRowPen.Row()
  private var rowNumber = 1
  private var rowRepeats = 1
  private var rowStyle: UInt32?
  private var column = 0
  private var cellCount = 0

  /// Waits for the sheet of that number, from 0.
  init(sheet: Int, styles: ODSStyleTable, limits: SpreadsheetLimits) {
    (sheetsBefore, self.limits) = (sheet, limits)
    self.styles = ODSStyleMemory(styles)
  }

  mutating func start(_ element: XMLElement) {
    guard let depth else {
      if element.name.namespace == .office, element.name == "spreadsheet" { self.depth = 0 }
      return
    }
    self.depth = depth + 1
    if depth == 0, !isDone, element.name.namespace == .table, element.name == "table" {
      isReading = sheetsBefore == 0
      sheetsBefore -= 1
    } else if skipped > 0 {
      skipped += 1
    } else if isReading {
      read(element, depth: depth)
    }
  }

  mutating func end(_ name: XMLName) {
    guard let depth else { return }
    self.depth = depth == 0 ? nil : depth - 1
    guard isReading else { return }
    if skipped > 0 {
      skipped -= 1
    } else if depth == 1 {
      (isReading, isDone) = (false, true)
    } else if let cellDepth {
      if name.namespace == .text, name == "p" || name == "h" { paragraphs -= 1 }
      if depth - 1 == cellDepth { endCell() }
    } else if name.namespace == .table, name == "table-row" {
      endRow()
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if paragraphs > 0, skipped == 0 { text.append(bytes) }
  }
}

extension ODSRows {
  private mutating func read(_ element: XMLElement, depth: Int) {
    switch element.name.namespace {
    case .table: if cellDepth == nil { readTable(element, depth: depth) }
    case .text: if cellDepth != nil { readText(element) }
    case .office: if element.name == "annotation" || element.name == "forms" { skipped = 1 }
    case .draw: skipped = 1
    default: break
    }
  }

  private mutating func readTable(_ element: XMLElement, depth: Int) {
    switch element.name {
    case "table-cell":
      cellDepth = depth
      cell.begin(element, styles: &styles, column: column)
      text.removeAll()
    case "covered-table-cell":
      advance(by: count("number-columns-repeated", element))
      skipped = 1
    case "table-row": beginRow(element)
    case "table-column":
      let style = element["default-cell-style-name", in: .table]
      columns.add(
        count: count("number-columns-repeated", element),
        style: style.map { styles.number($0, column: 0) } ?? 0, isHidden: isHidden(element))
    case "table-columns", "table-column-group", "table-header-columns", "table-rows",
      "table-row-group", "table-header-rows":
      break
    default: skipped = 1
    }
  }

  private mutating func readText(_ element: XMLElement) {
    switch element.name {
    case "p", "h":
      paragraphs += 1
      text.beginParagraph()
    case "s":
      if paragraphs > 0 { text.add(0x20, count: element["c", in: .text].map(ODSCount.read) ?? 1) }
    case "tab": if paragraphs > 0 { text.add(0x09) }
    case "line-break": if paragraphs > 0 { text.add(0x0A) }
    default: break
    }
  }

  private func count(_ name: StaticString, _ element: XMLElement) -> Int {
    element[name, in: .table].map(ODSCount.read) ?? 1
  }

  private func isHidden(_ element: XMLElement) -> Bool {
    guard let visibility = element["visibility", in: .table] else { return false }
    return !visibility.elementsEqual("visible".utf8)
  }

  private mutating func advance(by count: Int) { column = min(column + count, Self.longest) }

  private mutating func beginRow(_ element: XMLElement) {
    rowRepeats = count("number-rows-repeated", element)
    rowStyle = element["default-cell-style-name", in: .table].map { styles.number($0, column: 0) }
    row.isHidden = isHidden(element)
    row.cells.removeAll(keepingCapacity: true)
    row.bytes.removeAll(keepingCapacity: true)
    column = 0
  }

  private mutating func endCell() {
    cellDepth = nil
    paragraphs = 0
    defer { advance(by: cell.repeats) }
    guard let content = cell.content(of: text) else { return }
    let start = row.bytes.count
    row.bytes.append(contentsOf: content.text)
    row.cells.append(
      ODSRowPen.Cell(
        column: column, repeats: cell.repeats, kind: content.kind, text: start..<row.bytes.count,
        style: cell.style ?? rowStyle ?? columns.style(of: column), formula: cell.formula,
        width: cell.width, height: cell.height))
  }

  private mutating func endRow() {
    defer { rowNumber = min(rowNumber + rowRepeats, Self.longest) }
    guard let last = row.cells.last else { return }
    let (count, overflow) = row.count.multipliedReportingOverflow(by: rowRepeats)
    guard !overflow, count <= limits.cells - cellCount else {
      failure = SpreadsheetError(.tooLarge(.cells, allowed: limits.cells, part: "content.xml"))
      return
    }
    guard last.column + last.repeats <= Self.widest, rowNumber + rowRepeats < Self.longest else {
      let detail = "cells outside of \(Self.widest) columns and \(Self.longest) rows"
      failure = SpreadsheetError(.damaged(part: "content.xml", detail: detail))
      return
    }
    cellCount += count
    pen.write(row, from: rowNumber, repeats: rowRepeats)
  }
}
