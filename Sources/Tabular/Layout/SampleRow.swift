/// One of the first rows of a resource, as the search for the header looks at it.
struct SampleRow {
  /// The first physical line, from 1.
  let line: Int
  /// The cells without blanks at their ends.
  let cells: [String]
  /// What each cell looks like.
  let traits: [CellTrait]
  /// The columns that are not blank, from 0.
  let filled: [Int]

  init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells.map(HeaderText.clean)
    traits = self.cells.map(CellTrait.init)
    filled = traits.indices.filter { [traits] in traits[$0] != .blank }
  }

  /// The rows of `block`, at most `limit`.
  static func rows(of block: RowBlock, limit: Int = 200) -> [SampleRow] {
    (0..<min(limit, block.rowCount)).map {
      SampleRow(line: Int(block.lines[$0]), cells: block.texts(row: $0))
    }
  }

  var isBlank: Bool { filled.isEmpty }

  /// The text of a column, empty outside the row.
  func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

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

  /// True for `(1) (2) (3)`, `1 2 3` or `(a) (b) (c)`, also where a spreadsheet made © of `(c)`.
  var isColumnNumbers: Bool {
    guard filled.count >= 3 else { return false }
    let names = filled.map { cells[$0].lowercased().filter { !"().[] ".contains($0) } }
    let numbered = names.enumerated().allSatisfy { place, name in
      name == String(place + 1) || name.hasPrefix("\(place + 1)=")
    }
    let lettered = names.enumerated().allSatisfy { place, name in
      guard place < 26, let scalar = Unicode.Scalar(UInt32(97 + place)) else { return false }
      return name == String(Character(scalar)) || (place == 2 && name == "©")
        || (place == 17 && name == "®")
    }
    return numbered || lettered
  }
}
