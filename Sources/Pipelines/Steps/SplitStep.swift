extension TextTable {
  /// Parts a column at a text; parts that are not there are empty, the last one takes the rest.
  func split(
    _ column: String, at separator: String, into names: [String], step place: FilePlace
  ) throws(PipelineError) -> TextTable {
    let position = try position(of: column, at: place)
    var table = self
    let parted = columns[position]
    let made = names.map { Column(name: $0, levels: parted.levels, places: parted.places) }
    table.columns.replaceSubrange(position...position, with: made)
    for row in records.indices {
      let cell = records[row].cells[position]
      var parts: [String] = []
      var rest = Substring(cell.text)
      while parts.count < names.count - 1, let found = rest.firstRange(of: separator) {
        parts.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
      parts.append(String(rest))
      while parts.count < names.count { parts.append("") }
      let cells = parts.map { part in
        Cell(
          text: part, raw: part == cell.text ? cell.raw : cell.raw ?? cell.text, place: cell.place,
          marks: cell.marks, stored: part == cell.text ? cell.stored : nil)
      }
      table.records[row].cells.replaceSubrange(position...position, with: cells)
    }
    return table
  }
}
