/// Turns the bytes of an encoding into UTF-8, and says what it could not read as it stands.
struct TextDecoder {
  /// How bytes become characters.
  enum Mode {
    /// UTF-8 in which each invalid byte is read as Windows-1252.
    case repairedUTF8
    /// One byte a character.
    case windows1252
    /// Two or four bytes a character.
    case utf16(bigEndian: Bool)
  }

  /// Something met while decoding.
  struct Event {
    /// Its offset in the file, from 0.
    var byteOffset: Int
    /// Its offset in the decoded text, from 0.
    var textOffset: Int
    /// What was met.
    var reason: Remark.Reason
  }

  /// The most bytes of UTF-8 that one byte can become.
  static let growth = 3

  /// How bytes become characters.
  let mode: Mode
  /// The offset in the file of the next byte.
  var byteOffset: Int
  /// The offset in the decoded text of the next byte.
  var textOffset: Int
  /// Where in the file the byte stands that told UTF-8 from Windows-1252.
  var tellingOffset: Int?
  /// What was met so far and not yet taken.
  var events: [Event] = []

  /// Starts at the given offsets.
  init(_ mode: Mode, byteOffset: Int, textOffset: Int) {
    self.mode = mode
    self.byteOffset = byteOffset
    self.textOffset = textOffset
  }

  /// Decodes what can be decoded and returns how many bytes were used and written.
  ///
  /// `output` has room for `growth` times the input. Unless `isLast`, a character that is cut off
  /// at the end is left unused.
  mutating func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>, isLast: Bool
  ) -> (used: Int, written: Int) {
    let result =
      switch mode {
      case .repairedUTF8: repair(input, into: output, isLast: isLast)
      case .windows1252: widen(input, into: output)
      case .utf16(let bigEndian):
        narrow(input, into: output, isLast: isLast, bigEndian: bigEndian)
      }
    byteOffset += result.used
    textOffset += result.written
    return result
  }

  private mutating func note(_ reason: Remark.Reason, used: Int, written: Int) {
    events.append(
      Event(byteOffset: byteOffset + used, textOffset: textOffset + written, reason: reason))
  }

  private mutating func repair(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>, isLast: Bool
  ) -> (used: Int, written: Int) {
    var used = 0
    var written = 0
    while used < input.count {
      switch UTF8Scalar.length(input, at: used) {
      case .valid(let length):
        for offset in 0..<length { output[written + offset] = input[used + offset] }
        used += length
        written += length
      case .incomplete where !isLast:
        return (used, written)
      case .incomplete, .invalid:
        note(.invalidByte(input[used]), used: used, written: written)
        written += Windows1252.write(input[used], to: output + written)
        used += 1
      }
    }
    return (used, written)
  }

  private mutating func widen(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>
  ) -> (used: Int, written: Int) {
    var written = 0
    for (used, byte) in input.enumerated() {
      if byte < 0x80 {
        output[written] = byte
        written += 1
      } else {
        if byteOffset + used == tellingOffset {
          note(.notUTF8(byte: byte), used: used, written: written)
        }
        if Windows1252.isUndefined(byte) {
          note(.undefinedByte(byte), used: used, written: written)
        }
        written += Windows1252.write(byte, to: output + written)
      }
    }
    return (input.count, written)
  }

  private mutating func narrow(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>, isLast: Bool,
    bigEndian: Bool
  ) -> (used: Int, written: Int) {
    let unit = { (index: Int) -> UInt16 in
      let (low, high) = bigEndian ? (index + 1, index) : (index, index + 1)
      return UInt16(input[low]) | UInt16(input[high]) << 8
    }
    var used = 0
    var written = 0
    while used + 1 < input.count {
      let first = unit(used)
      if first & 0xF800 != 0xD800 {
        written += UTF8Scalar.write(UInt32(first), to: output + written)
        used += 2
      } else if first & 0x0400 == 0, !isLast, used + 3 >= input.count {
        return (used, written)
      } else if first & 0x0400 == 0, used + 3 < input.count, unit(used + 2) & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(unit(used + 2) & 0x3FF)
        written += UTF8Scalar.write(scalar, to: output + written)
        used += 4
      } else {
        note(.unpairedSurrogate(first), used: used, written: written)
        written += UTF8Scalar.write(0xFFFD, to: output + written)
        used += 2
      }
    }
    if isLast, used < input.count {
      note(.halfCharacter(input[used]), used: used, written: written)
      used += 1
    }
    return (used, written)
  }
}

extension UTF8Scalar {
  /// Writes the character with the given number and returns how many bytes it took.
  static func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(scalar)
      return 1
    }
    if scalar < 0x800 {
      output[0] = 0xC0 | UInt8(scalar >> 6)
      output[1] = 0x80 | UInt8(scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      output[0] = 0xE0 | UInt8(scalar >> 12)
      output[1] = 0x80 | UInt8(scalar >> 6 & 0x3F)
      output[2] = 0x80 | UInt8(scalar & 0x3F)
      return 3
    }
    output[0] = 0xF0 | UInt8(scalar >> 18)
    output[1] = 0x80 | UInt8(scalar >> 12 & 0x3F)
    output[2] = 0x80 | UInt8(scalar >> 6 & 0x3F)
    output[3] = 0x80 | UInt8(scalar & 0x3F)
    return 4
  }
}
