import Testing

@testable import Spreadsheets

@Suite("Large compound files")
struct LargeCompoundFileTests {
  @Test("A file whose table has more sectors than the header can list")
  func listOfTableSectors() throws {
    let sectors = 15_000
    let stream = (0..<sectors).flatMap { number in
      BIFF.eight(UInt64(number)) + [UInt8](repeating: 0xAB, count: 504)
    }
    let file = Self.file(stream, sectors: sectors)
    let read = try #require(try CompoundFile(bytes: file).stream("Workbook"))
    #expect(read.fault == nil)
    #expect(read.bytes == stream)
    // The list leads to a table behind the end of a copy that was cut off.
    let cut = try CompoundFile(bytes: Array(file.prefix(512 * (sectors + 20)))).stream("Workbook")
    #expect(cut?.fault != nil)
  }

  /// Header, stream, directory, table, and the list of those sectors of the table that the header
  /// has no room for.
  private static func file(_ stream: [UInt8], sectors: Int) -> [UInt8] {
    let tableSectors = (sectors + 200) / 128 + 1
    let firstTableSector = sectors + 1
    let listSector = firstTableSector + tableSectors
    var table = (0..<sectors).map { UInt32($0 + 1) }
    table[sectors - 1] = SectorTable.endOfChain
    table.append(SectorTable.endOfChain)
    table += [UInt32](repeating: 0xFFFF_FFFD, count: tableSectors) + [0xFFFF_FFFC]
    let numbers = (0..<tableSectors).map { UInt32(firstTableSector + $0) }
    var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    head += [UInt8](repeating: 0, count: 16)
    head += [0x3E, 0x00, 0x03, 0x00, 0xFE, 0xFF, 0x09, 0x00, 0x06, 0x00]
    head += [UInt8](repeating: 0, count: 6)
    head += words([
      0, UInt32(tableSectors), UInt32(sectors), 0, 4096, SectorTable.endOfChain, 0,
      UInt32(listSector), 1,
    ])
    head += words(Array(numbers.prefix(109)))
    let list = padded(numbers.dropFirst(109), to: 127) + [SectorTable.endOfChain]
    return head + stream + directory(size: stream.count)
      + words(padded(table[...], to: tableSectors * 128)) + words(list)
  }

  private static func directory(size: Int) -> [UInt8] {
    let free = DirectoryEntry.none
    func entry(_ name: String, _ kind: UInt8, child: UInt32, size: Int) -> [UInt8] {
      let units = Array(name.utf16)
      let text = units.flatMap(BIFF.two) + [UInt8](repeating: 0, count: 64 - units.count * 2)
      return text + BIFF.two(UInt16(units.count * 2 + 2)) + [kind, 1] + words([free, free, child])
        + [UInt8](repeating: 0, count: 36) + words([0]) + BIFF.eight(UInt64(size))
    }
    return entry("Root Entry", 5, child: 1, size: 0)
      + entry("Workbook", 2, child: free, size: size) + [UInt8](repeating: 0, count: 256)
  }

  private static func padded(_ numbers: ArraySlice<UInt32>, to count: Int) -> [UInt32] {
    Array(numbers) + [UInt32](repeating: SectorTable.free, count: count - numbers.count)
  }

  private static func words(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { BIFF.two(UInt16($0 & 0xFFFF)) + BIFF.two(UInt16($0 >> 16)) }
  }
}
