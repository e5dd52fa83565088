import Testing

@testable import Spreadsheets

@Suite("Parts of an archive")
struct ZipArchiveTests {
  private static func open(
    _ bytes: [UInt8], _ limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> ZipArchive {
    try ZipArchive(bytes: bytes, limits: limits)
  }

  @Test("A part is found by its name, whatever its case and slashes")
  func names() throws {
    let archive = try Self.open(
      TinyArchive([("XL\\Workbook.xml", "a"), ("xl/workbook.xml", "b"), ("/mimetype", "c")]).bytes)
    func content(_ name: String) throws -> String? {
      try archive.part(named: name).map {
        String(decoding: try archive.bytes(of: $0), as: UTF8.self)
      }
    }
    #expect(try content("xl/workbook.xml") == "b")
    #expect(try content("XL\\Workbook.xml") == "a")
    #expect(try content("/XL/WORKBOOK.XML") == "a")
    #expect(try content("mimetype") == "c")
    #expect(try content("xl/styles.xml") == nil)
  }

  @Test("A wrong checksum is told with the part")
  func checksum() throws {
    var archive = TinyArchive()
    archive.add("a.xml", Array("text".utf8), checksum: 7)
    let opened = try Self.open(archive.bytes)
    #expect(throws: SpreadsheetError(.damaged(part: "a.xml", detail: "CRC error"))) {
      try opened.bytes(of: opened.parts[0])
    }
  }

  @Test("An archive cut anywhere is truncated", arguments: [10, 40, 60, 80, 100])
  func truncated(length: Int) {
    let whole = TinyArchive([("a.xml", "some text"), ("b.xml", "more of it")]).bytes
    #expect(throws: SpreadsheetError(.truncated)) { try Self.open(Array(whole.prefix(length))) }
  }

  @Test("A part behind a password says so")
  func encrypted() throws {
    var archive = TinyArchive()
    archive.add("a.xml", [UInt8](repeating: 0, count: 20), flags: 1)
    let opened = try Self.open(archive.bytes)
    #expect(throws: SpreadsheetError(.passwordProtected)) { try opened.open(opened.parts[0]) }
  }

  @Test("Parts that together are longer than the file overlap")
  func overlap() throws {
    let content = [UInt8](repeating: 65, count: 50)
    var bytes = TinyArchive([("a", String(decoding: content, as: UTF8.self))]).bytes
    let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [80, 75, 1, 2]) })
    bytes[directory + 20] = 255
    bytes[directory + 24] = 255
    #expect {
      _ = try Self.open(bytes)
    } throws: {
      guard case .damaged? = ($0 as? SpreadsheetError)?.reason else { return false }
      return true
    }
  }

  @Test("More bytes than the limit are refused, and read where it is higher")
  func limit() throws {
    let bytes = TinyArchive([("a", String(repeating: "x", count: 1000))]).bytes
    var limits = SpreadsheetLimits(unpackedSize: 999)
    let strict = try Self.open(bytes, limits)
    #expect(throws: SpreadsheetError(.tooLarge(.unpackedSize, allowed: 999, part: "a"))) {
      try strict.bytes(of: strict.parts[0])
    }
    limits.unpackedSize = 1000
    let open = try Self.open(bytes, limits)
    #expect(try open.bytes(of: open.parts[0]).count == 1000)
  }
}
