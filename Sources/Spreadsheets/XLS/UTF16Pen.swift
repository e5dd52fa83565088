/// Writes UTF-16 as UTF-8, unit by unit; what is no character becomes U+FFFD.
struct UTF16Pen {
  private var high: UInt32 = 0

  /// Adds a unit.
  mutating func write(_ unit: UInt16, to bytes: inout [UInt8]) {
    let unit = UInt32(unit)
    if high != 0 {
      let first = high
      high = 0
      if unit & 0xFC00 == 0xDC00 {
        Self.write(0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &bytes)
        return
      }
      Self.write(0xFFFD, to: &bytes)
    }
    if unit & 0xFC00 == 0xD800 {
      high = unit
    } else {
      Self.write(unit & 0xFC00 == 0xDC00 ? 0xFFFD : unit, to: &bytes)
    }
  }

  /// Writes what waits for a unit that never came.
  mutating func finish(to bytes: inout [UInt8]) {
    if high != 0 { Self.write(0xFFFD, to: &bytes) }
    high = 0
  }

  private static func write(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(tail(scalar))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(tail(scalar >> 6))
      bytes.append(tail(scalar))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(tail(scalar >> 12))
      bytes.append(tail(scalar >> 6))
      bytes.append(tail(scalar))
    }
  }

  private static func tail(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
  }
}
