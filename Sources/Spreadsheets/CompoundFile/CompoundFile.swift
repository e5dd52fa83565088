/// A file that holds several streams of bytes under names (OLE compound file, [MS-CFB]), versions 3
/// and 4, from its bytes in memory.
///
/// Chains of sectors are followed as far as they lead; a stream says where its chain breaks off.
/// Nothing is allocated by a size that the file merely claims.
struct CompoundFile {
  /// The bytes of a stream.
  struct Stream {
    /// As many as its chain leads to; may be more than the size it claims.
    var bytes: [UInt8]
    /// Where the chain breaks off, or the file ends before the size that the stream claims.
    var fault: SectorChain.Fault?
  }

  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let bytes: [UInt8]
  private let header: Header
  private let table: SectorTable
  private let entries: [DirectoryEntry?]
  private let rootEntries: [DirectoryEntry]

  /// Whether a file begins as a compound file does.
  static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Reads the tables and the directory.
  ///
  /// - Throws: where there is no header or no directory.
  init(bytes: [UInt8]) throws(SpreadsheetError) {
    guard let header = Header(bytes) else {
      throw SpreadsheetError(
        bytes.count < 512 ? .truncated : .damaged(part: "compound file", detail: "bad header"))
    }
    self.bytes = bytes
    self.header = header
    table = SectorTable(
      next: header.allocationTable(bytes), sectorCount: header.sectorCount(bytes.count))
    let directory = table.chain(from: header.firstDirectorySector)
    let length = DirectoryEntry.length
    let listed = header.join(directory.sectors, of: bytes)
    entries = stride(from: 0, to: listed.count / length * length, by: length).map {
      DirectoryEntry(listed[$0..<$0 + length], hasWideSizes: header.hasWideSizes)
    }
    guard let root = entries.first(where: { $0?.kind == .root }), let root else {
      throw SpreadsheetError(
        directory.fault.map(Self.reason)
          ?? .damaged(part: "compound file", detail: "no directory"))
    }
    rootEntries = Self.level(below: root, in: entries)
  }

  /// Whether a stream or a storage of the first level has that name; small and capital letters
  /// are alike.
  func contains(_ name: String) -> Bool { entry(name) != nil }

  /// The stream of the first level that has that name; small and capital letters are alike.
  func stream(_ name: String) -> Stream? {
    guard let entry = entry(name), entry.kind == .stream else { return nil }
    let root = entries.lazy.compactMap { $0 }.first { $0.kind == .root }
    if entry.size < UInt64(header.miniStreamCutoff), let root, root.size > 0 {
      return small(entry, in: root)
    }
    let chain = table.chain(from: entry.start)
    let joined = header.join(chain.sectors, of: bytes)
    return Stream(bytes: joined, fault: chain.fault ?? shortage(of: entry, joined.count))
  }

  /// Why a stream that breaks off can't be read on.
  static func reason(_ fault: SectorChain.Fault) -> SpreadsheetError.Reason {
    switch fault {
    case .beyondEnd: .truncated
    case .cycle(let sector):
      .damaged(part: "compound file", detail: "the chain of sectors comes back to sector \(sector)")
    case .unassigned(let sector):
      .damaged(part: "compound file", detail: "the chain of sectors breaks off at sector \(sector)")
    }
  }

  private func entry(_ name: String) -> DirectoryEntry? {
    let sought = name.lowercased()
    return rootEntries.first { $0.name.lowercased() == sought }
  }

  private func small(_ entry: DirectoryEntry, in root: DirectoryEntry) -> Stream {
    let outer = table.chain(from: root.start)
    let stream = header.join(outer.sectors, of: bytes)
    let size = Header.miniSectorSize
    let miniTable = SectorTable(
      next: header.miniTable(bytes, table), sectorCount: (stream.count + size - 1) / size)
    let chain = miniTable.chain(from: entry.start)
    var joined: [UInt8] = []
    for sector in chain.sectors {
      joined += stream[sector * size..<min(stream.count, (sector + 1) * size)]
    }
    return Stream(
      bytes: joined, fault: chain.fault ?? outer.fault ?? shortage(of: entry, joined.count))
  }

  private func shortage(of entry: DirectoryEntry, _ count: Int) -> SectorChain.Fault? {
    UInt64(count) < entry.size ? .beyondEnd(sector: header.sectorCount(bytes.count)) : nil
  }

  /// The entries of the level below one; all that there are where the tree is broken.
  private static func level(
    below parent: DirectoryEntry, in entries: [DirectoryEntry?]
  ) -> [DirectoryEntry] {
    var found: [DirectoryEntry] = []
    var seen = [Bool](repeating: false, count: entries.count)
    var waiting = [parent.child]
    while let number = waiting.popLast() {
      guard number != DirectoryEntry.none else { continue }
      guard let place = Int(exactly: number), place < entries.count, let entry = entries[place],
        !seen[place]
      else { return entries.compactMap { $0 } }
      seen[place] = true
      found.append(entry)
      waiting += [entry.right, entry.left]
    }
    return found.isEmpty ? entries.compactMap { $0 } : found
  }
}
