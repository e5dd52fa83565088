import Tabular

/// A file, or a sheet, as texts, taken apart into its tables; such resources are reports for people
/// and small.
struct TextReading {
  /// The path, relative to the working folder.
  let path: String
  /// The tables, one for each header of the resource.
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
    outcome = try source.read { (block) throws(PipelineError) in all.append(block) }
    path = source.path
    let resource = source.resource
    let fields = resource.sourceFields
    do throws(TabularError) {
      let layout = try source.layout(of: all, fields: fields)
      var tables: [TextTable] = []
      if layout.blocks.value == .repeated {
        let read = Section.all(
          in: all, layout: layout, resource: source.path, sheet: source.sheetName)
        unitLines = read.sections.flatMap(\.unitLines)
        (summary, findings) = (read.summary, [])
        for section in read.sections {
          tables.append(
            try TextTable(section.records, under: section.header, fields: fields, of: source))
        }
      } else {
        let sorted = try SortedRecords(all, layout, of: source.place, pipeline: pipeline)
        unitLines = layout.unitLines
        (summary, findings) = (sorted.summary, sorted.findings)
        tables.append(
          try TextTable(sorted.records, under: layout.header, fields: fields, of: source))
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

extension TextReading {
  /// The labels by the number of their column, where it has the same in every table.
  var headings: [Int: String] {
    var headings: [Int: String] = [:]
    var differing: Set<Int> = []
    for column in tables.flatMap(\.columns) where !column.label.isEmpty {
      guard let number = column.places.last.map({ Int($0.column) }) else { continue }
      if headings.updateValue(column.label, forKey: number).map({ $0 != column.label }) == true {
        differing.insert(number)
      }
    }
    return headings.filter { !differing.contains($0.key) }
  }
}

extension SourceFile {
  /// Where the parts of the file stand, from its first rows.
  func layout(of block: RowBlock, fields: [Field]) throws(TabularError) -> Layout {
    let request = LayoutRequest(
      headerRows: resource.dialect.headerRows,
      blocks: resource.blocks == .repeated ? .repeated : .single,
      headerDepth: resource.header.isEmpty ? nil : resource.header.count)
    return try Layout(of: block, labels: fields.map(\.labels), request: request, in: place)
  }
}

extension SourceFile {
  /// The name of the file without its folder and its extension.
  fileprivate var baseName: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension Resource {
  /// The declared fields that come from the file itself rather than from a step.
  var sourceFields: [Field] {
    let made = Set(steps.flatMap(\.action.madeColumns))
    return schema.fields.filter { !made.contains($0.name) && origins[$0.name] == nil }
  }

  /// The fields that hold where a record comes from, with what they hold for one source.
  fileprivate func originTexts(of source: SourceFile) -> [(name: String, text: String)] {
    schema.fields.compactMap { field in
      switch origins[field.name] {
      case .sheet: (field.name, source.sheetName ?? source.baseName)
      case .file: (field.name, source.path)
      case nil: nil
      }
    }
  }
}

extension TextTable {
  /// The records of `block`; declared fields give their columns their names.
  init(
    _ block: RowBlock, under header: Header, fields: [Field], of source: SourceFile
  ) throws(TabularError) {
    let match = try ColumnMatch(fields: fields, header: header, in: source.place)
    self.init(resource: source.path, sheet: source.sheetName, columns: [])
    columns = header.columns.map { column in
      let places = header.lines.map {
        CellPlace(line: UInt32($0), column: UInt32(header.firstColumn + column.position))
      }
      let levels = header.lines.isEmpty ? [] : column.levels
      return Column(name: column.lowest, levels: levels, places: places)
    }
    for (field, column) in zip(fields, match.columns) { columns[column].name = field.name }
    let width = columns.count
    let origins = source.resource.originTexts(of: source)
    columns += origins.map { Column(name: $0.name, levels: [], places: []) }
    for row in 0..<block.rowCount {
      let line = block.lines[row]
      let place = CellPlace(line: line, column: UInt32(block.firstColumn))
      let cells =
        (0..<width).map { Cell(block, row: row, column: $0) }
        + origins.map { Cell(text: $0.text, raw: nil, place: place) }
      records.append(Record(line: line, cells: cells))
    }
  }

  /// The records as rows whose cells know their places.
  var block: RowBlock {
    var block = RowBlock()
    let isMarked = sheet != nil
    for record in records {
      let first = UInt32(block.starts.count)
      block.append(record.cells.map { Array($0.text.utf8) }, line: Int(record.line))
      block.places += record.cells.map(\.place)
      guard isMarked else { continue }
      block.marks += record.cells.map(\.marks)
      for (position, cell) in record.cells.enumerated() {
        if let stored = cell.stored { block.stored[first + UInt32(position)] = stored }
        if cell.indent > 0 { block.indents[first + UInt32(position)] = cell.indent }
      }
    }
    return block
  }
}

extension TextTable.Cell {
  /// The cell of a row of `block`; empty where the row ends before it.
  fileprivate init(_ block: RowBlock, row: Int, column: Int) {
    let place = CellPlace(line: block.lines[row], column: UInt32(block.firstColumn + column))
    guard column < block.cellCount(ofRow: row) else {
      self.init(text: "", raw: nil, place: place)
      return
    }
    let cell = block.firstCells[row] + UInt32(column)
    self.init(
      text: block.text(row: row, column: column), raw: nil,
      place: block.places.isEmpty ? place : block.places[Int(cell)],
      marks: block.marks.isEmpty ? [] : block.marks[Int(cell)], stored: block.stored[cell],
      indent: block.indents[cell] ?? 0)
  }
}
