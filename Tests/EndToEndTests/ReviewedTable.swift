import Foundation

/// A Markdown table whose last column is written by a person: why the row is right.
///
/// Everything but that column comes from the program. A recording keeps the reasons of the rows
/// that stay and leaves those of new rows empty, which the tests refuse.
struct ReviewedTable {
  let labels: [String]
  /// The rows without their reasons.
  var rows: [[String]] = []
  /// The reasons by row.
  var reasons: [[String]: String] = [:]

  /// The last label.
  static let reasonLabel = "Mengapa"

  init(_ labels: [String]) { self.labels = labels }

  /// Reads the first table of `text` that has these labels.
  init(_ labels: [String], in text: String) {
    self.init(labels)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let header = lines.firstIndex(of: Self.line(labels + [Self.reasonLabel])) else { return }
    for line in lines[(header + 2)...].prefix(while: { $0.hasPrefix("|") }) {
      let cells = Self.cells(of: line)
      guard cells.count == labels.count + 1 else { continue }
      let row = Array(cells.dropLast())
      rows.append(row)
      reasons[row] = cells[labels.count]
    }
  }

  /// The rows that nobody has given a reason for.
  var unreviewed: [[String]] { rows.filter { reasons[$0, default: ""].isEmpty } }

  /// The table in Markdown.
  var text: String {
    let rule = "|" + String(repeating: " --- |", count: labels.count + 1)
    let lines = rows.map { Self.line($0 + [reasons[$0, default: ""]]) }
    return ([Self.line(labels + [Self.reasonLabel]), rule] + lines).joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ")
      + " |"
  }

  private static func cells(of line: String) -> [String] {
    line.dropFirst(2).dropLast(2).replacingOccurrences(of: "\\|", with: "\u{1}")
      .components(separatedBy: " | ").map { $0.replacingOccurrences(of: "\u{1}", with: "|") }
  }
}
