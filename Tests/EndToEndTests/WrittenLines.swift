import Foundation

/// A delimited file as its physical lines, one of which can be changed.
///
/// It knows nothing of the program's readers: lines, delimiters and quotes are found here again.
struct WrittenLines {
  private var lines: [String]
  private let ending: String
  private let delimiter: Character
  private let isWide: Bool

  init(_ data: Data) {
    isWide = data.starts(with: [0xFF, 0xFE])
    let text =
      isWide
      ? String(data: data.dropFirst(2), encoding: .utf16LittleEndian) ?? ""
      : String(decoding: data, as: UTF8.self)
    let ending = text.contains("\r\n") ? "\r\n" : "\n"
    let lines = text.components(separatedBy: ending)
    (self.lines, self.ending) = (lines, ending)
    let marks: [Character] = [";", "\t", ","]
    func count(_ mark: Character) -> Int { lines.count { $0.contains(mark) } }
    delimiter = marks.dropFirst().reduce(marks[0]) { count($1) > count($0) ? $1 : $0 }
  }

  /// The bytes of the file.
  var data: Data {
    let text = lines.joined(separator: ending)
    guard isWide else { return Data(text.utf8) }
    return Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())
  }

  /// All records as texts of their cells; quotes stand around no line break.
  var records: [[String]] {
    lines.filter { !$0.isEmpty }.map { cells(of: $0).map(Self.bare) }
  }

  /// The physical line, from 1; nil behind the last one.
  subscript(line: Int) -> String? { lines.indices.contains(line - 1) ? lines[line - 1] : nil }

  /// The text of the cell in a line, both from 1, without the quotes around it.
  subscript(line: Int, cell: Int) -> String? {
    guard let text = self[line] else { return nil }
    let cells = cells(of: text)
    return cells.indices.contains(cell - 1) ? Self.bare(cells[cell - 1]) : nil
  }

  /// Writes `text` into a cell, in quotes where there were any.
  mutating func replace(line: Int, cell: Int, by text: String) {
    var cells = cells(of: lines[line - 1])
    let isQuoted = cells[cell - 1].hasPrefix("\"")
    cells[cell - 1] = isQuoted ? "\"\(text)\"" : text
    lines[line - 1] = cells.joined(separator: String(delimiter))
  }

  mutating func remove(line: Int) { lines.remove(at: line - 1) }

  mutating func double(line: Int) { lines.insert(lines[line - 1], at: line) }

  private func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == delimiter && !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func bare(_ cell: String) -> String {
    let cell = cell.trimmingCharacters(in: ["\u{FEFF}"])
    guard cell.count > 1, cell.hasPrefix("\""), cell.hasSuffix("\"") else { return cell }
    return cell.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
  }
}
