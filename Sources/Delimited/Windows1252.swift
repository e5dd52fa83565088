/// Windows code page 1252 (the WHATWG table: undefined bytes stand for the control characters of
/// their number).
enum Windows1252 {
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The character number of a byte.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte & 0xE0 == 0x80 ? UInt32(upper[Int(byte - 0x80)]) : UInt32(byte)
  }

  /// True for the five bytes that the code page leaves open.
  static func isUndefined(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: false
    }
  }

  /// Writes the character of a byte as UTF-8 and returns how many bytes it took.
  static func write(_ byte: UInt8, to output: UnsafeMutablePointer<UInt8>) -> Int {
    UTF8Scalar.write(scalar(byte), to: output)
  }
}
