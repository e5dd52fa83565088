extension Header {
  /// The columns of blocks that stand beside each other with the same labels, as
  /// `No, Nama, Jumlah, No, Nama, Jumlah`; all columns where there is one block.
  ///
  /// Labels of upper rows may differ between blocks. Columns without a name that stand between two
  /// blocks belong to neither.
  public var blocks: [Range<Int>] {
    let whole = [0..<columns.count]
    let named = columns.filter { !$0.lowest.isEmpty }
    guard let first = named.first.map({ LabelForm.key($0.lowest) }) else { return whole }
    var blocks: [[Column]] = []
    for column in named {
      if LabelForm.key(column.lowest) == first, !column.isContinued {
        blocks.append([column])
      } else {
        blocks[blocks.count - 1].append(column)
      }
    }
    let labels = Set(blocks.map { $0.map { LabelForm.key($0.lowest) } })
    guard blocks.count > 1, labels.count == 1, blocks[0].count > 1 else { return whole }
    return blocks.map { $0[0].position..<$0[$0.count - 1].position + 1 }
  }

  /// The header of some of the columns, counted from the first of them.
  func cropped(to range: Range<Int>) -> Header {
    let columns = columns[range].map { column in
      Column(
        position: column.position - range.lowerBound, levels: column.levels,
        isContinued: column.isContinued)
    }
    return Header(lines: lines, columns: columns, firstColumn: firstColumn + range.lowerBound)
  }
}

extension SampleRow {
  /// The row cut to some of its columns.
  func cropped(to range: Range<Int>) -> SampleRow {
    let columns = range.clamped(to: 0..<cells.count)
    return SampleRow(
      line: line, cells: Array(cells[columns]), marks: marks.isEmpty ? [] : Array(marks[columns]))
  }
}
