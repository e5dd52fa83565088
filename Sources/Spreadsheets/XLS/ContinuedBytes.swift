/// The bytes of a record and of the CONTINUE records behind it, read in order.
struct ContinuedBytes {
  private let parts: [ArraySlice<UInt8>]
  private var part = 0
  private var position: Int

  /// Begins at an offset of the first part.
  init(_ first: ArraySlice<UInt8>, from offset: Int = 0, continued: [ArraySlice<UInt8>] = []) {
    parts = [first] + continued
    position = first.startIndex + min(offset, first.count)
  }

  /// How many bytes are left in the part that is being read.
  private var leftInPart: Int { part < parts.count ? parts[part].endIndex - position : 0 }

  /// The next byte.
  mutating func uint8() -> UInt8? {
    guard advance() else { return nil }
    defer { position += 1 }
    return parts[part][position]
  }

  /// The next number of two bytes.
  mutating func uint16() -> UInt16? {
    guard let low = uint8(), let high = uint8() else { return nil }
    return UInt16(low) | UInt16(high) << 8
  }

  /// The next number of four bytes.
  mutating func uint32() -> UInt32? {
    guard let low = uint16(), let high = uint16() else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// The next number of eight bytes.
  mutating func uint64() -> UInt64? {
    guard let low = uint32(), let high = uint32() else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  /// The next bytes; nil where fewer are left.
  mutating func bytes(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let byte = uint8() else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Passes bytes; false where fewer are left.
  mutating func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      guard advance() else { return false }
      let step = min(left, leftInPart)
      position += step
      left -= step
    }
    return true
  }

  /// Adds a text of BIFF8 with that many characters, its flags first ([MS-XLS] 2.5.293), and passes
  /// its formatting and phonetic data; false where it is cut off.
  mutating func text(_ count: Int, to bytes: inout [UInt8]) -> Bool {
    guard let flags = uint8() else { return false }
    var trailing = 0
    if flags & 0x08 != 0 {
      guard let runs = uint16() else { return false }
      trailing += Int(runs) * 4
    }
    if flags & 0x04 != 0 {
      guard let size = uint32() else { return false }
      trailing += Int(size)
    }
    return characters(count, isWide: flags & 0x01 != 0, to: &bytes) && skip(trailing)
  }

  /// Adds characters; where they go on in the next part, it begins with flags of its own.
  private mutating func characters(_ count: Int, isWide: Bool, to bytes: inout [UInt8]) -> Bool {
    var isWide = isWide
    var left = count
    var pen = UTF16Pen()
    defer { pen.finish(to: &bytes) }
    while left > 0 {
      if leftInPart == 0 {
        guard advance(), let flags = uint8() else { return false }
        isWide = flags & 0x01 != 0
      }
      let step = min(left, isWide ? leftInPart / 2 : leftInPart)
      // Half a character at the end of a part.
      guard step > 0 || leftInPart == 0 else { return false }
      write(step, isWide: isWide, pen: &pen, to: &bytes)
      left -= step
    }
    return true
  }

  private mutating func write(
    _ count: Int, isWide: Bool, pen: inout UTF16Pen, to bytes: inout [UInt8]
  ) {
    let source = parts[part]
    for _ in 0..<count {
      if isWide {
        pen.write(UInt16(source[position]) | UInt16(source[position + 1]) << 8, to: &bytes)
        position += 2
      } else {
        pen.write(UInt16(source[position]), to: &bytes)
        position += 1
      }
    }
  }

  /// Goes on to a part with bytes left; false where there is none.
  private mutating func advance() -> Bool {
    while leftInPart == 0 {
      guard part + 1 < parts.count else { return false }
      part += 1
      position = parts[part].startIndex
    }
    return true
  }
}
