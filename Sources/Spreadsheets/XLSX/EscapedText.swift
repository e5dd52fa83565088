/// Replaces `_x000D_` and its like, by which OOXML writes characters that XML can't have
/// (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
  /// Replaces the escapes in `bytes` from `start` on.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard
      bytes.withUnsafeBufferPointer({ all in
        (start..<all.count).contains { unit(all, at: $0) != nil }
      })
    else { return }
    var decoded: [UInt16] = []
    var result: [UInt8] = []
    func flush() {
      result += Array(String(decoding: decoded, as: UTF16.self).utf8)
      decoded.removeAll()
    }
    bytes.withUnsafeBufferPointer { all in
      var place = start
      while place < all.count {
        if let unit = unit(all, at: place) {
          decoded.append(unit)
          place += 7
        } else {
          if !decoded.isEmpty { flush() }
          result.append(all[place])
          place += 1
        }
      }
    }
    flush()
    bytes.replaceSubrange(start..., with: result)
  }

  /// The UTF-16 unit of an escape that begins at `place`.
  @inline(__always)
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt16? {
    guard bytes[place] == UInt8(ascii: "_"), place + 6 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
