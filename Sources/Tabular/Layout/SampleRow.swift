/// One of the first rows of a resource, as the search for the header looks at it.
struct SampleRow {
  /// The first physical line, from 1.
  let line: Int
  /// The cells without blanks at their ends; empty where the value stands in another cell of a
  /// merged range.
  let cells: [String]
  /// What each cell is in its workbook; empty for text.
  let marks: [CellMarks]
  /// What each cell looks like.
  let traits: [CellTrait]
  /// The columns that are not blank, from 0.
  let filled: [Int]

  init(line: Int, cells: [String], marks: [CellMarks] = []) {
    self.line = line
    self.marks = marks
    self.cells =
      marks.isEmpty
      ? cells.map(HeaderText.clean)
      : zip(cells, marks).map { $1.isMerged ? "" : HeaderText.clean($0) }
    let looks = self.cells.map(CellTrait.init)
    traits = marks.isEmpty ? looks : zip(looks, marks).map { $0.marked($1) }
    filled = traits.indices.filter { [traits] in traits[$0] != .blank }
  }

  /// A row of `block`.
  init(_ block: RowBlock, row: Int) {
    self.init(
      line: Int(block.lines[row]), cells: block.texts(row: row), marks: block.marks(ofRow: row))
  }

  /// The rows of `block`, at most `limit`.
  static func rows(of block: RowBlock, limit: Int = 200) -> [SampleRow] {
    (0..<min(limit, block.rowCount)).map { SampleRow(block, row: $0) }
  }

  var isBlank: Bool { filled.isEmpty }

  /// The text of a column, empty outside the row.
  func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

  /// True where the value of a column is that of the column to its left, in one merged cell.
  func continuesLeft(_ column: Int) -> Bool {
    column < marks.count && marks[column].contains(.mergedAcross)
      && !marks[column].contains(.mergedDown)
  }

  /// True where the value of a column is that of the row above, in one merged cell.
  func continuesAbove(_ column: Int) -> Bool {
    column < marks.count && marks[column].contains(.mergedDown)
  }

  /// The columns of the merged cell that begins in a column.
  func span(of column: Int) -> Range<Int> {
    var end = column + 1
    while continuesLeft(end) { end += 1 }
    return column..<end
  }

  /// True where every cell could be a label: no numbers, except years that follow each other.
  var couldBeLabels: Bool {
    guard !isBlank, !traits.contains(.number) else { return false }
    let years = traits.compactMap { if case .year(let year) = $0 { year } else { nil } }
    guard !years.isEmpty else { return true }
    let distinct = Set(years)
    guard distinct.count >= 2, let low = distinct.min(), let high = distinct.max() else {
      return false
    }
    return high - low == distinct.count - 1
  }

  /// True where some cell is a number.
  var hasNumbers: Bool {
    traits.contains { trait in
      switch trait {
      case .number, .year: true
      case .blank, .words: false
      }
    }
  }

  /// The fact that the row names, as `Tahun,2014` or `Daerah: Kabupaten Bantul`; nil for others.
  var metadata: (key: String, value: String)? {
    guard let first = filled.first, first == 0 else { return nil }
    let text = cells[0]
    if filled.count == 1, let colon = text.firstIndex(of: ":") {
      let key = HeaderText.clean(String(text[..<colon]))
      guard RowWords.isMetadataKey(key) else { return nil }
      return (key, HeaderText.clean(String(text[text.index(after: colon)...])))
    }
    let key = text.hasSuffix(":") ? HeaderText.clean(String(text.dropLast())) : text
    guard filled.count <= 2, RowWords.isMetadataKey(key) || text.hasSuffix(":") else { return nil }
    return (key, filled.count == 2 ? cells[filled[1]] : "")
  }
}

extension CellTrait {
  /// What a cell looks like whose kind in its workbook is known.
  fileprivate func marked(_ marks: CellMarks) -> CellTrait {
    guard self == .words, !marks.isDisjoint(with: .typed) else { return self }
    return .number
  }
}

extension RowBlock {
  /// What the cells of a row are in their workbook; empty for text.
  func marks(ofRow row: Int) -> [CellMarks] {
    guard !marks.isEmpty else { return [] }
    return Array(marks[Int(firstCells[row])..<Int(firstCells[row + 1])])
  }

  /// The text of a row in one line, its cells in order.
  func line(ofRow row: Int) -> String {
    guard !marks.isEmpty else { return texts(row: row).joined(separator: " | ") }
    return zip(texts(row: row), marks(ofRow: row)).filter { !$0.isEmpty && !$1.isMerged }
      .map(\.0).joined(separator: " | ")
  }
}
