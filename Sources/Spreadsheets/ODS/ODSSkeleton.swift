import Glibc

/// What `content.xml` holds outside of its tables, with the tags of the tables themselves, found
/// without parsing the cells.
///
/// It tells the names of the sheets many times faster than the parser, and where each begins.
struct ODSSkeleton {
  /// The most bytes that may stand outside of tables.
  private static let largest = 64 << 20

  /// The bytes.
  private(set) var bytes: [UInt8] = []
  /// True where tags can't be told from text: the parser has to read everything.
  private(set) var isUnsure = false
  /// What was not yet looked at.
  private var rest: [UInt8] = []
  /// The number of tables open.
  private var depth = 0

  /// The skeleton of a part; nil where only the parser can tell.
  static func read(_ source: XMLSource) throws(SpreadsheetError) -> [UInt8]? {
    var skeleton = ODSSkeleton()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    var isFirst = true
    while !skeleton.isUnsure {
      let count = try source.next(into: room)
      if isFirst, let start = room.baseAddress?.assumingMemoryBound(to: UInt8.self),
        XMLDeclaration.end(start, count: count) == nil
      {
        return nil
      }
      isFirst = false
      if count == 0 {
        skeleton.bytes += skeleton.rest
        return skeleton.depth == 0 ? skeleton.bytes : nil
      }
      skeleton.take(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    return nil
  }

  /// Takes the next piece.
  private mutating func take(_ piece: UnsafeRawBufferPointer) {
    var piece = piece.bindMemory(to: UInt8.self)
    if !rest.isEmpty {
      // The tag that the last piece cut is completed before the rest is looked at in place.
      let end = (piece.firstIndex(of: UInt8(ascii: ">")) ?? piece.count - 1) + 1
      rest += piece[..<end]
      let joined = rest
      rest = []
      joined.withUnsafeBufferPointer { look(at: $0) }
      piece = UnsafeBufferPointer(rebasing: piece[end...])
      if !rest.isEmpty {
        rest += piece
        isUnsure = isUnsure || rest.count > 1 << 20
        return
      }
    }
    look(at: piece)
  }

  /// Looks at the tags of a piece; one that is cut off goes to `rest`.
  private mutating func look(at piece: UnsafeBufferPointer<UInt8>) {
    guard let base = piece.baseAddress else { return }
    var start = 0
    var copied = 0
    while start < piece.count,
      let found = memchr(base + start, Int32(UInt8(ascii: "<")), piece.count - start)
    {
      let tag = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      guard tag + 16 <= piece.count else {
        if depth == 0 { bytes += piece[copied..<tag] }
        rest = Array(piece[tag...])
        return
      }
      start = tag + 1
      if base[tag + 1] == UInt8(ascii: "!") { isUnsure = true }
      let isEnd = base[tag + 1] == UInt8(ascii: "/")
      guard Self.isTable(base + tag + (isEnd ? 2 : 1)) else { continue }
      guard let end = Self.end(of: piece, from: tag) else {
        if depth == 0 { bytes += piece[copied..<tag] }
        rest = Array(piece[tag...])
        return
      }
      let isOuter = depth == (isEnd ? 1 : 0)
      if isOuter { bytes += piece[(depth == 0 ? copied : tag)..<end] }
      depth += isEnd ? -1 : piece[end - 2] == UInt8(ascii: "/") ? 0 : 1
      (start, copied) = (end, end)
      isUnsure = isUnsure || depth < 0 || bytes.count > Self.largest
    }
    if depth == 0 { bytes += piece[copied...] }
  }

  /// True for `table:table` and the end of a name.
  private static func isTable(_ name: UnsafePointer<UInt8>) -> Bool {
    guard memcmp(name, "table:table", 11) == 0 else { return false }
    return name[11] <= 0x20 || name[11] == UInt8(ascii: ">") || name[11] == UInt8(ascii: "/")
  }

  /// The place behind the `>` of a tag; one inside quotes is part of a value.
  private static func end(of piece: UnsafeBufferPointer<UInt8>, from tag: Int) -> Int? {
    var quote: UInt8 = 0
    for place in tag..<piece.count {
      let byte = piece[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    return nil
  }
}
