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
  /// - Returns: the tables in order, and how every line was used.
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
    var titles: [String] = []
    let unitLines = rows[headings].flatMap(\.unitLines)
    for row in headings {
      use(rows[row].isBlank ? .blank : .heading, row)
      if !rows[row].isBlank {
        titles.append(rows[row].filled.map { rows[row].cells[$0] }.joined(separator: " "))
      }
    }
    for row in header { use(.header, row) }
    let found = Header(
      rows: Array(rows[header]), width: width(of: header), firstColumn: block.firstColumn)
    var records = RowBlock()
    records.firstColumn = block.firstColumn
    for row in body.lowerBound..<bodyEnd(body) { add(row, width: found.columns.count, &records) }
    sections.append(
      Section(titles: titles, unitLines: unitLines, header: found, records: records))
  }

  /// The number of columns up to the last that a header row names, also by a merged label.
  private func width(of header: Range<Int>) -> Int {
    rows[header].map { row in row.filled.last.map { row.span(of: $0).upperBound } ?? 0 }.max() ?? 0
  }

  private mutating func add(_ row: Int, width: Int, _ records: inout RowBlock) {
    let sample = rows[row]
    if sample.isBlank { return use(.blank, row) }
    let next = row + 1 < rows.count ? rows[row + 1] : nil
    if records.rowCount == 0, sample.isColumnNumbers || sample.isMistakenColumnNumbers(above: next)
    {
      return use(.header, row)
    }
    if sample.filled.count <= 2, let first = sample.filled.first,
      RowWords.isNote(sample.cells[first])
    {
      return use(.note, row)
    }
    guard let last = sample.filled.last, last < width else { return use(.rejected, row) }
    let isTotal = sample.filled.contains { RowWords.isTotal(sample.cells[$0]) }
    use(isTotal ? .total : .data, row)
    records.append(row: row, of: block, columns: 0..<width)
  }

  private mutating func use(_ use: ReadingSummary.LineUse, _ row: Int) {
    summary.counts[use, default: 0] += block.lineCount(ofRow: row)
    switch use {
    case .heading, .note, .rejected:
      summary.otherLines.append(
        ReadingSummary.OtherLine(
          line: rows[row].line, use: use, text: block.line(ofRow: row)))
    case .data, .header, .blank, .total: break
    }
  }
}
