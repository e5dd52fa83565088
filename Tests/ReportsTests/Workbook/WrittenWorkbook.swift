import Foundation
import Pipelines
import Tabular

@testable import Reports
@testable import Spreadsheets

/// A workbook that was written, as the reader of this program sees it.
struct WrittenWorkbook {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(
    _ report: RunReport, language: Reports.Language = .indonesian, in folder: TemporaryPlace,
    from working: String = "", limits: XlsxFile.Limits = .init()
  ) throws {
    var workbook = WorkbookReport(language: language)
    workbook.limits = limits
    bytes = try workbook.bytes(of: report, in: folder.path, from: working)
  }

  /// The rows of a sheet as they are shown, each with twelve cells.
  func rows(_ sheet: String) throws -> [[String]] {
    let place = try TemporaryPlace()
    let path = try place.write(Data(bytes), to: "report.xlsx")
    let workbook = try Workbook(path: path)
    guard let index = workbook.sheets.firstIndex(where: { $0.name == sheet }) else { return [] }
    let rows = try workbook.rows(of: index, within: .all)
    var texts: [[String]] = []
    while let block = try rows.next() {
      texts += (0..<block.rowCount).map { row in
        let cells = block.texts(row: row)
        return cells + repeatElement("", count: max(0, 12 - cells.count))
      }
    }
    return texts
  }

  /// The XML of a part; empty where it is missing.
  func part(_ name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The bytes of a part; none where it is missing.
  func bytes(of part: String) throws -> [UInt8] {
    let archive = try ZipArchive(bytes: bytes, limits: SpreadsheetLimits())
    guard let part = archive.part(named: part) else { return [] }
    return try archive.bytes(of: part, limit: 1 << 30)
  }

  /// The values of an attribute of all elements of a name, by those of another.
  func attribute(
    _ name: String, of element: String, by key: String, in part: String
  ) throws -> [String: String] {
    var values: [String: String] = [:]
    for piece in try self.part(part).components(separatedBy: "<\(element) ").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      func value(_ name: String) -> String? {
        (" " + tag).components(separatedBy: " \(name)=\"").dropFirst().first
          .map { String($0.prefix { $0 != "\"" }) }
      }
      if let key = value(key), let value = value(name) { values[key] = value }
    }
    return values
  }
}

/// A folder that goes away with the value.
final class TemporaryPlace {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making its folders, and returns its whole path.
  @discardableResult func write(_ data: Data, to name: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  /// The names in the folder.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: path))
  }
}
