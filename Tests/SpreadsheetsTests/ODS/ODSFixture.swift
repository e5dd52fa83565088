import Glibc

@testable import Spreadsheets

/// The fixtures of OpenDocument.
enum ODSFixture {
  /// Opens one.
  static func open(
    _ name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> ODSWorkbook {
    let path = Corpus.package + "Tests/SpreadsheetsTests/Fixtures/ods/\(name).ods"
    return try ODSWorkbook(
      archive: ZipArchive(bytes: bytes(path), limits: limits), limits: limits)
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw SpreadsheetError(.missing, path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&room, 1, room.count, file), count > 0 { bytes += room[..<count] }
    return bytes
  }
}
