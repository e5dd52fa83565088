import Testing

@testable import Spreadsheets

@Suite("Compound files")
struct CompoundFileTests {
  @Test("Small streams, and names in small and capital letters")
  func names() throws {
    let file = try CompoundFile(bytes: XLSFixtures.fixture("encrypted-package.xls"))
    #expect(file.contains("EncryptedPackage"))
    #expect(file.contains("ENCRYPTEDPACKAGE"))
    #expect(!file.contains("Workbook"))
    #expect(file.stream("Workbook") == nil)
    let small = try #require(file.stream("encryptionInfo"))
    #expect(small.bytes.prefix(100).allSatisfy { $0 == UInt8(ascii: "x") })
    #expect(small.bytes.count == 128)
    #expect(small.fault == nil)
    let large = try #require(file.stream("EncryptedPackage"))
    #expect(large.bytes.prefix(5000).allSatisfy { $0 == UInt8(ascii: "y") })
    #expect(large.bytes.count == 5120)
  }

  @Test("What is no compound file, or too short for one, is refused")
  func refused() {
    let whole = XLSFixtures.fixture("capital-name.xls")
    #expect(CompoundFile.begins(whole))
    #expect(!CompoundFile.begins(Array(whole.dropFirst())))
    for count in [0, 8, 511] {
      let error = #expect(throws: SpreadsheetError.self) {
        try CompoundFile(bytes: Array(whole.prefix(count)))
      }
      #expect(error?.reason == .truncated)
    }
  }

  @Test(
    "A header that claims what the file can't hold costs no memory",
    arguments: [(44, 4), (64, 4), (72, 4), (68, 4), (60, 4), (56, 4), (76, 4)])
  func claims(_ offset: Int, _ length: Int) {
    var bytes = XLSFixtures.fixture("capital-name.xls")
    for place in offset..<offset + length { bytes[place] = 0x7F }
    #expect(!XLSFixtures.told(bytes).isEmpty)
  }

  @Test("A directory whose tree of names is broken is read from first to last")
  func brokenTree() throws {
    var bytes = XLSFixtures.fixture("capital-name.xls")
    let whole = XLSFixtures.told(bytes)
    let name = Array("R\0o\0o\0t\0".utf8)
    let root = try #require(
      bytes.indices.first { bytes[$0...].starts(with: name) })
    for place in root + 76..<root + 80 { bytes[place] = 0x66 }
    #expect(XLSFixtures.told(bytes) == whole)
  }
}
