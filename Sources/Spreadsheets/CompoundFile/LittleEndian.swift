/// Numbers of several bytes, the least significant first, at an offset from the start of the slice;
/// nil where it ends before them.
extension ArraySlice<UInt8> {
  /// The byte at an offset.
  func uint8(at offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[startIndex + offset] : nil
  }

  /// The number of two bytes at an offset.
  func uint16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    let place = startIndex + offset
    return UInt16(self[place]) | UInt16(self[place + 1]) << 8
  }

  /// The number of four bytes at an offset.
  func uint32(at offset: Int) -> UInt32? {
    guard let low = uint16(at: offset), let high = uint16(at: offset &+ 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// The number of eight bytes at an offset.
  func uint64(at offset: Int) -> UInt64? {
    guard let low = uint32(at: offset), let high = uint32(at: offset &+ 4) else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  /// The bytes from an offset to the end; none where it lies behind it.
  func from(_ offset: Int) -> ArraySlice<UInt8> { dropFirst(Swift.max(0, offset)) }
}
