import Foundation
import Testing

@testable import Spreadsheets

/// Formats and numbers with what LibreOffice shows, its marks exchanged for Indonesian ones.
@Suite("Numbers as another program shows them")
struct OfficeRenderingTests {
  @Test("What is shown is the same, but for what is listed")
  func same() throws {
    let path = Corpus.package + "Tests/SpreadsheetsTests/Fixtures/sama/tampilan.tsv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 700)
    var found: [String: (count: Int, example: String)] = [:]
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let number = try #require(cells.count == 3 ? SheetNumber(cells[1]) : nil)
      let shown =
        cells[0] == "General"
        ? NumberShowing(general: number)
        : NumberShowing(number, by: FormatCode(cells[0]), beginsIn1904: false)
      guard shown.text != cells[2] else { continue }
      let example = "\(cells[1]): '\(cells[2])' and '\(shown.text)'"
      let before = found[cells[0]] ?? (0, "")
      found[cells[0]] = (before.count + 1, before.example + example + "; ")
    }
    let listed = try Self.listed()
    for (code, difference) in found.sorted(by: { $0.key < $1.key }) {
      #expect(
        listed[code] == difference.count, "\(code) | \(difference.count) | \(difference.example)")
    }
    for code in listed.keys.sorted() {
      #expect(found[code] != nil, "'\(code)' is listed and no longer differs")
    }
  }

  /// The number of listed differences by format.
  private static func listed() throws -> [String: Int] {
    let path = Corpus.package + "Tests/SpreadsheetsTests/Cells/Differences.md"
    var counts: [String: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      guard parts.count >= 3, parts[0] == "| tampilan " else { continue }
      let cells = parts[2].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      counts[String(parts[1])] = cells.first { !$0.isEmpty }.flatMap { Int($0) }
    }
    return counts
  }
}
