/// A text as the units of its encoding: bytes, or pairs of bytes for UTF-16.
enum TextUnits {
  /// The units of a file; a last odd byte of UTF-16 is left out.
  static func units(of bytes: [UInt8], _ encoding: TextEncoding) -> [UInt32] {
    switch encoding {
    case .utf8, .windows1252: return bytes.map(UInt32.init)
    case .utf16LittleEndian, .utf16BigEndian:
      return stride(from: 0, to: bytes.count - 1, by: 2).map { place in
        let (one, other) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
        return encoding == .utf16LittleEndian ? one | other << 8 : one << 8 | other
      }
    }
  }

  /// Half a unit at the end of a torn file.
  static func rest(of bytes: [UInt8], _ encoding: TextEncoding) -> ArraySlice<UInt8> {
    switch encoding {
    case .utf8, .windows1252: []
    case .utf16LittleEndian, .utf16BigEndian: bytes.suffix(bytes.count % 2)
    }
  }

  /// The units of a text; nil where the encoding lacks a character.
  static func units(of text: String, _ encoding: TextEncoding) -> [UInt32]? {
    switch encoding {
    case .utf8: return text.utf8.map(UInt32.init)
    case .utf16LittleEndian, .utf16BigEndian: return text.utf16.map(UInt32.init)
    case .windows1252:
      var units: [UInt32] = []
      for scalar in text.unicodeScalars {
        guard
          let byte = (UInt8.min...UInt8.max).first(where: { Windows1252.scalar($0) == scalar.value }
          )
        else { return nil }
        units.append(UInt32(byte))
      }
      return units
    }
  }

  /// The bytes of units.
  static func bytes(of units: [UInt32], _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .windows1252: units.map { UInt8(truncatingIfNeeded: $0) }
    case .utf16LittleEndian:
      units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian:
      units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
  }
}
