import Tabular

extension TextTable {
  /// Which records a step leaves out.
  enum Leaving {
    /// Those whose text a pattern fits.
    case fitting
    /// Those whose text no pattern fits.
    case others
  }

  /// Leaves out records by the text of a column; lines of which no record is left are counted.
  func leavingOut(
    _ leaving: Leaving, _ column: String, _ texts: [String], at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    var patterns = try TextPatterns(texts, at: place)
    let position = try position(of: column, at: place)
    var table = self
    table.records.removeAll { record in
      let fits = patterns.parts(of: record.cells[position].text) != nil
      return fits == (leaving == .fitting)
    }
    table.leftOut += leftOutLines(since: table)
    return table
  }

  /// The lines of which no record is left in `table`, with what was written on them; what steps
  /// made of a cell, or brought from elsewhere, is passed over.
  private func leftOutLines(since table: TextTable) -> [ReadingSummary.OtherLine] {
    let kept = Set(table.records.map(\.line))
    var lines: [UInt32] = []
    var texts: [UInt32: [String]] = [:]
    var seen: Set<CellPlace> = []
    for record in records where !kept.contains(record.line) {
      if texts[record.line] == nil {
        lines.append(record.line)
        texts[record.line] = []
      }
      for cell in record.cells where cell.place.line == record.line {
        guard seen.insert(cell.place).inserted else { continue }
        texts[record.line, default: []].append(cell.raw ?? cell.text)
      }
    }
    return lines.map { line in
      let text = (texts[line] ?? []).filter { !$0.isEmpty }.joined(separator: " | ")
      return ReadingSummary.OtherLine(line: Int(line), use: .leftOut, text: text)
    }
  }
}
