import Tabular

extension TextTable {
  /// Makes columns of the texts of one column; records that agree in all others become one.
  ///
  /// Where a record has a cell already, another one is begun with the same key, so that nothing
  /// is lost: a rule on the key finds it.
  func pivoted(
    column: String, names: [Step.PivotName], value: String, at place: FilePlace
  ) throws(PipelineError) -> TextTable {
    let names = Targets(names)
    let (texts, values) = (try position(of: column, at: place), try position(of: value, at: place))
    let kept = columns.indices.filter { $0 != texts && $0 != values }
    let made = names.columns.map { Column(name: $0, levels: [], places: []) }
    var table = TextTable(
      resource: resource, sheet: sheet, columns: kept.map { columns[$0] } + made,
      leftOut: leftOut)
    var rows: [[String]: Int] = [:]
    var filled: [Set<Int>] = []
    for record in records {
      guard let target = try target(of: record.cells[texts].text, names, column, at: place) else {
        continue
      }
      let key = kept.map { record.cells[$0].text }
      let cell = record.cells[values]
      if let row = rows[key], filled[row].insert(target).inserted {
        table.records[row].cells[kept.count + target] = cell
        continue
      }
      rows[key] = table.records.count
      filled.append([target])
      // What is not there is missed in the record, which its first key names.
      let named = kept.first { !columns[$0].levels.isEmpty }.map { record.cells[$0].place }
      let nothing = Cell(
        text: "", raw: nil,
        place: CellPlace(line: record.line, column: (named ?? cell.place).column))
      var cells = kept.map { record.cells[$0] } + names.columns.map { _ in nothing }
      cells[kept.count + target] = cell
      table.records.append(Record(line: record.line, cells: cells))
    }
    return table
  }

  /// The columns that are made, and which of them a text goes to.
  private struct Targets {
    var columns: [String] = []
    var positions: [String: Int?] = [:]

    init(_ names: [Step.PivotName]) {
      for name in names {
        guard let column = name.column else {
          positions[LabelForm.key(name.text)] = .some(nil)
          continue
        }
        if !columns.contains(column) { columns.append(column) }
        positions[LabelForm.key(name.text)] = columns.firstIndex(of: column)
      }
    }
  }

  /// The number of the column that `text` goes to; nil where it is left out.
  private func target(
    of text: String, _ names: Targets, _ column: String, at place: FilePlace
  ) throws(PipelineError) -> Int? {
    if let target = names.positions[LabelForm.key(text)] { return target }
    let known = names.positions.keys.sorted()
    throw PipelineError(
      .unknownPivotText(
        text, column: column, nearest: NearestWords.to(text, among: known), known: known),
      at: place)
  }
}
