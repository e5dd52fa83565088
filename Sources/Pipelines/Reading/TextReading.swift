import Delimited
import Tabular

/// A file as texts, taken apart into its tables; such files are reports for people and small.
struct TextReading {
  /// The path, relative to the working folder.
  let path: String
  /// The tables, one for each header of the file.
  let tables: [TextTable]
  /// The units that lines above the tables name.
  let unitLines: [UnitLine]
  /// How the lines were used.
  let summary: ReadingSummary
  /// What was wrong with lines.
  let findings: [Finding]
  /// What is known of the file.
  let outcome: SourceFile.Outcome

  /// Reads all of `source`.
  ///
  /// - Throws: `PipelineError` where it can't be read or a declared column is missing.
  init(_ source: SourceFile, pipeline: String) throws(PipelineError) {
    var all = RowBlock()
    outcome = try source.read { (_, block) throws(PipelineError) in all.append(block) }
    path = source.path
    let resource = source.resource
    let fields = resource.sourceFields
    do throws(TabularError) {
      let layout = try source.layout(of: all, fields: fields)
      var parts: [(header: Header, records: RowBlock)]
      if layout.blocks.value == .repeated {
        let read = Section.all(in: all, layout: layout, resource: source.path)
        parts = read.sections.map { ($0.header, $0.records) }
        unitLines = read.sections.flatMap(\.unitLines)
        (summary, findings) = (read.summary, [])
      } else {
        let sorted = try SortedRows(all, layout, source, pipeline: pipeline)
        parts = [(layout.header, sorted.records)]
        unitLines = layout.unitLines
        (summary, findings) = (sorted.summary, sorted.findings)
      }
      var tables: [TextTable] = []
      for part in parts {
        tables.append(
          try TextTable(part.records, under: part.header, fields: fields, resource: source.path))
      }
      self.tables = tables
    } catch {
      throw PipelineError(error, path: source.path)
    }
    let rows = tables.first?.columns.first?.levels.count ?? 0
    if !resource.header.isEmpty, rows != resource.header.count {
      throw PipelineError(
        .missingHeader(resource: path, rows: resource.header.count, found: rows),
        at: resource.place)
    }
  }
}

extension SourceFile {
  /// Where the parts of the file stand, from its first rows.
  func layout(of block: RowBlock, fields: [Field]) throws(TabularError) -> Layout {
    let request = LayoutRequest(
      headerRows: resource.dialect.headerRows,
      blocks: resource.blocks == .repeated ? .repeated : .single)
    return try Layout(
      of: block, labels: fields.map(\.labels), request: request,
      in: Location(resource: path))
  }
}

extension Resource {
  /// The declared fields that come from the file itself rather than from a step.
  var sourceFields: [Field] {
    let made = Set(steps.flatMap(\.action.madeColumns))
    return schema.fields.filter { !made.contains($0.name) }
  }
}

extension TextTable {
  /// The records of `block`; declared fields give their columns their names.
  init(
    _ block: RowBlock, under header: Header, fields: [Field], resource: String
  ) throws(TabularError) {
    let match = try ColumnMatch(
      fields: fields, header: header, in: Location(resource: resource))
    self.init(resource: resource, columns: [])
    columns = header.columns.map { column in
      let places = header.lines.map {
        CellPlace(line: UInt32($0), column: UInt32(column.position))
      }
      let levels = header.lines.isEmpty ? [] : column.levels
      return Column(name: column.lowest, levels: levels, places: places)
    }
    for (field, column) in zip(fields, match.columns) { columns[column].name = field.name }
    for row in 0..<block.rowCount {
      let cells = columns.indices.map { column in
        Cell(
          text: column < block.cellCount(ofRow: row) ? block.text(row: row, column: column) : "",
          raw: nil, place: CellPlace(line: block.lines[row], column: UInt32(column)))
      }
      records.append(Record(line: block.lines[row], cells: cells))
    }
  }

  /// The records as rows whose cells know their places.
  var block: RowBlock {
    var block = RowBlock()
    for record in records {
      block.append(record.cells.map { Array($0.text.utf8) }, line: Int(record.line))
      block.places += record.cells.map(\.place)
    }
    return block
  }
}
