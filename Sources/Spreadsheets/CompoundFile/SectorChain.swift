/// The sectors of a stream in order, as far as the table tells them.
struct SectorChain {
  /// Why a chain ends before its end.
  enum Fault: Hashable {
    /// It goes on in a sector that the file is too short for.
    case beyondEnd(sector: Int)
    /// It comes back to a sector that is already in it.
    case cycle(sector: Int)
    /// It goes on in a sector that the table marks as free or as used by the table itself.
    case unassigned(sector: Int)
  }

  /// The numbers of the sectors.
  var sectors: [Int] = []
  /// What is wrong with it, if anything.
  var fault: Fault?
}

/// The table that tells, for each sector, which one follows: FAT and mini FAT.
struct SectorTable {
  /// The mark of the last sector of a chain.
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// The mark of a sector that belongs to nothing.
  static let free: UInt32 = 0xFFFF_FFFF
  /// The largest number that is a sector and no mark.
  static let largestSector: UInt32 = 0xFFFF_FFFA

  /// The sector that follows each, or a mark.
  var next: [UInt32]
  /// How many sectors there are for it to point to.
  var sectorCount: Int

  /// Follows the chain that begins in a sector.
  func chain(from first: UInt32) -> SectorChain {
    var chain = SectorChain()
    var seen = [Bool](repeating: false, count: sectorCount)
    var current = first
    while current != Self.endOfChain {
      let sector = Int(current)
      guard current <= Self.largestSector else {
        // A stream without bytes may begin with the mark of a free sector.
        if !chain.sectors.isEmpty || current != Self.free {
          chain.fault = .unassigned(sector: chain.sectors.last ?? sector)
        }
        break
      }
      guard sector < sectorCount else {
        chain.fault = .beyondEnd(sector: sector)
        break
      }
      guard !seen[sector] else {
        chain.fault = .cycle(sector: sector)
        break
      }
      seen[sector] = true
      chain.sectors.append(sector)
      current = sector < next.count ? next[sector] : Self.free
    }
    return chain
  }
}
