extension TextTable {
  /// Keeps these columns, in this order.
  func selecting(_ names: [String], at place: FilePlace) throws(PipelineError) -> TextTable {
    let kept = try positions(of: names, at: place)
    var table = self
    table.columns = kept.map { columns[$0] }
    table.records = records.map { record in
      Record(line: record.line, cells: kept.map { record.cells[$0] })
    }
    return table
  }
}
