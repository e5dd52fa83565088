/// The Unicode blanks that are met in and around numerals, found in UTF-8 without decoding it.
///
/// Tab to carriage return, space, no-break space, U+1680, U+2000 to U+200B, U+202F, U+205F, U+3000
/// and the zero-width no-break space U+FEFF.
enum Blanks {
  /// The number of bytes of the blank that begins at `at`, 0 where none does; reads below `end`.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, before end: Int) -> Int {
    guard at < end else { return 0 }
    let first = bytes[at]
    if first &- 0x21 < 0xA1 { return 0 }
    if first == 0x20 || (9...13).contains(first) { return 1 }
    if first == 0xC2 { return at + 1 < end && bytes[at + 1] == 0xA0 ? 2 : 0 }
    guard at + 2 < end else { return 0 }
    let scalar = Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
    let isBlank =
      switch first {
      case 0xE1: scalar == 0x9A80
      case 0xE2: (0x8080...0x808B).contains(scalar) || scalar == 0x80AF || scalar == 0x819F
      case 0xE3: scalar == 0x8080
      case 0xEF: scalar == 0xBBBF
      default: false
      }
    return isBlank ? 3 : 0
  }

  /// The first place in `range` after all leading blanks.
  static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while case let length = length(bytes, at, before: range.upperBound), length > 0 { at += length }
    return at
  }

  /// The last place in `range` before all trailing blanks.
  static func skipBack(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] &- 0x21 >= 0x5F {
      guard
        let width = (1...3).first(where: { width in
          end - width >= range.lowerBound && length(bytes, end - width, before: end) == width
        })
      else { return end }
      end -= width
    }
    return end
  }

  /// The range without blanks at either end.
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = skip(bytes, range)
    return start..<skipBack(bytes, start..<range.upperBound)
  }
}
