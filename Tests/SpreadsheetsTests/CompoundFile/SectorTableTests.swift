import Testing

@testable import Spreadsheets

@Suite("Chains of sectors")
struct SectorTableTests {
  static let end = SectorTable.endOfChain
  static let free = SectorTable.free

  @Test(
    "A chain ends, breaks off, leaves the file or comes back",
    arguments: [
      ([1, 2, end], 0, [0, 1, 2], nil),
      ([end, 0], 1, [1, 0], nil),
      ([end], end, [], nil),
      ([end], free, [], nil),
      ([1, free], 0, [0, 1], .unassigned(sector: 1)),
      ([1, 0xFFFF_FFFD], 0, [0, 1], .unassigned(sector: 1)),
      ([1, 9], 0, [0, 1], .beyondEnd(sector: 9)),
      ([1, 2, 0], 0, [0, 1, 2], .cycle(sector: 0)),
      ([0], 0, [0], .cycle(sector: 0)),
      ([1], 0, [0, 1], .unassigned(sector: 1)),
    ] as [([UInt32], UInt32, [Int], SectorChain.Fault?)])
  func chain(_ next: [UInt32], _ first: UInt32, _ sectors: [Int], _ fault: SectorChain.Fault?) {
    let chain = SectorTable(next: next, sectorCount: 3).chain(from: first)
    #expect(chain.sectors == sectors)
    #expect(chain.fault == fault)
  }

  @Test("Numbers of several bytes are read up to the last one that is whole")
  func littleEndian() {
    let bytes: ArraySlice<UInt8> = [9, 1, 2, 3, 4, 5, 6, 7, 8][1...]
    #expect(bytes.uint8(at: 7) == 8)
    #expect(bytes.uint16(at: 0) == 0x0201)
    #expect(bytes.uint32(at: 4) == 0x0807_0605)
    #expect(bytes.uint64(at: 0) == 0x0807_0605_0403_0201)
    for offset in [-1, 8, Int.max] { #expect(bytes.uint8(at: offset) == nil) }
    for offset in [-1, 7, Int.max] { #expect(bytes.uint16(at: offset) == nil) }
    for offset in [-1, 5, Int.max] { #expect(bytes.uint32(at: offset) == nil) }
    for offset in [-1, 1, Int.max] { #expect(bytes.uint64(at: offset) == nil) }
    #expect(Array(bytes.from(6)) == [7, 8])
    #expect(bytes.from(9).isEmpty)
  }
}
