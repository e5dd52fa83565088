import Tabular

/// The rows of a single table that are records, told apart from headings, notes and blank lines.
struct SortedRows {
  /// The numbers of the rows that are records.
  private(set) var rows: [Int] = []
  /// How the lines were used.
  let summary: ReadingSummary
  /// The lines that could not be used.
  let findings: [Finding]

  /// Sorts the rows of `block`.
  init(
    _ block: RowBlock, _ layout: Layout, _ source: SourceFile, pipeline: String
  ) throws(TabularError) {
    // Every column is read as text by its number, which sorts the rows as for any other table.
    let fields = (1...max(1, layout.width)).map { Field(name: "#\($0)", missingValues: []) }
    var decoder = try TableDecoder(
      name: source.resource.name, schema: Schema(fields: fields), pipeline: pipeline)
    let match = try ColumnMatch(fields: fields, header: layout.header, in: source.place)
    decoder.begin(resource: source.path, sheet: source.sheetName, layout: layout, match: match)
    try decoder.decode(block)
    let reading = try decoder.end()
    summary = reading.summary
    findings = reading.findings.filter { $0.cells.first?.location.field == nil }
    let table = decoder.finish()
    var next = 0
    for number in 0..<table.batches.count {
      for line in try table.batches.batch(at: number).lines {
        while block.lines[next] != line { next += 1 }
        rows.append(next)
        next += 1
      }
    }
  }
}
