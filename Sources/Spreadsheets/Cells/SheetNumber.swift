/// A number as a workbook stores it: `mantissa × 10^exponent`, in the digits that mean something.
///
/// Spreadsheet programs calculate in binary and show at most 15 significant digits, so that
/// `0.34699999999999998` means 0.347. Whole numbers that a binary number holds exactly keep all
/// their digits: a code of 16 digits is never cut.
struct SheetNumber: Hashable {
  var isNegative: Bool
  /// The digits as one number, without zeros at the end where they stand behind the point; at most
  /// 2^53.
  var mantissa: UInt64
  /// The power of ten, from -400 to 400.
  var exponent: Int

  static let zero = SheetNumber(isNegative: false, mantissa: 0, exponent: 0)

  /// The significant digits that a spreadsheet program shows.
  static let significant = 15
  /// Up to here a binary number of 64 bits holds every whole number.
  private static let exactWhole: UInt64 = 1 << 53

  var isZero: Bool { mantissa == 0 }

  init(isNegative: Bool, mantissa: UInt64, exponent: Int) {
    self.isNegative = isNegative
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Reads digits with a point, as `-12.5` or `1E-3`; nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let digits = WrittenDigits(text) else { return nil }
    self.init(isNegative: digits.isNegative, mantissa: digits.mantissa, exponent: digits.exponent)
    normalise(count: digits.count)
    guard (-400...400).contains(exponent) else { return nil }
  }

  init?(_ text: String) {
    var text = text
    let number: SheetNumber? = text.withUTF8 { SheetNumber($0) }
    guard let number else { return nil }
    self = number
  }

  /// All digits that the binary number needs to be told from its neighbours, up to 17; nil where
  /// the text is no number.
  ///
  /// Binary numbers are decoded here only to spell them; nothing is calculated with them.
  static func unrounded(_ text: String) -> SheetNumber? {
    guard let double = Double(text), double.isFinite else { return nil }
    var shortest = "\(double)"
    let digits: WrittenDigits? = shortest.withUTF8 { WrittenDigits($0) }
    guard let digits else { return nil }
    var number = SheetNumber(
      isNegative: digits.isNegative, mantissa: digits.mantissa, exponent: digits.exponent)
    while number.exponent < 0, number.mantissa % 10 == 0 {
      guard number.mantissa != 0 else { return .zero }
      number.mantissa /= 10
      number.exponent += 1
    }
    return number
  }

  /// Rounds to what is shown, half away from zero, and drops zeros behind the point.
  private mutating func normalise(count: Int) {
    guard mantissa != 0 else {
      self = .zero
      return
    }
    var count = count
    while exponent < 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
      count -= 1
    }
    guard count > Self.significant, exponent != 0 || mantissa > Self.exactWhole else { return }
    let divisor = DecimalPower.of(count - Self.significant)
    let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: divisor)
    mantissa = quotient + (rest >= divisor - rest ? 1 : 0)
    exponent += count - Self.significant
    while exponent < 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
  }

  /// The digits, most significant first.
  var digits: [UInt8] { mantissa == 0 ? [] : String(mantissa).utf8.map { $0 &- 0x30 } }

  /// True where this is less than the other number.
  func isLess(than other: SheetNumber) -> Bool {
    let (left, right) = (isNegative && !isZero, other.isNegative && !other.isZero)
    if left != right { return left }
    let order = compareMagnitude(with: other)
    return left ? order > 0 : order < 0
  }

  /// Below 0 where the magnitude is smaller, above 0 where it is larger.
  private func compareMagnitude(with other: SheetNumber) -> Int {
    if isZero || other.isZero { return (isZero ? 0 : 1) - (other.isZero ? 0 : 1) }
    let (own, others) = (digits, other.digits)
    let points = (own.count + exponent, others.count + other.exponent)
    if points.0 != points.1 { return points.0 - points.1 }
    for place in 0..<max(own.count, others.count) {
      let left = place < own.count ? own[place] : 0
      let right = place < others.count ? others[place] : 0
      if left != right { return Int(left) - Int(right) }
    }
    return 0
  }
}

/// The digits of a number as written: up to 19 of them, and the power of ten behind.
private struct WrittenDigits {
  var isNegative = false
  var mantissa: UInt64 = 0
  var exponent = 0
  /// The digits of the mantissa.
  var count = 0

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
      isNegative = text[at] == UInt8(ascii: "-")
      at &+= 1
    }
    var isFraction = false
    var hasDigits = false
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 0x30 <= 9 {
        hasDigits = true
        take(UInt64(byte &- 0x30), isFraction: isFraction)
      } else {
        break
      }
      at &+= 1
    }
    guard hasDigits else { return nil }
    guard at < text.count else { return }
    guard text[at] | 0x20 == UInt8(ascii: "e"),
      let power = Int(String(decoding: text[(at + 1)...], as: UTF8.self)), abs(power) < 10_000
    else { return nil }
    exponent += power
  }

  @inline(__always)
  private mutating func take(_ digit: UInt64, isFraction: Bool) {
    if count == 19 {
      if !isFraction { exponent &+= 1 }
      return
    }
    mantissa = mantissa &* 10 &+ digit
    if mantissa != 0 { count &+= 1 }
    if isFraction { exponent &-= 1 }
  }
}

/// Powers of ten that fit 64 bits.
enum DecimalPower {
  private static let all: InlineArray<20, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10 to the given power, 0 to 19.
  static func of(_ power: Int) -> UInt64 { all[power] }
}
