import Rules

extension TextTable {
  /// Writes the texts of a column in one way; what was written stays known.
  func normalised(
    _ column: String, _ normalisation: Normalisation, list: CodeList?, at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    let position = try position(of: column, at: place)
    var table = self
    for row in records.indices {
      let cell = records[row].cells[position]
      let text = normalisation.text(of: cell.text, list: list)
      guard text != cell.text else { continue }
      table.records[row].cells[position] = Cell(
        text: text, raw: cell.raw ?? cell.text, place: cell.place, marks: cell.marks,
        indent: cell.indent)
    }
    return table
  }
}

extension Normalisation {
  /// The text as it is to be written: blanks first, then prefixes and suffixes, letters,
  /// replacements, and last the code of a list for another spelling of it.
  func text(of written: String, list: CodeList?) -> String {
    var text = written
    switch blanks {
    case .remove: text.removeAll(where: \.isWhitespace)
    case .collapse: text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case nil: break
    }
    if trims { text = text.trimmed }
    for prefix in dropPrefixes where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
      break
    }
    for suffix in dropSuffixes where text.hasSuffix(suffix) {
      text.removeLast(suffix.count)
      break
    }
    switch letterCase {
    case .upper: text = text.uppercased()
    case .lower: text = text.lowercased()
    case nil: break
    }
    text = replacements[text.allSatisfy(\.isWhitespace) ? "" : text] ?? text
    return list?.aliases[text] ?? text
  }
}
