/// Sorts the rows of a resource, as they stream past, into records and all the rest.
///
/// A row with as many cells as the header, of which the first two are filled, is a record and
/// costs nothing more than finding that out.
struct RowSorter {
  /// A row that can't be a record.
  struct Rejection {
    var line: Int
    var cells: Int
    var text: String
    /// The column, from 0, of the only cell of a sheet's row that stands alone; nil for others.
    var stray: Int?
  }

  /// The most lines whose text is kept.
  static let keptLines = 1_000

  /// How the lines seen so far were used; records that state totals are counted as data here.
  private(set) var summary: ReadingSummary
  /// The first of the rows that had too many cells, or hardly any.
  private(set) var rejections: [Rejection] = []
  /// The number of records that had fewer cells than the header, and the line of the first.
  private(set) var shortRecords: (count: Int, line: Int) = (0, 0)

  /// The number of cells of a sheet's records that stand to the right of the table, and the first.
  private(set) var beyond: (count: Int, line: Int, column: Int, text: String) = (0, 0, 0, "")

  private let layout: Layout
  private let isSheet: Bool
  private let lastPreambleLine: Int
  private let headerRows: [HeaderRepeat]
  private let firstLabel: [UInt8]
  private var lastUse = ReadingSummary.LineUse.header
  private var hasNotes = false

  /// A sorter for a resource whose first rows are laid out like this.
  init(layout: Layout, resource: String, sheet: String?) {
    self.layout = layout
    summary = ReadingSummary(resource: resource, sheet: sheet)
    isSheet = sheet != nil
    lastPreambleLine = layout.preamble.keys.max() ?? 0
    headerRows = layout.header.lines.indices.map { depth in
      HeaderRepeat(header: [layout.header.columns.map { $0.levels[depth] }])
    }
    firstLabel = Array((layout.header.columns.first?.label ?? "").utf8)
  }

  /// The rows of `block` that are records, in order; nil where all of them are.
  mutating func records(of block: RowBlock) -> [Int]? {
    var records: [Int]?
    var from = 0
    while let row = nextIrregular(in: block, from: from) {
      if row > from { lastUse = .data }
      let use = use(of: row, in: block)
      note(use, row, block)
      if use == .data {
        records?.append(contentsOf: from...row)
      } else {
        if records == nil {
          records = Array(0..<row)
        } else {
          records?.append(contentsOf: from..<row)
        }
      }
      count(.data, rows: from..<row, block)
      lastUse = use
      from = row + 1
    }
    records?.append(contentsOf: from..<block.rowCount)
    count(.data, rows: from..<block.rowCount, block)
    if from < block.rowCount { lastUse = .data }
    return records
  }

  /// Counts records that state totals apart from the others.
  mutating func countTotals(lines: Int) {
    guard lines > 0 else { return }
    summary.counts[.total, default: 0] += lines
    summary.counts[.data, default: 0] -= lines
  }

  /// The next row that is not plainly a record.
  private func nextIrregular(in block: RowBlock, from: Int) -> Int? {
    let width = UInt32(layout.width)
    let labelLength = UInt32(firstLabel.count)
    let labelStart = firstLabel.first ?? 0
    let preamble = UInt32(lastPreambleLine)
    guard width >= 2 else { return from < block.rowCount ? from : nil }
    let isTyped = !block.marks.isEmpty
    return block.firstCells.withUnsafeBufferPointer { firstCells in
      block.starts.withUnsafeBufferPointer { starts in
        block.ends.withUnsafeBufferPointer { ends in
          block.bytes.withUnsafeBufferPointer { bytes in
            block.lines.withUnsafeBufferPointer { lines in
              for row in from..<lines.count {
                let cell = Int(firstCells[row])
                guard firstCells[row &+ 1] &- firstCells[row] == width, lines[row] > preamble
                else { return row }
                let (start, second) = (starts[cell], starts[cell &+ 1])
                let length = ends[cell] &- start
                guard length > 0, ends[cell &+ 1] > second else { return row }
                let first = bytes[Int(start)]
                guard first > 0x20, bytes[Int(second)] > 0x20 else { return row }
                guard length != labelLength || first != labelStart else { return row }
                if isTyped, block.marks[cell].isMerged || block.marks[cell &+ 1].isMerged {
                  return row
                }
              }
              return nil
            }
          }
        }
      }
    }
  }

  private mutating func use(of row: Int, in block: RowBlock) -> ReadingSummary.LineUse {
    let line = Int(block.lines[row])
    if line <= lastPreambleLine, let known = layout.preamble[line] { return known }
    let filled = FilledCells(block, row)
    guard let first = filled.first else { return .blank }
    if isHeader(row, first, in: block) { return .header }
    if filled.count <= 2, isNote(row, filled, in: block) {
      hasNotes = true
      return .note
    }
    let cells = block.cellCount(ofRow: row)
    if filled.last >= layout.width {
      guard isSheet, first < layout.width else { return .rejected }
      noteBeyond(row, in: block)
    } else if cells == 1, layout.width > 2, !isSheet {
      return .rejected
    }
    if isStray(row, filled, in: block) { return .rejected }
    // A row of a sheet ends with its last filled cell.
    if cells < layout.width, !isSheet {
      shortRecords = (shortRecords.count + 1, shortRecords.count == 0 ? line : shortRecords.line)
    }
    return .data
  }

  /// Counts the cells of a sheet's record that stand to the right of the table.
  private mutating func noteBeyond(_ row: Int, in block: RowBlock) {
    for column in layout.width..<block.cellCount(ofRow: row) {
      let cell = Int(block.firstCells[row]) + column
      let isMerged = !block.marks.isEmpty && block.marks[cell].isMerged
      guard !isMerged, block.starts[cell] < block.ends[cell] else { continue }
      if beyond.count == 0 {
        beyond = (0, Int(block.lines[row]), column, block.text(row: row, column: column))
      }
      beyond.count += 1
    }
  }

  /// True for a number that stands alone in a row of a sheet, below a blank row.
  private func isStray(_ row: Int, _ filled: FilledCells, in block: RowBlock) -> Bool {
    guard !block.marks.isEmpty, filled.count == 1, layout.width > 2, lastUse == .blank,
      let column = filled.first
    else { return false }
    return block.marks[Int(block.firstCells[row]) + column].contains(.number)
  }

  private func isHeader(_ row: Int, _ first: Int, in block: RowBlock) -> Bool {
    guard layout.blocks.value == .single, !headerRows.isEmpty, first < layout.width else {
      return false
    }
    let text = HeaderText.clean(block.text(row: row, column: first))
    let label = layout.header.columns[first]
    guard label.levels.contains(text) || lastUse == .header else { return false }
    let sample = SampleRow(block, row: row)
    if headerRows.contains(where: { $0.isBottom(sample.cells) }) { return !sample.hasNumbers }
    return lastUse == .header && sample.isColumnNumbers
  }

  private func isNote(_ row: Int, _ filled: FilledCells, in block: RowBlock) -> Bool {
    guard let first = filled.first else { return false }
    let text = block.text(row: row, column: first)
    if first <= 1 || filled.count == 1, RowWords.isNote(text) { return true }
    guard filled.count == 1, layout.width > 2, CellTrait(HeaderText.clean(text)) == .words else {
      return false
    }
    if hasNotes { return true }
    return lastUse == .blank && !leadsRecord(after: row, in: block)
  }

  /// True where the next filled row is a record, so that the row before may belong to the table.
  private func leadsRecord(after row: Int, in block: RowBlock) -> Bool {
    for next in row + 1..<max(block.rowCount, row + 1) {
      let filled = FilledCells(block, next)
      if filled.count > 0 { return filled.count > 2 && filled.last < layout.width }
    }
    return false
  }

  private mutating func note(_ use: ReadingSummary.LineUse, _ row: Int, _ block: RowBlock) {
    count(use, rows: row..<row + 1, block)
    switch use {
    case .heading, .note, .rejected, .leftOut:
      let text = block.line(ofRow: row)
      keep(use, line: Int(block.lines[row]), text: text)
      guard use == .rejected, rejections.count < FindingJournal.limit else { return }
      let filled = FilledCells(block, row)
      let isStray = isSheet && filled.count == 1
      rejections.append(
        Rejection(
          line: Int(block.lines[row]),
          cells: isSheet ? filled.last + 1 : block.cellCount(ofRow: row), text: text,
          stray: isStray ? filled.first : nil))
    case .data, .header, .blank, .total: break
    }
  }

  private mutating func keep(_ use: ReadingSummary.LineUse, line: Int, text: String) {
    guard summary.otherLines.count < Self.keptLines else { return }
    summary.otherLines.append(ReadingSummary.OtherLine(line: line, use: use, text: text))
  }

  private mutating func count(
    _ use: ReadingSummary.LineUse, rows: Range<Int>, _ block: RowBlock
  ) {
    guard !rows.isEmpty else { return }
    let lines = rows.reduce(0) { $0 + block.lineCount(ofRow: $1) }
    summary.counts[use, default: 0] += lines
  }
}

/// Which cells of a row hold more than blanks and a value that stands in another merged cell.
struct FilledCells {
  /// The first filled column, from 0; nil in a blank row.
  private(set) var first: Int?
  /// The last filled column.
  private(set) var last = -1
  /// The number of filled columns.
  private(set) var count = 0

  init(_ block: RowBlock, _ row: Int) {
    let begin = Int(block.firstCells[row])
    for column in 0..<block.cellCount(ofRow: row) {
      let (start, end) = (Int(block.starts[begin + column]), Int(block.ends[begin + column]))
      guard end > start else { continue }
      if !block.marks.isEmpty, block.marks[begin + column].isMerged { continue }
      let isFilled = block.bytes.withUnsafeBufferPointer { bytes -> Bool in
        guard let base = bytes.baseAddress else { return false }
        return bytes[start] > 0x20 && bytes[start] < 0x80
          || !Blanks.trim(base + start, end - start).isEmpty
      }
      guard isFilled else { continue }
      first = first ?? column
      last = column
      count += 1
    }
  }
}
