/// The rows of a single table that are records, told apart from headings, notes and blank lines.
public struct SortedRecords: Sendable {
  /// The records, every row as wide as the header, with all that is known of their cells.
  public let records: RowBlock
  /// How the lines were used.
  public let summary: ReadingSummary
  /// What is wrong with rows and with columns that have no name.
  public let findings: [Finding]

  /// Sorts all rows of a resource.
  ///
  /// - Parameters:
  ///   - block: The rows.
  ///   - layout: Where its parts stand.
  ///   - place: The resource, and the sheet for workbooks.
  ///   - pipeline: The pipeline that findings name.
  /// - Throws: where rows can't be kept.
  public init(
    _ block: RowBlock, _ layout: Layout, of place: Location, pipeline: String
  ) throws(TabularError) {
    // Every column is read as text by its number, which sorts the rows as for any other table.
    let fields = (1...max(1, layout.width)).map { Field(name: "#\($0)", missingValues: []) }
    var decoder = try TableDecoder(name: "", schema: Schema(fields: fields), pipeline: pipeline)
    let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
    decoder.begin(resource: place.resource, sheet: place.sheet, layout: layout, match: match)
    try decoder.decode(block)
    let reading = try decoder.end()
    summary = reading.summary
    findings = reading.findings.filter { $0.cells.first?.location.field == nil }
    var sorter = RowSorter(layout: layout, resource: place.resource, sheet: place.sheet)
    var records = RowBlock()
    records.firstColumn = layout.header.firstColumn
    for row in sorter.records(of: block) ?? Array(0..<block.rowCount) {
      records.append(row: row, of: block, columns: 0..<layout.width)
    }
    self.records = records
  }
}
