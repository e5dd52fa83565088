extension TextTable {
  /// Repeats what stands above an empty cell; the repeated cell keeps the place it was written at.
  func filledDown(_ names: [String], at place: FilePlace) throws(PipelineError) -> TextTable {
    var table = self
    for position in try positions(of: names, at: place) {
      var above: Cell?
      for row in table.records.indices {
        let cell = table.records[row].cells[position]
        if cell.text.allSatisfy(\.isWhitespace), let above {
          table.records[row].cells[position] = above
        } else {
          above = cell
        }
      }
    }
    return table
  }
}
