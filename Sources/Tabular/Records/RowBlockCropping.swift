extension RowBlock {
  /// The cells within a range of the sheet; the text is shared, and a block that has no others is
  /// given back as it is.
  public func cropped(to range: SheetRange) -> RowBlock {
    let kept = keptRows(of: range)
    let first = max(0, (range.columns?.lowerBound ?? firstColumn) - firstColumn)
    let end = max(0, (range.columns?.upperBound ?? SheetRange.lastColumn) + 1 - firstColumn)
    if kept == 0..<rowCount, first == 0,
      (0..<rowCount).allSatisfy({ cellCount(ofRow: $0) <= end })
    {
      return self
    }
    var block = RowBlock()
    block.bytes = bytes
    block.firstColumn = firstColumn + first
    for row in kept { block.share(row: row, of: self, from: first, to: end) }
    let begins = block.lines.first.map(Int.init) == range.rows?.lowerBound
    block.cutMerges(columns: first > 0, rows: range.rows != nil && begins)
    return block
  }

  /// The rows whose lines lie within a range.
  private func keptRows(of range: SheetRange) -> Range<Int> {
    guard let wanted = range.rows else { return 0..<rowCount }
    let start = lines.firstIndex { wanted.lowerBound <= Int($0) } ?? rowCount
    let end = lines[start...].firstIndex { wanted.upperBound < Int($0) } ?? rowCount
    return start..<end
  }

  /// Adds a row of a block with the same text, cut to the cells from `first` up to `end`.
  private mutating func share(row: Int, of block: RowBlock, from first: Int, to end: Int) {
    let begin = Int(block.firstCells[row])
    let (from, upTo) = (begin + first, begin + min(end, block.cellCount(ofRow: row)))
    if from < upTo {
      let shift = from - starts.count
      starts += block.starts[from..<upTo]
      ends += block.ends[from..<upTo]
      if !block.marks.isEmpty { marks += block.marks[from..<upTo] }
      if !block.places.isEmpty { places += block.places[from..<upTo] }
      if !block.stored.isEmpty || !block.indents.isEmpty {
        for cell in from..<upTo {
          let number = UInt32(cell - shift)
          if let digits = block.stored[UInt32(cell)] { stored[number] = digits }
          if let steps = block.indents[UInt32(cell)] { indents[number] = steps }
        }
      }
    }
    finishRow(line: Int(block.lines[row]), lineCount: block.lineCount(ofRow: row))
  }

  /// Lets the values of merged ranges that begin outside stand in the first cells that are left.
  private mutating func cutMerges(columns: Bool, rows: Bool) {
    guard !marks.isEmpty else { return }
    if columns {
      for row in 0..<rowCount where cellCount(ofRow: row) > 0 {
        marks[Int(firstCells[row])].remove(.mergedAcross)
      }
    }
    if rows, rowCount > 0 {
      for cell in 0..<cellCount(ofRow: 0) { marks[cell].remove(.mergedDown) }
    }
  }
}
