import Tabular

extension RowAssembly {
  /// Adds one row of the sheet, and what lies between it and the last.
  mutating func add(
    _ cells: Range<Int>, row: Int, of block: CellBlock
  ) throws(SpreadsheetError) {
    cell = cells.upperBound
    let isQuiet = merges.areQuiet(in: row)
    if !isQuiet { openMerges(in: row, cells, of: block) }
    guard row >= firstRow, let first = cells.first(where: { isWanted($0, of: block) }) else {
      return
    }
    if row > nextRow { try fillGap(to: row) }
    beginRow()
    try addCells(first..<cells.upperBound, of: block)
    if !isQuiet { try coverCells(in: row) }
    endRow(row)
    lastFilledRow = max(lastFilledRow, row)
  }

  /// True where the cell holds something and stands in a column that is wanted.
  @inline(__always)
  private func isWanted(_ cell: Int, of block: CellBlock) -> Bool {
    let column = Int(block.columns[cell])
    return column >= firstColumn && column <= lastColumn && isFilled(cell, of: block)
  }

  @inline(__always)
  private func isFilled(_ cell: Int, of block: CellBlock) -> Bool {
    block.starts[cell] != block.ends[cell] || block.kinds[cell] == .withoutResult
  }

  private mutating func addCells(
    _ cells: Range<Int>, of block: CellBlock
  ) throws(SpreadsheetError) {
    for cell in cells where isWanted(cell, of: block) {
      let shown = pen.show(cell, of: block)
      let position = Int(block.columns[cell]) &- firstColumn
      filledCells &+= 1
      put(shown, at: position)
      if pen.formats.hasIndents {
        let indent = pen.formats.indent(of: block.styles[cell])
        if indent > 0 { rows.indents[UInt32(rowStart + position)] = indent }
      }
    }
    try checkCount()
  }

  /// Adds a row that has nothing of its own but merged ranges.
  mutating func addMergedRow(_ row: Int) throws(SpreadsheetError) {
    beginRow()
    try coverCells(in: row)
    endRow(row)
  }

  /// Adds the rows from `nextRow` on that lie above `row` and have nothing of their own: those that
  /// merged ranges reach into, and one for all others.
  private mutating func fillGap(to row: Int) throws(SpreadsheetError) {
    let merged = min(row - 1, lastMergedRow)
    while nextRow <= merged { try addMergedRow(nextRow) }
    guard nextRow < row else { return }
    beginRow()
    let count = row - nextRow
    endRow(nextRow, count: count)
  }

  private mutating func openMerges(in row: Int, _ cells: Range<Int>, of block: CellBlock) {
    if let last = cells.last { widestColumn = max(widestColumn, Int(block.columns[last])) }
    for range in merges.beginning(in: row) {
      guard
        let anchor = cells.first(where: { Int(block.columns[$0]) == range.columns.lowerBound }),
        isFilled(anchor, of: block)
      else { continue }
      let shown = pen.show(anchor, of: block)
      let narrow = max(range.columns.lowerBound + OpenMerges.widest - 1, widestColumn)
      merges.add(
        OpenMerges.Open(
          columns: range.columns.lowerBound...min(range.columns.upperBound, narrow),
          rows: range.rows, place: shown, text: pen.text(of: shown, in: block),
          marks: shown.marks,
          stored: shown.hasStored ? String(decoding: pen.stored, as: UTF8.self) : nil,
          indent: pen.formats.indent(of: block.styles[anchor])))
    }
  }

  /// Puts the values of merged ranges into the cells that they cover.
  private mutating func coverCells(in row: Int) throws(SpreadsheetError) {
    for index in merges.open.indices where merges.open[index].rows.contains(row) {
      let range = merges.open[index]
      let first = max(range.columns.lowerBound, firstColumn)
      let last = min(range.columns.upperBound, lastColumn)
      guard first <= last else { continue }
      let place = range.place ?? pen.write(range.text, marks: range.marks)
      if range.place == nil { merges.place(index, at: place) }
      for column in first...last {
        var shown = place
        shown.marks = range.marks
        if column > range.columns.lowerBound { shown.marks.insert(.mergedAcross) }
        if row > range.rows.lowerBound { shown.marks.insert(.mergedDown) }
        guard shown.marks != range.marks else { continue }
        cover(with: shown, at: column &- firstColumn, range)
      }
    }
    try checkCount()
  }

  private mutating func cover(with shown: ShownCell, at position: Int, _ range: OpenMerges.Open) {
    let number = rowStart + position
    if number < rows.starts.count, rows.starts[number] != rows.ends[number] {
      merges.covered &+= 1
    }
    put(shown, at: position)
    mergedCells &+= 1
    rows.stored[UInt32(number)] = range.stored
    rows.indents[UInt32(number)] = range.indent > 0 ? range.indent : nil
  }

  private func checkCount() throws(SpreadsheetError) {
    guard filledCells &+ mergedCells <= cellLimit else {
      throw SpreadsheetError(.tooLarge(.cells, allowed: cellLimit, part: nil))
    }
  }
}
