import Numerals

@testable import Pipelines

/// Where we differ from the labels, and why, as written in `Differences.md`.
struct DifferenceTable {
  /// What the two sides expect in a cell; nil where one of them finds nothing wrong.
  struct Difference: Hashable {
    var labelled: ExactDecimal?
    var found: ExactDecimal?
  }

  private(set) var differences: [Violation: Difference] = [:]
  /// Rows without an explanation, rows that can't be read, and cells that have two rows.
  private(set) var faults: [String] = []

  /// Reads the rows of all tables of a page in Markdown.
  init(_ page: String) {
    for row in page.split(separator: "\n") where row.hasPrefix("| ") {
      let cells = row.dropFirst().dropLast().split(separator: "|").map(Self.trimmed)
      if cells.first == "file" || cells.first == "---" { continue }
      add(cells, row: String(row))
    }
  }

  private mutating func add(_ cells: [String], row: String) {
    guard cells.count == 6, let line = Int(cells[1]), let labelled = Self.number(cells[3]),
      let found = Self.number(cells[4]), cells[5].count > 20
    else { return faults.append(row) }
    let place = Violation(file: cells[0] + ".csv", line: line, field: cells[2])
    let difference = Difference(labelled: labelled, found: found)
    if differences.updateValue(difference, forKey: place) != nil { faults.append(row) }
  }

  private static func trimmed(_ cell: Substring) -> String {
    cell.split(separator: " ").joined(separator: " ")
  }

  /// A number, or nothing for a dash; nil where it is neither.
  private static func number(_ cell: String) -> ExactDecimal?? {
    if cell == "–" { return .some(nil) }
    return PlainNumber.value(of: cell).map { .some($0) }
  }
}
