import Tabular

extension RowBlock {
  /// Adds the rows of another block behind its own.
  mutating func append(_ other: RowBlock) {
    if rowCount == 0 {
      self = other
      return
    }
    let (byte, cell) = (UInt32(bytes.count), UInt32(starts.count))
    if !marks.isEmpty || !other.marks.isEmpty {
      marks += [CellMarks](repeating: [], count: starts.count - marks.count) + other.marks
    }
    bytes += other.bytes
    starts += other.starts.map { $0 + byte }
    ends += other.ends.map { $0 + byte }
    firstCells += other.firstCells.dropFirst().map { $0 + cell }
    if !lineCounts.isEmpty || !other.lineCounts.isEmpty {
      let own = (0..<rowCount).map { UInt32(lineCount(ofRow: $0)) }
      lineCounts = own + (0..<other.rowCount).map { UInt32(other.lineCount(ofRow: $0)) }
    }
    lines += other.lines
    for (place, text) in other.stored { stored[place + cell] = text }
    for (place, indent) in other.indents { indents[place + cell] = indent }
  }
}
