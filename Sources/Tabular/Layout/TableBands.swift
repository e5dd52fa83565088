/// Takes rows apart into the tables that stand below each other.
struct TableBands {
  let rows: [SampleRow]

  /// The rows of each table, with the titles above it and the notes below it.
  func bands() -> [Range<Int>] {
    var starts: [Int] = []
    var header: HeaderRepeat?
    var numbers: Set<Int> = []
    for segment in segments() {
      guard let found = headerRow(of: segment, over: numbers) else {
        for row in segment { numbers.formUnion(numberColumns(rows[row])) }
        continue
      }
      let labels = rows[found]
      if header?.isBottom(labels.cells) != true {
        if header != nil { starts.append(start(of: segment, header: found)) }
        numbers = []
        header = HeaderRepeat(header: [labels.cells])
      }
      for row in segment where row > found { numbers.formUnion(numberColumns(rows[row])) }
    }
    guard !starts.isEmpty else { return [0..<rows.count] }
    return zip([0] + starts, starts + [rows.count]).map { $0..<$1 }
  }

  /// The runs of rows without blank ones.
  private func segments() -> [Range<Int>] {
    var segments: [Range<Int>] = []
    for (place, row) in rows.enumerated() where !row.isBlank {
      if let last = segments.last, last.upperBound == place {
        segments[segments.count - 1] = last.lowerBound..<place + 1
      } else {
        segments.append(place..<place + 1)
      }
    }
    return segments
  }

  private func numberColumns(_ row: SampleRow) -> [Int] {
    row.filled.filter { row.traits[$0] == .number && row.filled.count >= 2 }
  }

  /// The lowest row of the header that a segment begins with: labels above numbers, below titles or
  /// where the table above (with `numbers` in these columns) would have numbers.
  private func headerRow(of segment: Range<Int>, over numbers: Set<Int>) -> Int? {
    guard let top = segment.first(where: { rows[$0].filled.count >= 2 }),
      rows[top].couldBeLabels, rows[top].metadata == nil
    else { return nil }
    var bottom = top
    while bottom + 1 < segment.upperBound, bottom - top < HeaderSearch.depth - 1,
      rows[bottom + 1].couldBeLabels, rows[bottom + 1].filled.count >= 2,
      !rows[bottom + 1].filled.contains(0) || rows[top].span(of: 0).count > 1
    {
      bottom += 1
    }
    let columns = Set(rows[top...bottom].flatMap { row in row.filled.flatMap(row.span) })
    let hasNumbers = rows[(bottom + 1)..<segment.upperBound].contains { row in
      !columns.isDisjoint(with: numberColumns(row))
    }
    let isTitled = rows[segment.lowerBound..<top].contains {
      !RowWords.isNote($0.text($0.filled[0]))
    }
    guard hasNumbers, isTitled || numbers.isEmpty || !numbers.isDisjoint(with: columns) else {
      return nil
    }
    return bottom
  }

  /// Where a table begins whose header was found: with the titles above it, which may stand apart.
  private func start(of segment: Range<Int>, header: Int) -> Int {
    var start = segment.lowerBound
    while let above = rows[..<start].lastIndex(where: { !$0.isBlank }), start - above <= 3,
      rows[above].filled.count == 1, !RowWords.isNote(rows[above].text(rows[above].filled[0]))
    {
      start = above
    }
    return start
  }
}
