import Foundation

/// A mistake that is made in one of the files of the regency, and what has to be found: a row of
/// `Regency/kesalahan.csv`.
struct RegencyMistake: Sendable, CustomStringConvertible {
  /// What is done to the file.
  enum Change: Sendable, Equatable {
    /// Another text in a cell, counted from 1.
    case text(String, cell: Int)
    /// The line is missing.
    case lost
    /// The line stands there twice.
    case twice
  }

  /// What is to come of it.
  enum Grade: String, Sendable {
    case error = "kesalahan"
    case warning = "peringatan"
    case note = "catatan"
    /// The rule can't be checked, which is told with the place.
    case unverifiable = "tak terperiksa"
  }

  /// The path of the file, below that of the regency.
  let file: String
  /// The physical line, from 1.
  let line: Int
  /// What is written there: the text of the cell, or a part of the line.
  let written: String
  let change: Change
  /// The rule that has to find it.
  let rule: String
  /// The path of the file, the line and the field that the finding is about, as far as it has them.
  let place: String
  let grade: Grade
  /// What happened.
  let story: String

  var description: String { "\(file):\(line) \(story)" }

  /// All mistakes, in the order of the file.
  static func all() throws -> [RegencyMistake] {
    let file = PackageFolder.url.appendingPathComponent(RegencyCopy.path + "kesalahan.csv")
    let rows = WrittenLines(try Data(contentsOf: file)).records
    return try rows.dropFirst().map(RegencyMistake.init)
  }

  /// A row that is no mistake.
  struct Unreadable: Error { let row: [String] }

  private init(_ row: [String]) throws {
    guard row.count == 9, let line = Int(row[1]), let grade = Grade(rawValue: row[7]) else {
      throw Unreadable(row: row)
    }
    switch (row[2], row[4]) {
    case ("baris", "(hilang)"): change = .lost
    case ("baris", "(dua kali)"): change = .twice
    case (let cell, let text):
      guard let cell = Int(cell) else { throw Unreadable(row: row) }
      change = .text(text, cell: cell)
    }
    (file, self.line, written, rule) = (row[0], line, row[3], row[5])
    (place, self.grade, story) = (row[6], grade, row[8])
  }

  /// The file with the mistake; nil where it does not hold what is said to be written there.
  func made(in data: Data) -> Data? {
    var lines = WrittenLines(data)
    switch change {
    case .text(let text, let cell):
      guard lines[line, cell] == written else { return nil }
      lines.replace(line: line, cell: cell, by: text)
    case .lost, .twice:
      guard lines[line]?.contains(written) == true else { return nil }
      if change == .lost { lines.remove(line: line) } else { lines.double(line: line) }
    }
    return lines.data
  }
}
