extension TextTable {
  /// Makes columns of the parts of a text that the groups of patterns name.
  ///
  /// A text that no pattern fits goes as it is into the group called like the column, else into the
  /// first, so that what reads it tells what is wrong. A column of `declared` name stays beside its
  /// parts, any other gives way to them.
  func extracting(
    _ column: String, _ texts: [String], declared: Set<String>, at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    var patterns = try TextPatterns(texts, at: place)
    let position = try position(of: column, at: place)
    let whole = columns[position]
    let own = patterns.groups.firstIndex { $0 == column || $0 == whole.name } ?? 0
    let stays = declared.contains(whole.name) && patterns.groups[own] != whole.name
    var table = self
    let made = patterns.groups.map { name in
      Column(
        name: name, levels: whole.levels, places: whole.places,
        isPart: stays || name != whole.name && patterns.groups.contains(whole.name))
    }
    table.columns.replaceSubrange(position...position, with: (stays ? [whole] : []) + made)
    for row in records.indices {
      let cell = records[row].cells[position]
      let parts = patterns.parts(of: cell.text)
      let cells = patterns.groups.indices.map { number -> Cell in
        guard let parts else { return number == own ? cell : cell.showing("") }
        return cell.showing(parts[patterns.groups[number]] ?? "")
      }
      table.records[row].cells.replaceSubrange(
        position...position, with: (stays ? [cell] : []) + cells)
    }
    return table
  }
}

extension TextPatterns {
  /// Makes patterns of their texts, for a step at `place`.
  init(_ texts: [String], at place: FilePlace) throws(PipelineError) {
    do throws(Problem) {
      try self.init(texts)
    } catch {
      throw PipelineError(.badPattern(texts[error.position], error.fault), at: place)
    }
  }
}

extension TextTable.Cell {
  /// The cell with `part` of its text; what was written stays known.
  fileprivate func showing(_ part: String) -> Self {
    guard part != text else { return self }
    return Self(text: part, raw: raw ?? text, place: place, marks: marks)
  }
}
