import Foundation
import Tabular
import Testing

@testable import Delimited

/// Files that can't be read, and files that change or grow too large while they are.
@Suite struct BadInputTests {
  /// Calls `body` with the path of a new file.
  static func withFile(
    _ bytes: [UInt8], _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "data.csv")
    try Data(bytes).write(to: path)
    try body(path.path)
  }

  static func reason(_ body: () throws -> Void) -> DelimitedError.Reason? {
    do { try body() } catch { return (error as? DelimitedError)?.reason }
    return nil
  }

  @Test func refusesWhatIsNoFile() throws {
    #expect(Self.reason { _ = try DelimitedReader(path: "/nowhere/at all.csv") } == .missing)
    #expect(Self.reason { _ = try DelimitedReader(path: "/etc/passwd/x.csv") } == .missing)
    #expect(Self.reason { _ = try DelimitedReader(path: "/tmp") } == .folder)
  }

  @Test(.enabled(if: getuid() != 0, "the super-user may read everything: skipped"))
  func refusesWhatMayNotBeRead() throws {
    try Self.withFile([0x61]) { path in
      chmod(path, 0)
      #expect(Self.reason { _ = try DelimitedReader(path: path) } == .notPermitted)
    }
  }

  struct Content: Sendable {
    var bytes: [UInt8]
    var reason: DelimitedError.Reason

    init(_ bytes: [UInt8], _ reason: DelimitedError.Reason) {
      self.bytes = bytes
      self.reason = reason
    }

    init(_ text: String, _ content: FileContent) {
      self.init(Array(text.utf8), .otherContent(content))
    }

    init(_ bytes: [UInt8], _ content: FileContent) { self.init(bytes, .otherContent(content)) }
  }

  static let contents: [Content] = [
    Content([], .empty),
    Content([0xEF, 0xBB, 0xBF], .empty),
    Content([0xFF, 0xFE], .empty),
    Content("PK\u{3}\u{4}....[Content_Types].xml....", .xlsx),
    Content("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .ods),
    Content("PK\u{3}\u{4}....data.csv", .zip),
    Content([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .ole),
    Content("%PDF-1.7\n", .pdf),
    Content([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
    Content([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    Content("GIF89a..", .gif),
    Content([0x1F, 0x8B, 0x08, 0], .gzip),
    Content([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    Content("SQLite format 3\0", .sqlite),
    Content("PAR1\u{15}", .parquet),
    Content("{\\rtf1\\ansi", .rtf),
    Content([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32),
    Content(" \n<!DOCTYPE html><html>", .html),
    Content("<table><tr><td>1", .html),
    Content("From: <Saved by Blink>\n", .html),
    Content("<?xml version=\"1.0\"?>", .xml),
    Content((0..<400).map { UInt8($0 * 7 & 0xFF) }, .binary),
    Content([UInt8](repeating: 0, count: 4096), .binary),
  ]

  @Test(arguments: contents)
  func refusesWhatIsNoText(content: Content) throws {
    try Self.withFile(content.bytes) { path in
      let found = Self.reason { _ = try DelimitedReader(path: path) }
      #expect(found == content.reason)
    }
  }

  @Test(arguments: [
    (
      DialectRequest(delimiter: 0x22),
      DelimitedError.Reason.impossibleDialect(delimiter: 0x22, quoteChar: 0x22)
    ),
    (DialectRequest(delimiter: 0x0A), .impossibleDialect(delimiter: 0x0A, quoteChar: 0x22)),
    (DialectRequest(delimiter: 0xE9), .impossibleDialect(delimiter: 0xE9, quoteChar: 0x22)),
    (
      DialectRequest(delimiter: 0x3B, quoteChar: .mark(0x0D)),
      .impossibleDialect(delimiter: 0x3B, quoteChar: 0x0D)
    ),
  ])
  func refusesImpossibleDialects(request: DialectRequest, reason: DelimitedError.Reason) {
    #expect(Self.reason { _ = try Reading(Array("a;b\n".utf8), request: request) } == reason)
  }

  @Test func refusesAnotherEncodingThanAnnounced() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x0A, 0]
    let found = Self.reason { _ = try Reading(bytes, request: DialectRequest(encoding: .utf8)) }
    #expect(found == .encodingContradicted(given: .utf8, found: .utf16LittleEndian))
  }

  @Test func refusesFilesAndLinesBeyondTheLimits() throws {
    try Self.withFile(Array(repeating: 0x61, count: 100)) { path in
      let limits = ReadingLimits(fileSize: 99)
      let found = Self.reason { _ = try DelimitedReader(path: path, limits: limits) }
      #expect(found == .fileTooLarge(limit: 99))
    }
    let long = Array("a;b\n".utf8) + Array(repeating: 0x61, count: 5000) + Array("\n1;2\n".utf8)
    let limits = ReadingLimits(fieldSize: 100, lineSize: 1000)
    let found = Self.reason { _ = try Reading(long, limits: limits, blockSize: 64) }
    #expect(found == .lineTooLong(limit: 1000))
  }

  @Test(arguments: [64, 1 << 20]) func cutsCellsBeyondTheLimit(blockSize: Int) throws {
    let text = "a;b\n1;" + String(repeating: "é", count: 51) + "\n2;ok\n"
    let reading = try Reading(
      Array(text.utf8), limits: ReadingLimits(fieldSize: 99), blockSize: blockSize)
    #expect(reading.rows == [["a", "b"], ["1", String(repeating: "é", count: 49)], ["2", "ok"]])
    #expect(reading.remarks.map(\.reason) == [.fieldTooLong(limit: 99)])
    #expect(reading.remarks.first?.line == 2)
    #expect(reading.remarks.first?.column == 1)
  }

  @Test(arguments: [64, 1 << 20]) func quotesThatNeverCloseSwallowAtMostACell(blockSize: Int) throws
  {
    let lines = String(repeating: "x;y\n", count: 100)
    let reading = try Reading(
      Array("a;b\n1;\"2\n\(lines)".utf8), limits: ReadingLimits(fieldSize: 50), blockSize: blockSize
    )
    #expect(reading.rows.count == 102)
    #expect(reading.rows[1] == ["1", "\"2"])
    #expect(reading.remarks.map(\.reason) == [.unclosedQuote])
    #expect(reading.accountsForEveryLine)
  }

  @Test func readsAHundredThousandColumns() throws {
    let line = (0..<100_000).map { String($0) }.joined(separator: ";")
    let reading = try Reading(Array("\(line)\n\(line)\n".utf8), blockSize: 1 << 16)
    #expect(reading.rows.map(\.count) == [100_000, 100_000])
    #expect(reading.rows[1].last == "99999")
  }

  @Test func tellsThatAFileGrew() throws {
    try Self.withFile(Array("a;b\n1;2\n".utf8)) { path in
      let reader = try DelimitedReader(path: path)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("3;4\n".utf8))
      while try reader.next() != nil {}
      let changes = reader.remarks.map(\.reason)
      #expect(changes.contains(.fileChanged(.size)))
    }
  }

  @Test func tellsThatAFileWasReplaced() throws {
    try Self.withFile(Array("a;b\n1;2\n".utf8)) { path in
      let reader = try DelimitedReader(path: path)
      try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
      try Data("9;9\n".utf8).write(to: URL(filePath: path))
      while try reader.next() != nil {}
      #expect(reader.remarks.map(\.reason) == [.fileChanged(.replaced)])
    }
  }

  @Test func readsFromAPipe() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try #require(mkfifo(folder, 0o600) == 0)
    defer { unlink(folder) }
    let text = String(repeating: "1;abc\n", count: 100_000)
    let writer = Thread {
      FileHandle(forWritingAtPath: folder)?.write(Data(text.utf8))
    }
    writer.start()
    let reader = try DelimitedReader(path: folder)
    var rows = 0
    while let block = try reader.next() { rows += block.rowCount }
    #expect(rows == 100_000)
    #expect(reader.byteCount == text.utf8.count)
    #expect(reader.remarks.isEmpty)
  }

  @Test func readsTheFileOnceAndWhole() throws {
    let bytes = Array(String(repeating: "1;abc\n", count: 100_000).utf8)
    try Self.withFile(bytes) { path in
      final class Seen { var bytes: [UInt8] = [] }
      let seen = Seen()
      let reader = try DelimitedReader(path: path) { seen.bytes += $0 }
      while try reader.next() != nil {}
      #expect(seen.bytes == bytes)
      #expect(reader.lineCount == 100_000)
      #expect(reader.remarks.isEmpty)
      #expect(try reader.next() == nil)
    }
  }
}
