import Foundation

@testable import Spreadsheets

/// A workbook of the corpus with the cells on which independent readers agree.
struct GoldenWorkbook: Decodable {
  struct Sheet: Decodable {
    var name: String
    /// Set where only one reader could read the sheet.
    var singleReader: String?
    var cells: [Cell]

    enum CodingKeys: String, CodingKey {
      case name, cells
      case singleReader = "single_reader"
    }
  }

  /// Row and column, from 1, and what stands there.
  struct Cell: Decodable {
    var row: Int
    var column: Int
    var value: GoldenValue

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      row = try list.decode(Int.self)
      column = try list.decode(Int.self)
      value = try list.decode(GoldenValue.self)
    }
  }

  var file: String
  var sheets: [Sheet]

  /// The name within the corpus: `readxl/types.xls`.
  var name: String {
    let parts = file.split(separator: "/")
    return "\(parts.first ?? "")/\(parts.last ?? "")"
  }

  /// The workbooks of a set, or why there are none.
  ///
  /// Where two files had the same name (`geometry.xlsx` of readxl), the corpus has the one that is
  /// listed last.
  static func all(of set: String) throws -> [GoldenWorkbook] {
    guard let path = Corpus.path("golden/\(set).jsonl.gz") else { throw Skipped.noCorpus }
    guard FileManager.default.isExecutableFile(atPath: "/bin/gzip") else { throw Skipped.noGzip }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let all = try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(GoldenWorkbook.self, from: Data($0))
    }
    let last = Dictionary(all.indices.map { (all[$0].name, $0) }) { $1 }
    return all.indices.filter { last[all[$0].name] == $0 }.map { all[$0] }
  }

  enum Skipped: String, Error { case noCorpus, noGzip }
}

/// What the readers of the corpus say that a cell holds.
enum GoldenValue: Decodable, Hashable {
  case number(Double)
  case boolean(Bool)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// What it is, for the table of differences.
  var kind: String {
    switch self {
    case .number: "number"
    case .boolean: "boolean"
    case .text: "text"
    }
  }

  /// True where the cell was read the same: numbers by value, days and times as ISO 8601.
  func isEqual(to cell: SheetCell?) -> Bool {
    guard let cell, let value = cell.value else { return false }
    switch self {
    case .boolean(let boolean): return cell.type == .boolean && value == "\(boolean)"
    case .number(let number):
      guard cell.type == .number, let own = Double(value) else { return false }
      return abs(own - number) <= max(abs(own), abs(number)) * 1e-9
    case .text(let text):
      switch cell.type {
      case .date: return text == value || text == value + "T00:00:00" || Self.isNear(text, value)
      case .time: return text == value || Self.seconds(text) == Self.seconds(value)
      default: return text == value
      }
    }
  }

  /// Moments that differ beyond the millisecond, which is where ours end.
  private static func isNear(_ text: String, _ value: String) -> Bool {
    text.prefix(11) == value.prefix(11) && text.contains(".")
      && seconds(String(text.dropFirst(11))) == seconds(String(value.dropFirst(11)))
  }

  /// The milliseconds of `10:10:10.123456` or of a length of time, `P918610.0`.
  private static func seconds(_ text: String) -> Int? {
    if text.hasPrefix("P") { return Double(text.dropFirst()).map { Int(($0 * 1_000).rounded()) } }
    let parts = text.split(separator: ":").map { Double($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2]
    else { return nil }
    return Int((((hours * 60 + minutes) * 60 + seconds) * 1_000).rounded())
  }
}
