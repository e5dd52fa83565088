/// Finds the header among the first rows of a resource.
struct HeaderSearch {
  /// The header rows that were found, as places in the sample, and what shows them.
  struct Found {
    var rows: Range<Int>
    /// True where every declared label was found.
    var isComplete = false
    var basis: Message
  }

  let rows: [SampleRow]
  /// The labels of each declared field.
  let labels: [[String]]
  /// The column of the sheet that the rows begin in.
  let firstColumn: Int
  private let keys: [[String]]

  /// The most rows of a header.
  static let depth = 4

  init(rows: [SampleRow], labels: [[String]], firstColumn: Int = 0) {
    self.rows = rows
    self.labels = labels
    self.firstColumn = firstColumn
    keys = labels.map { $0.map(LabelForm.key) }
  }

  /// Looks for the header, of `depth` rows where that is known; nil where there is none.
  func find(depth: Int? = nil) -> Found? {
    if !labels.isEmpty, let found = findByLabels(depth) { return found }
    return findByShape()
  }

  /// The rows whose labels agree with most declared fields.
  private func findByLabels(_ depth: Int?) -> Found? {
    var best: (matches: Int, rows: Range<Int>)?
    for bottom in rows.indices where !rows[bottom].isBlank {
      for choice in choices(endingWith: bottom, depth)
      where !rows[choice].contains(where: \.isBlank) {
        let matches = matches(of: choice)
        if matches > (best?.matches ?? 0) { best = (matches, choice) }
      }
      if best?.matches == labels.count { break }
    }
    guard let best, best.matches * 2 >= labels.count else { return nil }
    return Found(
      rows: depth == nil ? withLower(best.rows, best.matches) : best.rows,
      isComplete: best.matches == labels.count,
      basis: LayoutWords.headerByLabels(matches: best.matches, of: labels.count))
  }

  /// The rows that may be a header whose last one is `bottom`.
  private func choices(endingWith bottom: Int, _ depth: Int?) -> [Range<Int>] {
    if let depth {
      return depth > 0 && bottom >= depth - 1 ? [bottom - depth + 1..<bottom + 1] : []
    }
    let shaped = extended(bottom)
    return (shaped.upperBound == bottom + 1 ? [shaped] : [])
      + (0..<Self.depth).filter { bottom - $0 >= 0 }.map { bottom - $0..<bottom + 1 }
  }

  /// The header rows with those below them that part their labels or name their units, as long as
  /// the declared labels are still found.
  private func withLower(_ found: Range<Int>, _ matches: Int) -> Range<Int> {
    var found = found
    while found.upperBound < rows.count, found.count < Self.depth,
      rows[found.upperBound].isUnitRow || isPart(found.upperBound, of: found)
    {
      let longer = found.lowerBound..<found.upperBound + 1
      guard self.matches(of: longer) == matches else { break }
      found = longer
    }
    return found
  }

  /// True where a row of labels parts those of the header above: some of these are merged down into
  /// it, or it names several columns without a label and leaves the first one blank.
  private func isPart(_ lower: Int, of upper: Range<Int>) -> Bool {
    let below = rows[lower]
    guard below.couldBeLabels, isLower(lower, of: upper) else { return false }
    if hangsFrom(rows[lower - 1], below) { return true }
    return below.filled.count { column in rows[upper].allSatisfy { $0.text(column).isEmpty } } > 1
  }

  private func matches(of choice: Range<Int>) -> Int {
    let header = header(of: choice)
    let known = Set(
      header.columns.flatMap { column in
        [LabelForm.key(column.label), LabelForm.key(column.lowest)]
          + (column.withoutUnit.map { [LabelForm.key($0)] } ?? [])
      })
    return keys.count { $0.contains(where: known.contains) }
  }

  /// The header that a range of rows makes.
  func header(of choice: Range<Int>) -> Header {
    Header(
      rows: Array(rows[choice]), width: rows[choice].map(\.cells.count).max() ?? 0,
      firstColumn: firstColumn)
  }

  /// The first rows that hold nothing but labels, above the first row that holds numbers.
  private func findByShape() -> Found? {
    let width = rows.map(\.filled.count).max() ?? 0
    let least = min(2, width)
    let end =
      rows.firstIndex {
        $0.hasNumbers && !$0.couldBeLabels && $0.filled.count >= least && $0.metadata == nil
      }
      ?? rows.count
    let candidates = rows.indices.prefix(end).filter {
      rows[$0].couldBeLabels && rows[$0].filled.count >= least && rows[$0].metadata == nil
    }
    guard let most = candidates.map({ rows[$0].filled.count }).max(),
      let bottom = candidates.first(where: { rows[$0].filled.count * 4 >= most * 3 })
    else { return nil }
    let found = extended(bottom)
    return Found(
      rows: found,
      basis: LayoutWords.headerByShape(
        labels: rows[bottom].filled.count, hasNumbersBelow: end < rows.count))
  }

  /// The rows above and below that belong to the same header as `row`.
  private func extended(_ row: Int) -> Range<Int> {
    var range = row..<row + 1
    while range.count < Self.depth, range.lowerBound > 0,
      isUpper(range.lowerBound - 1, of: range.lowerBound)
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.count < Self.depth, range.upperBound < rows.count,
      isLower(range.upperBound, of: range)
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// True where the labels of `upper` stand over those of `lower`: `lower` leaves blanks under
  /// them, or has the same label under several of them.
  private func isUpper(_ upper: Int, of lower: Int) -> Bool {
    let (above, below) = (rows[upper], rows[lower])
    if hangsFrom(above, below) { return true }
    guard above.couldBeLabels, above.metadata == nil, below.couldBeLabels, !above.isUnit else {
      return false
    }
    if isMergedOver(above, below) { return true }
    guard above.filled.count >= 2 || above.filled.first.map({ $0 > 0 }) == true else {
      return false
    }
    let texts = below.filled.map { below.text($0) }
    let leavesBlanks = above.filled.contains { below.text($0).isEmpty }
    return leavesBlanks || Set(texts).count < texts.count
  }

  /// True where `lower` names what the header rows above leave unnamed, and leaves blank what they
  /// name for good.
  private func isLower(_ lower: Int, of upper: Range<Int>) -> Bool {
    let below = rows[lower]
    if hangsFrom(rows[upper.upperBound - 1], below) { return true }
    guard below.couldBeLabels, let first = rows[upper.lowerBound].filled.first
    else { return false }
    if below.isUnitRow { return true }
    guard below.text(first).isEmpty else { return false }
    return below.filled.contains { column in rows[upper].allSatisfy { $0.text(column).isEmpty } }
  }

  /// True where a label of `above` is merged down into `below`, which has labels of its own.
  private func hangsFrom(_ above: SampleRow, _ below: SampleRow) -> Bool {
    !below.isBlank && !above.isBlank
      && below.marks.indices.contains {
        below.continuesAbove($0) && !above.text($0).isEmpty
          || below.continuesAbove($0) && above.continuesAbove($0)
      }
  }

  /// True where a label of `above` is merged over some of the labels of `below`, not over all.
  private func isMergedOver(_ above: SampleRow, _ below: SampleRow) -> Bool {
    above.filled.contains { column in
      let covered = above.span(of: column)
      return covered.count > 1 && covered.allSatisfy { !below.text($0).isEmpty }
        && covered.count < below.filled.count
    }
  }
}
