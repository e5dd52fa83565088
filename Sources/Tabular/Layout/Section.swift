/// One of several tables that stand below each other in a resource.
public struct Section: Sendable {
  /// The titles above the header.
  public var titles: [String]
  /// The units that lines above the header name.
  public var unitLines: [UnitLine] = []
  /// The header.
  public var header: Header
  /// The records, with their physical lines; every row has as many cells as the header.
  public var records: RowBlock

  /// Takes a resource with repeated headers apart.
  ///
  /// - Parameters:
  ///   - block: All rows of the resource; such resources are reports for people and small.
  ///   - layout: The layout of its first table.
  ///   - resource: The path, relative to the working folder.
  ///   - sheet: The sheet, for workbooks.
  /// - Returns: the tables from left to right, then downwards, and how every line was used.
  public static func all(
    in block: RowBlock, layout: Layout, resource: String, sheet: String? = nil
  ) -> (sections: [Section], summary: ReadingSummary) {
    var reading = SectionReading(block: block, layout: layout)
    reading.run()
    reading.summary.resource = resource
    reading.summary.sheet = sheet
    return (reading.sections, reading.summary)
  }
}

/// The state of taking a resource apart.
private struct SectionReading {
  let block: RowBlock
  let rows: [SampleRow]
  let depth: Int
  let repeats: HeaderRepeat
  var summary = ReadingSummary(resource: "")
  var sections: [Section] = []

  init(block: RowBlock, layout: Layout) {
    self.block = block
    rows = SampleRow.rows(of: block, limit: block.rowCount)
    depth = max(1, layout.header.lines.count)
    repeats = HeaderRepeat(header: [layout.header.columns.map { $0.levels.last ?? "" }])
  }

  mutating func run() {
    let bottoms = rows.indices.filter {
      $0 + 1 >= depth && repeats.isBottom(rows[$0].cells) && !rows[$0].hasNumbers
    }
    var from = 0
    for (number, bottom) in bottoms.enumerated() {
      let top = bottom - depth + 1
      let end = number + 1 < bottoms.count ? bottoms[number + 1] - depth + 1 : rows.count
      read(headings: from..<max(from, top), header: top..<bottom + 1, body: bottom + 1..<end)
      from = bodyEnd(bottom + 1..<end)
    }
    for row in from..<rows.count { use(rows[row].isBlank ? .blank : .note, row) }
  }

  /// Where the records of a table end and the headings of the next begin.
  private func bodyEnd(_ body: Range<Int>) -> Int {
    var end = body.upperBound
    while end > body.lowerBound, rows[end - 1].isBlank || rows[end - 1].filled.count == 1 {
      end -= 1
    }
    return end
  }

  private mutating func read(headings: Range<Int>, header: Range<Int>, body: Range<Int>) {
    for row in headings { use(rows[row].isBlank ? .blank : .heading, row) }
    for row in header { use(.header, row) }
    let found = Header(
      rows: Array(rows[header]), width: width(of: header), firstColumn: block.firstColumn)
    let blocks = found.blocks
    var parts = blocks.map { columns in
      var records = RowBlock()
      records.firstColumn = block.firstColumn + columns.lowerBound
      return Section(
        titles: headings.compactMap { title(of: rows[$0], over: columns, of: blocks.count) },
        unitLines: rows[headings].flatMap(\.unitLines), header: found.cropped(to: columns),
        records: records)
    }
    for row in body.lowerBound..<bodyEnd(body) { add(row, blocks, found, &parts) }
    sections += parts
  }

  /// What a heading says of the block in some columns; nil where it says nothing.
  private func title(of row: SampleRow, over columns: Range<Int>, of blocks: Int) -> String? {
    let isCommon = blocks == 1 || row.filled.count == 1
    let own = isCommon ? row.filled : row.filled.filter(columns.contains)
    return own.isEmpty ? nil : own.map { row.cells[$0] }.joined(separator: " ")
  }

  /// The number of columns up to the last that a header row names, also by a merged label.
  private func width(of header: Range<Int>) -> Int {
    rows[header].map { row in row.filled.last.map { row.span(of: $0).upperBound } ?? 0 }.max() ?? 0
  }

  private mutating func add(
    _ row: Int, _ blocks: [Range<Int>], _ header: Header, _ parts: inout [Section]
  ) {
    let sample = rows[row]
    if sample.isBlank { return use(.blank, row) }
    if parts[0].records.rowCount == 0, areColumnNumbers(row, blocks) { return use(.header, row) }
    if sample.filled.count <= 2, let first = sample.filled.first,
      RowWords.isNote(sample.cells[first])
    {
      return use(.note, row)
    }
    // A cell of a sheet to the right of the table does not keep its row from being a record.
    let isSheet = !block.marks.isEmpty
    guard let last = sample.filled.last, let first = sample.filled.first,
      last < header.columns.count || isSheet && first < header.columns.count
    else { return use(.rejected, row) }
    let isTotal = sample.filled.contains { RowWords.isTotal(sample.cells[$0]) }
    use(isTotal ? .total : .data, row)
    if isSheet { noteOutside(sample, blocks) }
    for (part, columns) in blocks.enumerated() {
      guard blocks.count == 1 || sample.filled.contains(where: columns.contains) else { continue }
      parts[part].records.append(row: row, of: block, columns: columns)
    }
  }

  /// Keeps the cells of a sheet's record that stand in no block, with their addresses.
  private mutating func noteOutside(_ row: SampleRow, _ blocks: [Range<Int>]) {
    let outside = row.filled.filter { column in !blocks.contains { $0.contains(column) } }
    guard !outside.isEmpty else { return }
    let told = outside.map { column in
      SheetAddress.name(column: block.firstColumn + column, row: row.line) + " "
        + row.cells[column]
    }
    summary.otherLines.append(
      ReadingSummary.OtherLine(line: row.line, use: .note, text: told.joined(separator: " | ")))
  }

  private func areColumnNumbers(_ row: Int, _ blocks: [Range<Int>]) -> Bool {
    let next = row + 1 < rows.count ? rows[row + 1] : nil
    return blocks.allSatisfy { columns in
      let sample = blocks.count == 1 ? rows[row] : rows[row].cropped(to: columns)
      return sample.isColumnNumbers
        || sample.isMistakenColumnNumbers(above: next?.cropped(to: columns))
    }
  }

  private mutating func use(_ use: ReadingSummary.LineUse, _ row: Int) {
    summary.counts[use, default: 0] += block.lineCount(ofRow: row)
    switch use {
    case .heading, .note, .rejected, .leftOut:
      summary.otherLines.append(
        ReadingSummary.OtherLine(
          line: rows[row].line, use: use, text: block.line(ofRow: row)))
    case .data, .header, .blank, .total: break
    }
  }
}
