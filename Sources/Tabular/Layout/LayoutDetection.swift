extension Layout {
  /// The number of rows that are looked at to find the header.
  public static let sampleSize = 200

  /// Finds out where the parts of a resource stand, from its first rows.
  ///
  /// - Parameters:
  ///   - block: The first rows of the resource; the first 200 are looked at.
  ///   - labels: The labels of each declared field; they help to find the header.
  ///   - request: What the pipeline file says.
  ///   - resource: The place that errors name.
  /// - Throws: where nothing stands in the rows, or where given header rows are not among them.
  public init(
    of block: RowBlock, labels: [[String]] = [], request: LayoutRequest = LayoutRequest(),
    in resource: Location
  ) throws(TabularError) {
    let (rows, search, found) = Self.search(block, labels, request)
    guard rows.contains(where: { !$0.isBlank }) else { throw TabularError(.noRows, at: resource) }
    if let lines = request.headerRows, !Set(lines).isSubset(of: rows.map(\.line)) {
      throw TabularError(.headerRowsMissing(lines), at: resource)
    }
    let chosen = Self.choose(rows, found, request)
    let choice = chosen.rows
    let header: Header
    if choice.isEmpty {
      let width = rows.map(\.cells.count).max() ?? 0
      header = Header(
        lines: [], columns: (0..<width).map { Header.Column(position: $0, levels: [""]) },
        firstColumn: block.firstColumn)
    } else {
      header = search.header(of: choice)
        .widened(to: Self.recordWidth(block, from: choice.upperBound))
    }
    self.init(
      blocks: Self.blocks(rows, header, choice, request),
      headerRows: Setting(choice.map { rows[$0].line }, chosen.origin, basis: chosen.basis),
      header: header, metadata: [], titles: [], preamble: [:])
    describePreamble(rows, header: choice)
  }

  private static func choose(
    _ rows: [SampleRow], _ found: HeaderSearch.Found?, _ request: LayoutRequest
  ) -> (rows: Range<Int>, origin: Setting<[Int]>.Origin, basis: Message?) {
    if let lines = request.headerRows {
      let places = rows.indices.filter { lines.contains(rows[$0].line) }
      guard let first = places.first, let last = places.last else { return (0..<0, .given, nil) }
      return (first..<last + 1, .given, nil)
    }
    guard let found else { return (0..<0, .assumed, LayoutWords.noHeader) }
    return (found.rows, .detected, found.basis)
  }

  /// Looks at few rows first, because most headers stand in the first ones and tell all labels.
  private static func search(
    _ block: RowBlock, _ labels: [[String]], _ request: LayoutRequest
  ) -> (rows: [SampleRow], search: HeaderSearch, found: HeaderSearch.Found?) {
    for size in [sampleSize / 10, sampleSize] {
      let rows = SampleRow.rows(of: block, limit: size)
      let search = HeaderSearch(rows: rows, labels: labels, firstColumn: block.firstColumn)
      let found = search.find(depth: request.headerDepth)
      let isEnough = found?.isComplete == true && request.blocks == .single
      if isEnough && request.headerRows == nil || size == sampleSize || rows.count == block.rowCount
      {
        return (rows, search, found)
      }
    }
    return ([], HeaderSearch(rows: [], labels: []), nil)
  }

  /// The number of cells of most rows below the header, as far as they are filled.
  private static func recordWidth(_ block: RowBlock, from first: Int) -> Int {
    var votes: [Int: Int] = [:]
    for row in first..<max(first, min(sampleSize, block.rowCount)) {
      let width = FilledCells(block, row).last + 1
      if width > 0 { votes[width, default: 0] += 1 }
    }
    let most = votes.values.max() ?? 0
    let usual = votes.filter { $0.value == most }.keys.min() ?? 0
    return block.marks.isEmpty ? usual : max(usual, sheetWidth(block, from: first))
  }

  /// The number of columns up to the last that at least a tenth of the rows of a sheet fill, and
  /// at least two: rows of a sheet end with their last filled cell.
  private static func sheetWidth(_ block: RowBlock, from first: Int) -> Int {
    var fillings: [Int: Int] = [:]
    var count = 0
    for row in first..<max(first, min(sampleSize, block.rowCount)) {
      let filled = SampleRow(block, row: row).filled
      guard !filled.isEmpty else { continue }
      count += 1
      for column in filled { fillings[column, default: 0] += 1 }
    }
    return (fillings.filter { $0.value >= 2 && $0.value * 10 >= count }.keys.max() ?? -1) + 1
  }

  /// What the lines up to the first record are.
  private mutating func describePreamble(_ rows: [SampleRow], header: Range<Int>) {
    guard !header.isEmpty else { return }
    for row in rows[..<header.lowerBound] {
      guard !row.isBlank else {
        preamble[row.line] = .blank
        continue
      }
      preamble[row.line] = .heading
      unitLines += row.unitLines
      if let fact = row.metadata {
        metadata.append(Metadata(key: fact.key, value: fact.value, line: row.line))
      } else {
        titles.append(row.filled.map { row.cells[$0] }.joined(separator: " "))
      }
    }
    for row in rows[header] { preamble[row.line] = .header }
    guard header.upperBound < rows.count else { return }
    let numbers = rows[header.upperBound]
    let next = rows[(header.upperBound + 1)...].first { !$0.isBlank }
    if numbers.isColumnNumbers || numbers.isMistakenColumnNumbers(above: next) {
      preamble[numbers.line] = .header
    }
  }

  private static func blocks(
    _ rows: [SampleRow], _ labels: Header, _ header: Range<Int>, _ request: LayoutRequest
  ) -> Setting<Blocks> {
    if let blocks = request.blocks { return Setting(blocks, .given) }
    let beside = labels.blocks.count
    if beside > 1 {
      return Setting(.repeated, .detected, basis: LayoutWords.beside(count: beside))
    }
    guard header.count > 1 else { return Setting(.single, .assumed) }
    let repeats = HeaderRepeat(header: rows[header].map(\.cells))
    let others = rows.indices.dropFirst(header.upperBound).filter {
      repeats.isBottom(rows[$0].cells)
    }
    let differing = others.filter { place in
      let top = place - header.count + 1
      return top >= header.upperBound && rows[top].cells != rows[header.lowerBound].cells
    }
    guard let first = differing.first else { return Setting(.single, .detected) }
    return Setting(
      .repeated, .detected,
      basis: LayoutWords.repeated(line: rows[first].line, count: others.count + 1))
  }
}

/// Tells the rows that repeat the bottom row of a header.
struct HeaderRepeat: Sendable, Hashable {
  private let bottom: [String]

  init(header: [[String]]) { bottom = (header.last ?? []).map(HeaderText.clean) }

  /// True where most labels of a row stand where the header has the same ones.
  func isBottom(_ cells: [String]) -> Bool {
    let cells = cells.map(HeaderText.clean)
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    let equal = filled.filter { $0 < bottom.count && bottom[$0] == cells[$0] }.count
    return !filled.isEmpty && equal * 10 >= filled.count * 6 && equal >= min(2, bottom.count)
  }
}
