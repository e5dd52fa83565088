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
    let isNegative = isSigned && number.isNegative && digits != 0
    guard prefix.isEmpty else {
      if isNegative { text.append(UInt8(ascii: "-")) }
      text.append(contentsOf: prefix)
      writeDigits(digits, isNegative: false, to: &text)
      if !suffix.isEmpty { text.append(contentsOf: suffix) }
      return isRounded ? .rounded : .exact
    }
    writeDigits(digits, isNegative: isNegative, to: &text)
    if !suffix.isEmpty { text.append(contentsOf: suffix) }
    return isRounded ? .rounded : .exact
  }

  @inline(__always)
  private func writeDigits(_ digits: UInt64, isNegative: Bool, to text: inout [UInt8]) {
    Self.write(
      digits, decimals: decimals, leastWholes: leastWholes, isGrouped: isGrouped,
      isNegative: isNegative, to: &text)
  }

  /// Writes digits from the last to the first into a buffer that holds 20 of them, 18 zeros more,
  /// their marks and a sign, and then behind the text.
  private static func write(
    _ digits: UInt64, decimals: Int, leastWholes: Int, isGrouped: Bool, isNegative: Bool,
    to text: inout [UInt8]
  ) {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { return }
      var at = start + 64
      var rest = digits
      func put(_ byte: UInt8) {
        at -= 1
        at.storeBytes(of: byte, as: UInt8.self)
      }
      func putDigit() {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(UInt8(truncatingIfNeeded: digit) &+ 0x30)
        rest = quotient
      }
      for _ in 0..<decimals { putDigit() }
      if decimals > 0 { put(UInt8(ascii: ",")) }
      var wholes = 0
      while rest != 0 || wholes < leastWholes {
        if isGrouped, wholes != 0, wholes % 3 == 0 { put(UInt8(ascii: ".")) }
        putDigit()
        wholes &+= 1
      }
      if isNegative { put(UInt8(ascii: "-")) }
      text.append(
        contentsOf: UnsafeRawBufferPointer(start: at, count: start + 64 - at))
    }
  }
}

extension DigitPattern {
  /// Writes a number with a decimal comma and nothing beside it; its exponent is -18 to 0.
  @inline(__always)
  private static func writeBare(_ number: SheetNumber, to text: inout [UInt8]) {
    write(
      number.mantissa, decimals: 0 &- number.exponent, leastWholes: 1, isGrouped: false,
      isNegative: number.isNegative && number.mantissa != 0, to: &text)
  }

  /// Writes all digits of a number, where its decimals are at most 18 and end in none that is 0;
  /// false where they don't.
  static func spell(_ number: SheetNumber, to text: inout [UInt8]) -> Bool {
    guard number.exponent <= 0, number.exponent >= -18,
      number.exponent == 0 || number.mantissa % 10 != 0
    else { return false }
    writeBare(number, to: &text)
    return true
  }

  /// Writes a number as `General` shows it, where that is neither scientific nor beyond 64 bits.
  static func writeGeneral(_ number: SheetNumber, to text: inout [UInt8]) -> Outcome {
    guard number.exponent < 0 else {
      guard number.exponent == 0 else { return .tooLarge }
      writeBare(number, to: &text)
      return .exact
    }
    var digits = 1
    while digits < 17, number.mantissa >= DecimalPower.of(digits) { digits &+= 1 }
    let point = digits &+ number.exponent
    guard point > -4 else { return .tooLarge }
    var shown = point > 0 ? max(10 &- point, 0) : 9
    guard -number.exponent > shown else {
      writeBare(number, to: &text)
      return .exact
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
    writeBare(rounded, to: &text)
    return .rounded
  }
}
