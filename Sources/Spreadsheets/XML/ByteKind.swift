/// What a byte may be in XML, as bits of a table.
enum ByteKind {
  /// May begin a name; ASCII only.
  static let nameStart: UInt8 = 1
  /// May stand in a name, colons aside; ASCII only.
  static let name: UInt8 = 2
  /// A blank, tab or line end.
  static let blank: UInt8 = 4
  /// Stands for itself in a text.
  static let text: UInt8 = 8
  /// Stands for itself in the value of an attribute, quotes aside.
  static let value: UInt8 = 16

  /// The bits of each byte.
  static let table: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    var bits: UInt8 = 0
    let isLetter = (0x41...0x5a).contains(byte & ~0x20) && byte < 0x80
    if isLetter || byte == 0x5f { bits |= nameStart | name }
    if (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x2e { bits |= name }
    if [0x20, 0x09, 0x0a, 0x0d].contains(byte) { bits |= blank }
    let isPlain = byte >= 0x20 && byte < 0x80 && byte != 0x26 && byte != 0x3c
    if isPlain && byte != 0x5d || byte == 0x09 || byte == 0x0a { bits |= text }
    if isPlain { bits |= value }
    return bits
  }
}

/// Characters outside ASCII and those written as references.
enum XMLCharacter {
  /// How many bytes the UTF-8 character at `bytes` has; 0 where it is none that XML allows, and -1
  /// where it goes on behind `end`.
  static func length(_ bytes: UnsafePointer<UInt8>, at place: Int, end: Int) -> Int {
    let lead = bytes[place]
    let count = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    guard count > 0 else { return 0 }
    guard place + count <= end else { return -1 }
    var scalar = UInt32(lead) & (0x7f >> UInt32(count))
    for next in place + 1..<place + count {
      guard bytes[next] & 0xc0 == 0x80 else { return 0 }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3f)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x1_0000
    return scalar >= least && isAllowed(scalar) ? count : 0
  }

  /// The character of a reference as `&lt;` or `&#65;` at `place`, and how many bytes it takes;
  /// nil where it is none that is sure, or goes on behind `end`.
  static func reference(
    _ bytes: UnsafePointer<UInt8>, at place: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let stop = (place + 1..<min(place + longest, end)).first(where: { bytes[$0] == 0x3b })
    else { return nil }
    let name = UnsafeBufferPointer(start: bytes + place + 1, count: stop - place - 1)
    guard let scalar = named(name) ?? numbered(name) else { return nil }
    return (scalar, stop - place + 1)
  }

  /// The bytes of the longest reference that is read.
  static let longest = 12

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    if name.elementsEqual("lt".utf8) { return "<" }
    if name.elementsEqual("gt".utf8) { return ">" }
    if name.elementsEqual("amp".utf8) { return "&" }
    if name.elementsEqual("quot".utf8) { return "\"" }
    return name.elementsEqual("apos".utf8) ? "'" : nil
  }

  private static func numbered(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHex = name.count > 1 && name[1] == UInt8(ascii: "x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46 where isHex: digit = UInt32(byte) - 0x37
      case 0x61...0x66 where isHex: digit = UInt32(byte) - 0x57
      default: return nil
      }
      value = value &* (isHex ? 16 : 10) &+ digit
    }
    return isAllowed(value) ? Unicode.Scalar(value) : nil
  }

  private static func isAllowed(_ scalar: UInt32) -> Bool {
    scalar == 0x09 || scalar == 0x0a || scalar == 0x0d || scalar >= 0x20 && scalar < 0xd800
      || scalar >= 0xe000 && scalar < 0xfffe || scalar >= 0x1_0000 && scalar < 0x11_0000
  }
}
