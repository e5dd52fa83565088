/// The form of the regular cells of one notation and scale: what a kernel needs of it, worked out.
///
/// A cell is: sign, prefix, sign, whole digits, tail. The tail is the decimal mark, the decimals and
/// the first bytes of the suffix, one word in all; what is left of the suffix is the far suffix.
struct CellShape: Sendable {
  /// What `read` gives for a cell of another form; no regular cell has this value.
  static let irregular = Int64.min
  /// How far before a cell words may begin.
  static let reach = 8
  /// The most digits of a regular cell; all such numbers fit 64 bits.
  static let mostDigits = 18

  /// Stands for a sign that is not looked for; no byte equals it.
  private static let noSign: UInt16 = 0x100

  let prefix: [UInt8]
  let farSuffix: [UInt8]
  private let tail: DigitWord
  private let tailLength: Int
  private let tailMask: UInt64
  /// How far the decimals must be shifted to end the word, in bits.
  private let tailShift: UInt64
  private let whole: DigitWord
  let isGrouped: Bool
  /// The most bytes that the whole part may have.
  private let longestWhole: Int
  /// `10^scale`.
  private let unit: UInt64
  private let outerSign: UInt16
  private let innerSign: UInt16
  private let isClosed: Bool
  private let affixLength: Int

  /// Nil for scales that do not fit one word.
  init?(_ notation: Notation, scale: Int) {
    guard (0...7).contains(scale), let unit = PowersOfTen.narrow(scale) else { return nil }
    let decimals: [UInt8?] =
      scale == 0 ? [] : [notation.convention.decimalSign] + [UInt8?](repeating: nil, count: scale)
    let suffix = Array(notation.suffix.utf8)
    let near = suffix.prefix(8 - decimals.count)
    prefix = Array(notation.prefix.utf8)
    farSuffix = Array(suffix.dropFirst(near.count))
    let pattern = decimals + near.map { $0 }
    tail = DigitWord(pattern)
    tailLength = pattern.count
    tailMask = pattern.isEmpty ? 0 : DigitWord.mask(pattern.count)
    tailShift = UInt64(8 * near.count)
    isGrouped = notation.grouping == .thousands
    let mark = notation.convention.groupSign
    whole = DigitWord(isGrouped ? [mark, nil, nil, nil, mark, nil, nil, nil] : [])
    let digits = Self.mostDigits - scale
    longestWhole = isGrouped ? digits + (digits - 1) / 3 : digits
    self.unit = UInt64(unit)
    affixLength = prefix.count + suffix.count
    let hasAffix = !prefix.isEmpty || !suffix.isEmpty
    let isOutside = notation.signPlace == .outside || !hasAffix
    isClosed = notation.negative == .parentheses && isOutside
    let sign = UInt16(UInt8(ascii: notation.negative == .minus ? "-" : "("))
    outerSign =
      isOutside || (prefix.isEmpty && !isClosed && notation.negative == .minus) ? sign : Self.noSign
    innerSign = notation.negative == .minus && !isOutside && !prefix.isEmpty ? sign : Self.noSign
  }

  /// Whether cells are nothing but a minus sign, digits and a tail.
  var isPlain: Bool {
    prefix.isEmpty && farSuffix.isEmpty && outerSign == UInt16(UInt8(ascii: "-"))
  }

  /// The mantissa of a regular cell of a plain shape, else `irregular`.
  ///
  /// Loads up to `reach` bytes before `start`. `isGrouped` is the shape's own; as a constant it
  /// makes two loops of one source.
  @inline(__always)
  func readPlain(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isGrouped: Bool) -> Int64
  {
    guard end > start else { return Self.irregular }
    let sign = bytes[start] == UInt8(ascii: "-") ? 1 : 0
    let magnitude = magnitude(bytes, start &+ sign, end, isGrouped: isGrouped)
    // A negative zero is never written.
    guard magnitude >= Int64(sign) else { return Self.irregular }
    return (magnitude ^ (0 &- Int64(sign))) &+ Int64(sign)
  }

  /// The mantissa of a regular cell, else `irregular`; loads up to `reach` bytes before `start`.
  func read(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int64 {
    var first = start
    var last = end
    guard last &- first > affixLength else { return Self.irregular }
    var isNegative = false
    if UInt16(bytes[first]) == outerSign {
      isNegative = true
      first &+= 1
      if isClosed {
        last &-= 1
        guard bytes[last] == UInt8(ascii: ")") else { return Self.irregular }
      }
    }
    guard takeAffixes(bytes, &first, &last) else { return Self.irregular }
    if UInt16(bytes[first]) == innerSign {
      isNegative = true
      first &+= 1
    }
    let magnitude = magnitude(bytes, first, last, isGrouped: isGrouped)
    guard magnitude >= (isNegative ? 1 : 0) else { return Self.irregular }
    return isNegative ? 0 &- magnitude : magnitude
  }

  /// Moves `first` behind the prefix and `last` before the far suffix; false where they differ.
  private func takeAffixes(
    _ bytes: UnsafePointer<UInt8>, _ first: inout Int, _ last: inout Int
  ) -> Bool {
    guard last &- first > prefix.count &+ farSuffix.count else { return false }
    for place in prefix.indices where bytes[first &+ place] != prefix[place] { return false }
    first &+= prefix.count
    last &-= farSuffix.count
    for place in farSuffix.indices where bytes[last &+ place] != farSuffix[place] { return false }
    return true
  }

  /// The digits between `first` and `last` with the tail after them, negative where they misfit.
  @inline(__always)
  private func magnitude(
    _ bytes: UnsafePointer<UInt8>, _ first: Int, _ last: Int, isGrouped: Bool
  ) -> Int64 {
    var rest = last &- first &- tailLength
    guard rest > 0, rest <= longestWhole, !isGrouped || rest & 3 != 0,
      bytes[first] != UInt8(ascii: "0") || rest == 1
    else { return -1 }
    var end = last &- tailLength
    let word = whole.load(bytes, before: end, mask: DigitWord.mask(min(rest, 8)))
    var misfit = whole.misfit(word)
    var value = isGrouped ? DigitWord.twoGroups(word) : DigitWord.eightDigits(word)
    var power: UInt64 = 1
    while rest > 8 {
      rest &-= 8
      end &-= 8
      power &*= isGrouped ? 1_000_000 : 100_000_000
      let word = whole.load(bytes, before: end, mask: DigitWord.mask(min(rest, 8)))
      misfit |= whole.misfit(word)
      value &+= (isGrouped ? DigitWord.twoGroups(word) : DigitWord.eightDigits(word)) &* power
    }
    if tailLength > 0 {
      let word = tail.load(bytes, before: last, mask: tailMask)
      misfit |= tail.misfit(word)
      value = value &* unit &+ DigitWord.eightDigits(word &<< tailShift)
    }
    return misfit == 0 ? Int64(bitPattern: value) : -1
  }

  /// Reads a cell near the start of the text, from a copy that has room before it.
  @inline(never)
  func readCopy(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int64 {
    read(Array(UnsafeBufferPointer(start: bytes + start, count: end - start)))
  }

  /// Reads a cell that stands alone.
  func read(_ cell: [UInt8]) -> Int64 {
    let padded = [UInt8](repeating: 0, count: Self.reach) + cell
    return padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return Self.irregular }
      return read(base, Self.reach, buffer.count)
    }
  }
}
