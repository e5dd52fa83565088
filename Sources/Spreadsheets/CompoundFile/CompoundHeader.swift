extension CompoundFile {
  /// The first 512 bytes of a compound file: where its tables stand.
  struct Header {
    /// The length of the sectors of small streams.
    static let miniSectorSize = 64

    /// The length of a sector, 512 or 4096 bytes.
    let sectorSize: Int
    /// Whether sizes have 64 bits (version 4).
    let hasWideSizes: Bool
    /// The first sector of the directory.
    let firstDirectorySector: UInt32
    /// Streams below this size stand in sectors of 64 bytes.
    let miniStreamCutoff: UInt32
    private let firstMiniTableSector: UInt32
    private let firstListSector: UInt32
    private let listed: [UInt32]

    /// Reads the header; nil where it is none.
    init?(_ bytes: [UInt8]) {
      guard bytes.count >= 512, CompoundFile.begins(bytes) else { return nil }
      let fields = bytes[..<512]
      guard let version = fields.uint16(at: 26), let shift = fields.uint16(at: 30),
        (9...16).contains(shift), let directory = fields.uint32(at: 48),
        let cutoff = fields.uint32(at: 56), let miniTable = fields.uint32(at: 60),
        let list = fields.uint32(at: 68)
      else { return nil }
      sectorSize = 1 << Int(shift)
      hasWideSizes = version >= 4
      firstDirectorySector = directory
      miniStreamCutoff = cutoff
      firstMiniTableSector = miniTable
      firstListSector = list
      listed = (0..<109).compactMap { fields.uint32(at: 76 + $0 * 4) }
    }

    /// The number of sectors in a file of that length; the last may be cut short.
    func sectorCount(_ length: Int) -> Int {
      max(0, (length - 1) / sectorSize)
    }

    /// The bytes of a sector; fewer where the file ends in it, none where it ends before it.
    func sector(_ number: Int, of bytes: [UInt8]) -> ArraySlice<UInt8> {
      let (start, overflow) = (number &+ 1).multipliedReportingOverflow(by: sectorSize)
      guard !overflow, start >= 0, start < bytes.count else { return [] }
      return bytes[start..<min(bytes.count, start + sectorSize)]
    }

    /// The bytes of several sectors, one after the other.
    func join(_ sectors: [Int], of bytes: [UInt8]) -> [UInt8] {
      var joined: [UInt8] = []
      joined.reserveCapacity(min(bytes.count, sectors.count * sectorSize))
      for number in sectors { joined += sector(number, of: bytes) }
      return joined
    }

    /// The table of all sectors: for each the one that follows it.
    func allocationTable(_ bytes: [UInt8]) -> [UInt32] {
      let count = sectorCount(bytes.count)
      var next: [UInt32] = []
      for place in tableSectors(bytes, count: count) where next.count < count {
        let sector = place <= SectorTable.largestSector ? self.sector(Int(place), of: bytes) : []
        for entry in 0..<sectorSize / 4 {
          // A part of the table that the file is too short for leaves the rest in its place.
          next.append(sector.uint32(at: entry * 4) ?? SectorTable.free)
        }
      }
      return next
    }

    /// The table of the sectors of small streams.
    func miniTable(_ bytes: [UInt8], _ table: SectorTable) -> [UInt32] {
      let joined = join(table.chain(from: firstMiniTableSector).sectors, of: bytes)
      return (0..<joined.count / 4).compactMap { joined[...].uint32(at: $0 * 4) }
    }

    /// The sectors that hold the table, listed in the header and in a chain of sectors of its own.
    private func tableSectors(_ bytes: [UInt8], count: Int) -> [UInt32] {
      let needed = count / (sectorSize / 4) + 1
      var sectors = listed
      var current = firstListSector
      var steps = 0
      while current <= SectorTable.largestSector, sectors.count < needed, steps <= count {
        let list = sector(Int(current), of: bytes)
        sectors += (0..<sectorSize / 4 - 1).compactMap { list.uint32(at: $0 * 4) }
        current = list.uint32(at: sectorSize - 4) ?? SectorTable.endOfChain
        steps += 1
      }
      return Array(sectors.prefix(needed))
    }
  }
}
