/// What stands around the digits of a numeral: sign, parentheses, affixes.
struct NumeralFrame {
  /// The whole text, without blanks at its ends.
  let whole: Range<Int>
  /// What remains when everything known around the digits is taken off.
  var core: Range<Int>
  /// Where the front sign stands, empty where there is none.
  var sign: Range<Int>?
  /// Where the opening parenthesis stands.
  var opening: Int?
  /// Where the closing parenthesis stands.
  var closing: Int?
  /// Where the first affix before the digits begins.
  var prefixStart: Int?
  /// Where the last affix before the digits ends, blanks after it included.
  var prefixEnd: Int?
  /// Where the first affix after the digits begins, blanks before it included.
  var suffixStart: Int?
  /// Where the last affix after the digits ends.
  var suffixEnd: Int?
  /// Whether the text after the digits is `,-` or `.-`: no decimals.
  var dashedMark: UInt8?
  /// The affixes that were taken off, one bit each; none is taken off twice.
  private var taken: UInt64 = 0
  /// Whether the sign is a minus.
  var hasMinus = false
  /// What is wrong with signs and parentheses.
  var fault: NumeralFault?
  /// What is unusual about signs.
  var remarks: [NumeralRemark] = []

  /// Whether the value is below zero.
  var isNegative: Bool { hasMinus || (opening != nil && closing != nil) }
}

extension NumeralFrame {
  /// Takes signs and the given affixes (lower case ASCII, longest first) off both ends of `place`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, affixes: [[UInt8]]) {
    whole = Blanks.trim(bytes, place)
    core = whole
    while takeFront(bytes, affixes) {}
    while takeBack(bytes, affixes) {}
    if (opening == nil) != (closing == nil) { fault = fault ?? .unbalancedParentheses }
    if opening != nil, hasMinus { fault = fault ?? .doubleSign }
  }

  private mutating func takeFront(
    _ bytes: UnsafeBufferPointer<UInt8>, _ affixes: [[UInt8]]
  ) -> Bool {
    let start = core.lowerBound
    guard start < core.upperBound, bytes[start] &- 0x30 > 9 else { return false }
    let blanks = Blanks.skip(bytes, core)
    if blanks > start {
      core = blanks..<core.upperBound
      if prefixEnd == start { prefixEnd = blanks }
      return true
    }
    if let length = takeAffix(bytes, affixes, Self.affix) {
      prefixStart = prefixStart ?? start
      core = (start + length)..<core.upperBound
      prefixEnd = core.lowerBound
      return true
    }
    if bytes[start] == UInt8(ascii: "(") {
      guard opening == nil else { return false }
      opening = start
      core = (start + 1)..<core.upperBound
      return true
    }
    return takeSign(bytes, start)
  }

  private mutating func takeSign(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let length = Self.sign(bytes, core)
    guard length > 0 else { return false }
    if sign != nil { fault = .doubleSign }
    sign = start..<(start + length)
    core = (start + length)..<core.upperBound
    if bytes[start] == UInt8(ascii: "+") {
      remarks.append(.plusSign)
    } else {
      hasMinus = true
      if length > 1 { remarks.append(.typographicMinus) }
    }
    return true
  }

  private mutating func takeBack(
    _ bytes: UnsafeBufferPointer<UInt8>, _ affixes: [[UInt8]]
  ) -> Bool {
    let end = core.upperBound
    guard end > core.lowerBound, bytes[end - 1] &- 0x30 > 9 else { return false }
    let trimmed = Blanks.skipBack(bytes, core)
    if trimmed < end {
      core = core.lowerBound..<trimmed
      if suffixStart == end { suffixStart = trimmed }
      return true
    }
    if let length = takeAffix(bytes, affixes, Self.affixAtEnd) {
      core = core.lowerBound..<(end - length)
      suffixEnd = suffixEnd ?? end
      suffixStart = core.upperBound
      return true
    }
    if bytes[end - 1] == UInt8(ascii: ")") {
      guard closing == nil else { return false }
      closing = end - 1
      core = core.lowerBound..<(end - 1)
      return true
    }
    return takeDashedMark(bytes)
  }

  /// Takes `,-`, `,--`, `.-` off the end, as in `Rp 5.000,-` and `(5.000),-`.
  private mutating func takeDashedMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = core.upperBound
    var dashes = 0
    while at > core.lowerBound, dashes < 2, let width = Self.dashWidth(bytes, core.lowerBound..<at)
    {
      at -= width
      dashes += 1
    }
    guard dashes > 0, dashedMark == nil, at - 1 > core.lowerBound,
      bytes[at - 2] &- 0x30 < 10 || bytes[at - 2] == UInt8(ascii: ")")
    else { return false }
    let mark = bytes[at - 1]
    guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") else { return false }
    dashedMark = mark
    suffixEnd = suffixEnd ?? core.upperBound
    core = core.lowerBound..<(at - 1)
    suffixStart = core.upperBound
    return true
  }

  /// The number of bytes of the sign that begins `place`: `+ - − – ‐`.
  private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Int {
    let first = bytes[place.lowerBound]
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { return 1 }
    guard first == 0xE2, place.count >= 3 else { return 0 }
    let scalar = Int(bytes[place.lowerBound + 1]) << 8 | Int(bytes[place.lowerBound + 2])
    return scalar == 0x8892 || (0x8090...0x8093).contains(scalar) ? 3 : 0
  }

  private static func dashWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Int? {
    if bytes[place.upperBound - 1] == UInt8(ascii: "-") { return 1 }
    guard place.count >= 3, bytes[place.upperBound - 3] == 0xE2 else { return nil }
    let length = sign(bytes, (place.upperBound - 3)..<place.upperBound)
    return length == 3 ? 3 : nil
  }

  /// The bytes of the first affix not yet taken off that `length` finds; at most 64 are looked for.
  private mutating func takeAffix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ affixes: [[UInt8]],
    _ length: (UnsafeBufferPointer<UInt8>, Range<Int>, [UInt8]) -> Int?
  ) -> Int? {
    for (number, affix) in affixes.prefix(64).enumerated() where taken & (1 << number) == 0 {
      guard let length = length(bytes, core, affix) else { continue }
      taken |= 1 << number
      return length
    }
    return nil
  }

  /// The bytes of an affix at the front of `place`, with the dot after it.
  private static func affix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ affix: [UInt8]
  ) -> Int? {
    guard equal(bytes, at: place.lowerBound, place, affix) else { return nil }
    let end = place.lowerBound + affix.count
    let dot = Blanks.skip(bytes, end..<place.upperBound)
    let hasDot = dot < place.upperBound && bytes[dot] == UInt8(ascii: ".")
    return hasDot ? dot + 1 - place.lowerBound : affix.count
  }

  /// The bytes of an affix at the back of `place`, with the dot after it.
  private static func affixAtEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ affix: [UInt8]
  ) -> Int? {
    if equal(bytes, at: place.upperBound - affix.count, place, affix) { return affix.count }
    guard bytes[place.upperBound - 1] == UInt8(ascii: ".") else { return nil }
    let hasDot = equal(bytes, at: place.upperBound - affix.count - 1, place, affix)
    return hasDot ? affix.count + 1 : nil
  }

  private static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ place: Range<Int>, _ affix: [UInt8]
  ) -> Bool {
    guard start >= place.lowerBound, start + affix.count <= place.upperBound else { return false }
    for (offset, byte) in affix.enumerated() where ASCII.lowered(bytes[start + offset]) != byte {
      return false
    }
    return true
  }
}

/// Letters of ASCII; all others are compared as they are.
enum ASCII {
  /// The byte with A to Z in lower case.
  static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
