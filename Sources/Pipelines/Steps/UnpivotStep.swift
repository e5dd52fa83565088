import Tabular

extension TextTable {
  /// Makes a record of every cell that is not a key and has a label in every header row.
  ///
  /// The labels go into the columns `into`, the topmost first; the cell into the column `value`.
  func unpivoted(
    keys: [String], into: [String], value: String, at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    let keyPositions = try positions(of: keys, at: place)
    let wide = columns.indices.filter { position in
      !keyPositions.contains(position) && columns[position].levels.count == into.count
        && columns[position].levels.allSatisfy { !$0.isEmpty }
    }
    let made = (into + [value]).map { Column(name: $0, levels: [], places: []) }
    var table = TextTable(
      resource: resource, sheet: sheet, columns: keyPositions.map { columns[$0] } + made,
      leftOut: leftOut)
    for record in records {
      let kept = keyPositions.map { record.cells[$0] }
      for position in wide {
        let column = columns[position]
        let labels = zip(column.levels, column.places).map { label, place in
          Cell(text: label, raw: nil, place: place)
        }
        table.records.append(
          Record(line: record.line, cells: kept + labels + [record.cells[position]]))
      }
    }
    return table
  }
}
