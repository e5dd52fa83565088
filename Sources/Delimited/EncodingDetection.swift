import Tabular

/// Finds out how a file's text is encoded from its first bytes.
enum EncodingDetection {
  /// What was found.
  struct Result {
    /// The encoding in force.
    var encoding: Setting<TextEncoding>
    /// The length of the byte order mark, 0 where there is none.
    var markLength: Int
    /// True where invalid bytes do not turn the whole file into Windows-1252.
    var keepsUTF8: Bool
    /// The offset of the first byte that is not UTF-8, where that decided.
    var invalidOffset: Int?
  }

  /// Decides by the byte order mark, then the pattern of zeros, then whether it is valid UTF-8.
  static func detect(_ window: [UInt8], given: TextEncoding?) -> Result {
    let announced = TextEncoding.announced(by: window)
    let markLength = announced?.byteOrderMark.count ?? 0
    if let given {
      return Result(encoding: Setting(given, .given), markLength: markLength, keepsUTF8: true)
    }
    if let announced {
      return Result(
        encoding: Setting(announced, .detected, basis: .byteOrderMark), markLength: markLength,
        keepsUTF8: true)
    }
    if let wide = utf16ByZeros(window) {
      return Result(
        encoding: Setting(wide, .detected, basis: .zeroBytes), markLength: 0, keepsUTF8: true)
    }
    return byValidity(window)
  }

  /// UTF-16 without a byte order mark: one byte of nearly every pair is zero.
  static func utf16ByZeros(_ window: [UInt8]) -> TextEncoding? {
    var zeros = (even: 0, odd: 0)
    for (index, byte) in window.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = window.count / 2
    guard pairs >= 2 else { return nil }
    if zeros.odd * 2 > pairs && zeros.even * 20 < pairs { return .utf16LittleEndian }
    if zeros.even * 2 > pairs && zeros.odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  private static func byValidity(_ window: [UInt8]) -> Result {
    var wide = 0
    var invalid: (count: Int, offset: Int, byte: UInt8) = (0, 0, 0)
    window.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          continue
        }
        switch UTF8Scalar.length(bytes, at: index) {
        case .valid(let length):
          wide += 1
          index += length
        case .incomplete where bytes.count >= DelimitedReader.detectionWindow:
          index = bytes.count
        case .incomplete, .invalid:
          if invalid.count == 0 { invalid = (1, index, bytes[index]) } else { invalid.count += 1 }
          index += 1
        }
      }
    }
    if invalid.count > wide {
      let basis = Message.notUTF8(byte: invalid.byte, offset: invalid.offset)
      return Result(
        encoding: Setting(.windows1252, .detected, basis: basis), markLength: 0, keepsUTF8: false,
        invalidOffset: invalid.offset)
    }
    if wide > 0 {
      return Result(
        encoding: Setting(.utf8, .detected, basis: .validUTF8(wide)), markLength: 0, keepsUTF8: true
      )
    }
    return Result(
      encoding: Setting(.utf8, .detected, basis: .onlyASCII), markLength: 0, keepsUTF8: false)
  }
}

/// The shape of one character in UTF-8 (Unicode standard, table 3-7).
enum UTF8Scalar {
  /// What stands at a place.
  enum Shape: Equatable {
    /// A character of so many bytes.
    case valid(Int)
    /// The beginning of a character at the end of the bytes.
    case incomplete
    /// No character.
    case invalid
  }

  /// The shape of what stands at `index`.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Shape {
    let first = bytes[index]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return .valid(1)
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return .invalid
    }
    for offset in 1..<count {
      guard index + offset < bytes.count else { return .incomplete }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + offset]) else { return .invalid }
    }
    return .valid(count)
  }
}
