/// A plan that writes one run of digits between two texts, as `#,##0.00`, `0%` or the sections of
/// accounting formats, worked out so that it can be written fast.
struct DigitPattern: Hashable {
  /// What stands before the digits, without blanks at its beginning.
  private var prefix: [UInt8] = []
  /// What stands behind the digits, without blanks at its end.
  private var suffix: [UInt8] = []
  /// The fewest digits before the decimal mark.
  private var leastWholes = 0
  /// The decimals.
  private let decimals: Int
  private let isGrouped: Bool
  private let power: Int

  /// Nil where the plan is another.
  init?(_ plan: NumberPlan) {
    guard plan.wholes > 0, plan.decimals <= 15, plan.wholes <= 15, !plan.isScientific else {
      return nil
    }
    decimals = plan.decimals
    isGrouped = plan.isGrouped
    power = plan.power
    var isBehind = false
    var isBetween = false
    for item in plan.items {
      switch item {
      case .literal(let text):
        if isBetween { isBehind = true }
        if isBehind { suffix += Array(text.utf8) } else { prefix += Array(text.utf8) }
        continue
      case .whole(.zero): leastWholes += 1
      case .whole(.hash): if leastWholes > 0 { return nil }
      case .point: if plan.decimals == 0 { continue }
      case .decimal(.zero): break
      default: return nil
      }
      if isBehind { return nil }
      isBetween = true
    }
    while prefix.first == 0x20 { prefix.removeFirst() }
    while suffix.last == 0x20 { suffix.removeLast() }
  }

  /// What the writing of a number came to.
  enum Outcome {
    case exact, rounded
    /// It is beyond 64 bits, and nothing was written.
    case tooLarge
  }

  /// Writes a number at the end of `text`, the sign only where `isSigned`.
  @inline(__always)
  func write(_ number: SheetNumber, isSigned: Bool, to text: inout [UInt8]) -> Outcome {
    var digits = number.mantissa
    var isRounded = false
    let shift = number.exponent &+ power &+ decimals
    if shift > 0, digits != 0 {
      guard shift < 19 else { return .tooLarge }
      let (product, overflow) = digits.multipliedReportingOverflow(by: DecimalPower.of(shift))
      guard !overflow else { return .tooLarge }
      digits = product
    } else if shift < 0 {
      if shift < -18 {
        isRounded = digits != 0
        digits = 0
      } else {
        let divisor = DecimalPower.of(-shift)
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
        isRounded = rest != 0
        digits = quotient &+ (rest >= divisor &- rest ? 1 : 0)
      }
    }
    if isSigned, number.isNegative, digits != 0 { text.append(UInt8(ascii: "-")) }
    if !prefix.isEmpty { text.append(contentsOf: prefix) }
    writeDigits(digits, to: &text)
    if !suffix.isEmpty { text.append(contentsOf: suffix) }
    return isRounded ? .rounded : .exact
  }

  /// Writes digits from the last to the first into a buffer that holds 20 of them, 15 zeros more,
  /// their marks, and then behind the text.
  @inline(__always)
  private func writeDigits(_ digits: UInt64, to text: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      var at = 64
      var rest = digits
      func put(_ byte: UInt8) {
        at &-= 1
        buffer[at] = byte
      }
      for _ in 0..<decimals {
        put(UInt8(truncatingIfNeeded: rest % 10) &+ 0x30)
        rest /= 10
      }
      if decimals > 0 { put(UInt8(ascii: ",")) }
      var wholes = 0
      while rest != 0 || wholes < leastWholes {
        if isGrouped, wholes != 0, wholes % 3 == 0 { put(UInt8(ascii: ".")) }
        put(UInt8(truncatingIfNeeded: rest % 10) &+ 0x30)
        rest /= 10
        wholes &+= 1
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[at..<64]))
    }
  }
}

extension DigitPattern {
  /// Digits with a decimal comma and nothing beside them.
  private init(decimals: Int) {
    self.decimals = decimals
    leastWholes = 1
    isGrouped = false
    power = 0
  }

  private static let bare = (0...18).map(DigitPattern.init(decimals:))

  /// All digits of a number, where its decimals are at most 18 and end in none that is 0.
  static func spelled(_ number: SheetNumber) -> String? {
    guard number.exponent <= 0, number.exponent >= -18,
      number.exponent == 0 || number.mantissa % 10 != 0
    else { return nil }
    var text: [UInt8] = []
    _ = bare[-number.exponent].write(number, isSigned: true, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes a number as `General` shows it, where that is neither scientific nor beyond 64 bits.
  static func writeGeneral(_ number: SheetNumber, to text: inout [UInt8]) -> Outcome {
    guard number.exponent < 0 else {
      return number.exponent == 0 ? bare[0].write(number, isSigned: true, to: &text) : .tooLarge
    }
    var digits = 1
    while digits < 17, number.mantissa >= DecimalPower.of(digits) { digits &+= 1 }
    let point = digits &+ number.exponent
    guard point > -4 else { return .tooLarge }
    var shown = point > 0 ? max(10 &- point, 0) : 9
    guard -number.exponent > shown else {
      return bare[-number.exponent].write(number, isSigned: true, to: &text)
    }
    let divisor = DecimalPower.of(-number.exponent - shown)
    let (floor, rest) = number.mantissa.quotientAndRemainder(dividingBy: divisor)
    var quotient = floor &+ (rest >= divisor &- rest ? 1 : 0)
    while shown > 0, quotient % 10 == 0 {
      quotient /= 10
      shown &-= 1
    }
    let rounded = SheetNumber(
      isNegative: number.isNegative, mantissa: quotient, exponent: -shown)
    _ = bare[shown].write(rounded, isSigned: true, to: &text)
    return .rounded
  }
}
