import Tabular

/// Collects the cells of a sheet part (ECMA-376 part 1, 18.3.1) into a block.
struct SheetContent: XMLListening {
  /// Where in the part it is.
  enum Place { case outside, sheetData, row, cell, value, formula, inline }

  /// The cells so far, those of the row that has not ended among them.
  var block = CellBlock()
  /// How many cells, bytes and hidden rows are those of rows that have ended.
  private(set) var wholeRows = CellBlock.Length()
  /// The last row that has ended.
  private(set) var lastRow = 0
  /// The columns that are hidden.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var failure: SpreadsheetError?
  /// True where there is one, which is quickly seen.
  private var hasFailed = false

  private let texts: SharedTextTable
  private let styleCount: UInt32
  private let part: String
  private var place = Place.outside
  /// How deep it is in elements that mean nothing here.
  private var skipped = 0
  private var row = 0
  private var hasRowNumber = false
  private var cell = OpenCell()
  private var column = -1
  private var value: [UInt8] = []
  private var rich = RichText()
  private var formula = OpenFormula()
  private var shared = SharedFormulas()

  init(part: String, texts: SharedTextTable, styleCount: Int) {
    self.part = part
    self.texts = texts
    self.styleCount = UInt32(clamping: styleCount)
  }

  /// Forgets the rows that have ended, once they were taken away.
  mutating func forgetWholeRows() {
    cell.start -= wholeRows.bytes
    rich.move(down: wholeRows.bytes)
    wholeRows = CellBlock.Length()
  }

  @inline(__always)
  mutating func start(_ element: XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch place {
    case .row where element.name == "c": beginCell(element)
    case .cell where element.name == "v":
      place = .value
      beginValue()
    case .sheetData where element.name == "row": beginRow(element)
    case .cell where element.name == "f": beginFormula(element)
    case .cell where element.name == "is":
      place = .inline
      beginValue()
      cell.isInline = true
      rich = RichText()
    case .inline: rich.start(element.name, in: block.bytes)
    case .outside:
      if element.name == "sheetData" { place = .sheetData }
      if element.name == "col" { beginColumns(element) }
    default: skipped = 1
    }
  }

  @inline(__always)
  mutating func end(_ name: XMLName) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .value, .formula: place = .cell
    case .cell:
      endCell()
      place = .row
    case .row:
      lastRow = row
      wholeRows = block.length
      place = .sheetData
    case .inline:
      if name == "is" { place = .cell } else { rich.end(name, in: &block.bytes) }
    case .sheetData: place = .outside
    case .outside: break
    }
  }

  @inline(__always)
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    switch place {
    case .value:
      if cell.isIndirect {
        value.append(contentsOf: bytes)
      } else {
        block.bytes.append(contentsOf: bytes)
      }
    case .inline: rich.text(bytes, into: &block.bytes)
    case .formula: formula.text.append(contentsOf: bytes)
    default: break
    }
  }

  private mutating func beginColumns(_ element: XMLElement) {
    guard CellName.isTrue(element["hidden"]), let first = element["min"].flatMap(CellName.number),
      let last = element["max"].flatMap(CellName.number), first > 0, first <= last,
      last <= CellName.columnCount
    else { return }
    if let before = hiddenColumns.last, before.upperBound + 1 == first - 1 {
      hiddenColumns[hiddenColumns.count - 1] = before.lowerBound...last - 1
    } else {
      hiddenColumns.append(first - 1...last - 1)
    }
  }

  private mutating func beginRow(_ element: XMLElement) {
    place = .row
    column = -1
    hasRowNumber = false
    row = lastRow + 1
    if let text = element["r"] {
      guard let told = CellName.number(text), told > lastRow, told <= CellName.rowCount else {
        return damage("row '\(String(decoding: text, as: UTF8.self))' after row \(lastRow)")
      }
      row = told
      hasRowNumber = true
    }
    if row > CellName.rowCount { damage("row \(row)") }
    if element.attributes.count > 1, CellName.isTrue(element["hidden"]) {
      block.hiddenRows.append(row)
    }
  }

  private mutating func beginCell(_ element: XMLElement) {
    place = .cell
    cell = OpenCell()
    cell.start = block.bytes.count
    var name: UnsafeBufferPointer<UInt8>?
    for attribute in element.attributes where attribute.name.namespace == .none {
      if attribute.name == "r" {
        name = attribute.value
      } else if attribute.name == "s" {
        let style = UInt32(CellName.number(attribute.value) ?? 0)
        cell.style = style < styleCount ? style : 0
      } else if attribute.name == "t" {
        cell.type = CellType(attribute.value)
      }
    }
    guard let name else {
      column += 1
      if column >= CellName.columnCount { damage("more than 16,384 cells in row \(row)") }
      return
    }
    guard let told = CellName.parse(name), told.column > column,
      told.row == row || !hasRowNumber && column < 0 && told.row > row
    else {
      return damage("cell '\(String(decoding: name, as: UTF8.self))' out of place", at: row, column)
    }
    row = told.row
    column = told.column
  }

  /// A value begins; one before it in the same cell is forgotten.
  @inline(__always)
  private mutating func beginValue() {
    cell.hasValue = true
    if cell.isIndirect { value.removeAll(keepingCapacity: true) }
    let before = block.bytes.count - cell.start
    if before > 0 { block.bytes.removeLast(before) }
  }

  private mutating func beginFormula(_ element: XMLElement) {
    place = .formula
    formula = OpenFormula()
    cell.hasFormula = true
    guard let type = element["t"] else { return }
    if type.elementsEqual("shared".utf8) { formula.group = element["si"].flatMap(CellName.number) }
  }

  private mutating func endCell() {
    guard cell.hasValue || cell.hasFormula, !hasFailed else { return }
    let start = cell.start
    var kind = CellBlock.Kind.withoutResult
    if cell.hasValue {
      guard let read = cell.read(value, texts, into: &block.bytes) else {
        let told = String(decoding: value.prefix(40), as: UTF8.self)
        return damage("'\(told)' is no value of its type", at: row, column)
      }
      kind = read
    }
    if kind == .withoutResult || kind == .text && block.bytes.count == start {
      guard cell.hasFormula else { return }
    }
    if cell.hasFormula { endFormula(of: block.count) }
    guard block.bytes.count <= Int(UInt32.max) else {
      return damage("a row is too long", at: row, 0)
    }
    block.starts.append(UInt32(start))
    block.ends.append(UInt32(block.bytes.count))
    block.rows.append(UInt32(row))
    block.columns.append(UInt32(column))
    block.kinds.append(kind)
    block.styles.append(cell.style)
  }

  private mutating func endFormula(of number: Int) {
    let origin = CellPosition(row: row, column: column)
    var text = String(decoding: formula.text, as: UTF8.self)
    if text.hasPrefix("=") { text.removeFirst() }
    if let group = formula.group {
      if text.isEmpty {
        text = shared.text(group: group, at: origin) ?? ""
      } else {
        shared.keep(text, group: group, at: origin)
      }
    }
    if !text.isEmpty { block.formulas.append(CellBlock.Formula(cell: number, text: text)) }
  }

  private mutating func damage(_ detail: String, at row: Int = 0, _ column: Int = 0) {
    guard !hasFailed else { return }
    hasFailed = true
    failure = SpreadsheetError(
      .damaged(part: part, detail: detail),
      cell: row > 0 && column >= 0 ? SheetAddress.name(column: column, row: row) : nil)
  }
}
