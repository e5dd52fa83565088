/// Takes the first rows of a sheet apart into the tables that stand beside and below each other.
///
/// Columns that are wholly blank separate tables beside each other; blank rows with another header
/// behind them separate tables below each other. What no header heads stays with its neighbour.
struct TableSearch {
  /// A part of the rows: places in the sample, and columns from 0.
  struct Part: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  /// The rows of the whole sample.
  let rows: [SampleRow]

  /// The tables, from left to right, then downwards.
  func parts() -> [Part] {
    let width = rows.map(\.cells.count).max() ?? 0
    return cut(Part(rows: 0..<rows.count, columns: 0..<width))
  }

  private func cut(_ part: Part) -> [Part] {
    let beside = columnGroups(of: part)
    if beside.count > 1 {
      return beside.flatMap { cut(Part(rows: part.rows, columns: $0)) }
    }
    let below = TableBands(rows: slice(part)).bands()
    if below.count > 1 {
      return below.flatMap { band in
        let rows = band.lowerBound + part.rows.lowerBound..<band.upperBound + part.rows.lowerBound
        return cut(Part(rows: rows, columns: part.columns))
      }
    }
    return [part]
  }

  /// The rows of a part, cut to its columns.
  func slice(_ part: Part) -> [SampleRow] {
    rows[part.rows].map { $0.cropped(to: part.columns) }
  }

  /// The columns of each of the tables beside each other; one range where there is one table.
  private func columnGroups(of part: Part) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for run in occupiedRuns(of: part) {
      guard let last = groups.last else {
        groups.append(run)
        continue
      }
      let (left, right) = (outline(part, last), outline(part, run))
      if let left, let right, right.stands(beside: left) {
        groups.append(run)
      } else {
        groups[groups.count - 1] = last.lowerBound..<run.upperBound
      }
    }
    return groups
  }

  /// The runs of columns in which some row has a cell; rows of one cell are titles and notes, which
  /// may stand over any columns.
  private func occupiedRuns(of part: Part) -> [Range<Int>] {
    var occupied = Array(repeating: false, count: part.columns.count)
    for row in rows[part.rows] {
      let cells = part.columns.filter { $0 < row.cells.count && row.covers($0) }
      guard cells.count(where: { !row.text($0).isEmpty }) >= 2 else { continue }
      for column in cells { occupied[column - part.columns.lowerBound] = true }
    }
    var runs: [Range<Int>] = []
    for (place, isOccupied) in occupied.enumerated() where isOccupied {
      let column = place + part.columns.lowerBound
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }

  private func outline(_ part: Part, _ columns: Range<Int>) -> TableOutline? {
    TableOutline(rows: slice(Part(rows: part.rows, columns: columns)))
  }
}

extension SampleRow {
  /// True where a column holds something, if only as a part of a merged cell.
  func covers(_ column: Int) -> Bool {
    !cells[column].isEmpty || column < marks.count && marks[column].isMerged
  }
}

/// What tells a table from the one to its left.
struct TableOutline {
  /// The lines of the header's first row and of the last row of two cells and more.
  private let lines: ClosedRange<Int>
  /// The lowest labels, in the form in which they are compared.
  private let labels: [String]
  /// True where a title of its own stands above the header.
  private let hasTitle: Bool
  /// True where its first column names or numbers its rows.
  private let hasKey: Bool

  /// The outline of some rows; nil where they are no table by themselves.
  init?(rows: [SampleRow]) {
    let many = rows.indices.filter { rows[$0].filled.count >= 2 }
    guard let top = many.first, let last = many.last, top < last, rows[top].couldBeLabels,
      rows[top].metadata == nil,
      let found = HeaderSearch(rows: Array(rows[top...]), labels: []).find()
    else { return nil }
    let bottom = rows[top + found.rows.upperBound - 1]
    guard top + found.rows.upperBound <= last else { return nil }
    lines = rows[top].line...rows[last].line
    labels = bottom.filled.map { LabelForm.key(bottom.cells[$0]) }
    hasTitle = rows[..<top].contains { $0.filled.count == 1 }
    let first = rows[top].filled[0]
    let keys = rows[(top + found.rows.upperBound)...].compactMap {
      first < $0.traits.count && $0.traits[first] != .blank ? $0.traits[first] : nil
    }
    hasKey = keys.contains(.words)
  }

  /// True where this table and the one to its left are two.
  func stands(beside left: TableOutline) -> Bool {
    // The same labels once more are the next block of the same table.
    if labels == left.labels { return false }
    if lines.lowerBound != left.lines.lowerBound || hasTitle { return true }
    if let first = left.labels.first, labels.contains(first) { return true }
    return hasKey && lines.upperBound != left.lines.upperBound
  }
}
