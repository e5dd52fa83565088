import Tabular

extension TextTable {
  /// Makes a record of every cell that is not a key and has a label in every header row.
  ///
  /// The labels go into the columns `into`, the topmost first; the cell into the column `value`. A
  /// single column `into` takes the lowest label, so that titles over the labels don't matter.
  func unpivoted(
    keys: [String], into: [String], value: String, at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    let keyPositions = try positions(of: keys, at: place)
    let labels = columns.map { $0.labels(into.count) }
    let wide = columns.indices.filter { !keyPositions.contains($0) && !labels[$0].isEmpty }
    let made = (into + [value]).map { Column(name: $0, levels: [], places: []) }
    var table = TextTable(
      resource: resource, sheet: sheet, columns: keyPositions.map { columns[$0] } + made,
      leftOut: leftOut)
    for record in records {
      let kept = keyPositions.map { record.cells[$0] }
      for position in wide {
        table.records.append(
          Record(line: record.line, cells: kept + labels[position] + [record.cells[position]]))
      }
    }
    return table
  }
}

extension TextTable.Column {
  /// The labels of `count` header rows with their places; none where one of them is empty.
  fileprivate func labels(_ count: Int) -> [TextTable.Cell] {
    var named = Array(zip(levels, places))
    if count == 1, let lowest = named.last(where: { !$0.0.isEmpty }) { named = [lowest] }
    guard named.count == count, named.allSatisfy({ !$0.0.isEmpty }) else { return [] }
    return named.map { TextTable.Cell(text: $0.0, raw: nil, place: $0.1) }
  }
}
