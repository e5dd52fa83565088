/// Makes rows of the steps through a page, one below the other.
///
/// What stands outside of tables becomes rows of one cell, so that titles, units and notes are
/// where they are in a sheet: directly above their table. After a table a row stays blank.
struct PageRows {
  /// A table that is open.
  private struct Open {
    var role: PageOutline.Role
    var grid: TableGrid
    var isRowHidden = false
    /// True where a table inside a cell tore the row.
    var isTorn = false
    var cell: PageCell?
    var columns = 0...0
    var height = 1
    var text = CellText()
    /// The column, from 0, that the next `<col>` speaks of.
    var nextColumn = 0
  }

  /// The rows.
  var pen = SheetPen()
  /// Why no more rows can be made.
  private(set) var failure: SpreadsheetError.Reason?

  private let outline: PageOutline
  private let registry: StyleRegistry
  private var open: [Open] = []
  private var tableCount = 0
  /// Text outside of all cells.
  private var heading = CellText()

  /// No rows yet of the page with that outline.
  init(_ outline: PageOutline, registry: StyleRegistry) {
    (self.outline, self.registry) = (outline, registry)
  }

  /// Takes the next step.
  mutating func take(_ step: PageStep) {
    switch step {
    case .tableBegins(let isHidden): beginTable(isHidden: isHidden)
    case .tableEnds: endTable()
    case .groupEnds, .title, .styleSheet: break
    case .rowBegins(let isHidden): beginRow(isHidden: isHidden)
    case .rowEnds: endRow()
    case .cellBegins(let element, let attributes): beginCell(element, attributes)
    case .cellEnds: endCell()
    case .columns(let count, let isHidden): skipColumns(count, isHidden: isHidden)
    default: write(step)
    }
  }

  /// Ends the last text.
  mutating func finish() { endHeading() }

  private mutating func beginTable(isHidden: Bool) {
    guard tableCount < outline.tables.count else { return }
    let table = outline.tables[tableCount]
    tableCount += 1
    if table.role != .inline {
      endHeading()
      tearRow()
    }
    open.append(
      Open(role: table.role, grid: TableGrid(groupEnds: table.groupEnds), isRowHidden: isHidden))
  }

  private mutating func endTable() {
    guard let table = open.popLast(), table.role != .inline else { return }
    endHeading()
    pen.leaveGap()
  }

  /// Writes what the open cells hold before a table begins in one of them.
  private mutating func tearRow() {
    guard let outer = holder else { return }
    endText(of: outer)
    if !pen.isRowEmpty { endRow(of: outer) }
    open[outer].isTorn = true
  }

  /// The place of the innermost open table that makes rows.
  private var holder: Int? { open.lastIndex { $0.role != .inline } }

  private mutating func beginRow(isHidden: Bool) {
    guard let table = open.indices.last, open[table].role != .inline else { return }
    endHeading()
    open[table].isRowHidden = isHidden
    open[table].isTorn = false
    open[table].grid.beginRow()
  }

  private mutating func endRow() {
    guard let table = open.indices.last else { return }
    if open[table].role == .inline {
      write(.paragraph)
    } else if !pen.isRowEmpty || open[table].role == .table && !open[table].isTorn {
      endRow(of: table)
    }
  }

  private mutating func endRow(of table: Int) {
    pen.endRow(isHidden: open[table].isRowHidden, withMerges: open[table].role == .table)
  }

  private mutating func beginCell(_ element: String, _ attributes: HTMLAttributes) {
    guard let table = open.indices.last, open[table].role != .inline else { return }
    endHeading()
    let cell = PageCell(element, attributes, styles: outline.styles)
    guard let place = open[table].grid.place(width: cell.width, height: cell.height) else {
      let detail = "a table has more than \(TableGrid.widest) columns"
      failure = failure ?? .damaged(part: "table", detail: detail)
      return
    }
    open[table].cell = cell
    (open[table].columns, open[table].height) = (place.columns, place.height)
  }

  private mutating func endCell() {
    guard let table = open.indices.last else { return }
    if open[table].role == .inline {
      write(.blank)
    } else {
      endText(of: table)
      open[table].cell = nil
    }
  }

  /// Makes a cell of the text that a table's open cell has so far.
  private mutating func endText(of table: Int) {
    guard let cell = open[table].cell else { return }
    if let content = cell.content(shown: open[table].text.bytes) {
      pen.add(
        SheetPen.Cell(
          kind: content.kind, text: content.text, columns: open[table].columns,
          height: open[table].height, style: registry.number(of: cell.style),
          formula: cell.formula, isHidden: cell.isHidden))
    }
    open[table].cell?.forgetStored()
    open[table].text.removeAll()
  }

  private mutating func endHeading() {
    defer { heading.removeAll() }
    guard !heading.isEmpty else { return }
    let tornCells = pen.setAside()
    pen.add(SheetPen.Cell(kind: .text, text: heading.bytes, columns: 0...0, height: 1, style: 0))
    pen.endRow(isHidden: false, withMerges: false)
    pen.takeBack(tornCells)
  }

  private mutating func skipColumns(_ count: Int, isHidden: Bool) {
    guard let table = open.indices.last, open[table].role == .table else { return }
    let first = open[table].nextColumn
    open[table].nextColumn = min(first + count, TableGrid.widest)
    if isHidden { (first..<open[table].nextColumn).forEach { pen.hide(column: $0) } }
  }

  /// Text goes to the cell it stands in, else it is a heading, of which each line is a row.
  private mutating func write(_ step: PageStep) {
    if let table = holder, open[table].cell != nil {
      open[table].text.take(step)
    } else {
      switch step {
      case .lineBreak, .paragraph: endHeading()
      default: heading.take(step)
      }
    }
  }
}
