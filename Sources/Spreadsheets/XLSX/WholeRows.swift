extension CellBlock {
  /// How much a block holds.
  struct Length {
    var cells = 0
    var bytes = 0
    var formulas = 0
    var hiddenRows = 0
  }

  /// How much it holds now.
  var length: Length {
    Length(
      cells: count, bytes: bytes.count, formulas: formulas.count, hiddenRows: hiddenRows.count)
  }

  /// Adds what comes after the first `length` of this block to `other`, and forgets it here.
  mutating func move(after length: Length, to other: inout CellBlock) {
    let shift = UInt32(length.bytes) &- UInt32(other.bytes.count)
    let cells = other.count - length.cells
    other.bytes += bytes[length.bytes...]
    for cell in length.cells..<count {
      other.starts.append(starts[cell] &- shift)
      other.ends.append(ends[cell] &- shift)
    }
    other.rows += rows[length.cells...]
    other.columns += columns[length.cells...]
    other.kinds += kinds[length.cells...]
    other.styles += styles[length.cells...]
    for formula in formulas[length.formulas...] {
      other.formulas.append(Formula(cell: formula.cell + cells, text: formula.text))
    }
    other.hiddenRows += hiddenRows[length.hiddenRows...]
    forget(after: length)
  }

  private mutating func forget(after length: Length) {
    bytes.removeLast(bytes.count - length.bytes)
    starts.removeLast(count - length.cells)
    ends.removeLast(ends.count - length.cells)
    rows.removeLast(rows.count - length.cells)
    columns.removeLast(columns.count - length.cells)
    kinds.removeLast(kinds.count - length.cells)
    styles.removeLast(styles.count - length.cells)
    formulas.removeLast(formulas.count - length.formulas)
    hiddenRows.removeLast(hiddenRows.count - length.hiddenRows)
  }
}
