/// Writes ZIP archives whose parts are stored unpacked, so that a test can show what is in them.
struct TinyArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive of these parts, in order.
  init(_ parts: [(name: String, text: String)] = []) {
    for part in parts { add(part.name, Array(part.text.utf8)) }
  }

  /// Adds a part; `checksum` is that of the content unless told otherwise.
  mutating func add(_ name: String, _ content: [UInt8], checksum: UInt32? = nil, flags: UInt16 = 0)
  {
    let start = UInt32(body.count)
    var header: [UInt8] = []
    Self.put(20 as UInt16, flags, 0 as UInt16, 0 as UInt16, 0x21 as UInt16, to: &header)
    Self.put(
      checksum ?? Self.crc(content), UInt32(content.count), UInt32(content.count), to: &header)
    Self.put(UInt16(name.utf8.count), 0 as UInt16, to: &header)
    body += Array("PK\u{3}\u{4}".utf8) + header + Array(name.utf8) + content
    directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + header
    Self.put(0 as UInt16, 0 as UInt16, 0 as UInt16, to: &directory)
    Self.put(0, start, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var end: [UInt8] = Array("PK\u{5}\u{6}".utf8)
    Self.put(0 as UInt16, 0 as UInt16, UInt16(count), UInt16(count), to: &end)
    Self.put(UInt32(directory.count), UInt32(body.count), to: &end)
    return body + directory + end + [0, 0]
  }

  private static func put<Number: FixedWidthInteger>(_ numbers: Number..., to bytes: inout [UInt8])
  {
    for number in numbers {
      for shift in stride(from: 0, to: number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
  }

  /// CRC-32 as ZIP has it, bit by bit.
  static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
