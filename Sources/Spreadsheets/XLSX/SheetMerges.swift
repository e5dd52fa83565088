import Glibc

/// The merged ranges of a sheet part, which stand behind its cells and are wanted before them.
struct SheetMerges: XMLListening {
  /// The ranges, by their first rows.
  private(set) var ranges: [CellRange] = []
  private(set) var failure: SpreadsheetError?

  /// Reads a whole part for them, and begins it again.
  static func all(of source: XMLSource) throws(SpreadsheetError) -> [CellRange] {
    let mayHaveSome = try mentions(source)
    try source.restart()
    guard mayHaveSome else { return [] }
    let ranges = try read(source)
    try source.restart()
    return ranges
  }

  /// False where no element can be called `mergeCell`, which is quickly seen.
  private static func mentions(_ source: XMLSource) throws(SpreadsheetError) -> Bool {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    var kept = 0
    var isUTF8 = false
    while true {
      let count = try source.next(into: .init(rebasing: room[kept...]))
      guard count > 0, let start = room.baseAddress else { return !isUTF8 }
      let total = kept + count
      if !isUTF8 {
        let bytes = start.assumingMemoryBound(to: UInt8.self)
        guard XMLDeclaration.end(bytes, count: total) != nil else { return true }
        isUTF8 = true
      }
      if mentions(UnsafeRawBufferPointer(start: start, count: total)) { return true }
      kept = min(name.count - 1, total)
      memmove(start, start + total - kept, kept)
    }
  }

  /// Looks for the name by its `g`, which is rare among cells.
  private static func mentions(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var place = 3
    while place < bytes.count,
      let found = memchr(start + place, 0x67, bytes.count - place)
    {
      place = UnsafeRawPointer(found) - start + 1
      let first = place - 4
      if first + name.count <= bytes.count, memcmp(start + first, name, name.count) == 0 {
        return true
      }
    }
    return false
  }

  private static let name = Array("mergeCell".utf8)

  private static func read(_ source: XMLSource) throws(SpreadsheetError) -> [CellRange] {
    let reading = XMLReading(source, listener: SheetMerges())
    try reading.finish()
    return reading.listener.ranges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  mutating func start(_ element: XMLElement) {
    guard element.name == "mergeCell", let text = element["ref"],
      let range = CellName.range(text)
    else { return }
    ranges.append(range)
  }

  mutating func end(_ name: XMLName) {}

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
