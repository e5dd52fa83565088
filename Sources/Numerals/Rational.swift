/// An exact fraction with a positive denominator, in 128 bits a side.
///
/// Arithmetic returns nil on overflow and never wraps; comparison is always exact, because it
/// falls back to the full 256-bit product.
public struct Rational: Sendable {
  /// The signed numerator.
  public let numerator: Int128
  /// The denominator, always above zero.
  public let denominator: Int128

  /// The integer `value`.
  public init(_ value: Int128) {
    numerator = value
    denominator = 1
  }

  /// The value of a decimal.
  public init(_ decimal: ExactDecimal) {
    let decimal = decimal.scale < 0 ? decimal.reduced : decimal
    numerator = decimal.mantissa
    denominator = PowersOfTen.power(decimal.scale) ?? 1
  }

  /// `numerator / denominator` in lowest terms, or nil for a zero denominator or on overflow.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }

  /// Zero.
  public static let zero = Rational(0)

  /// The sum, or nil on overflow.
  public func adding(_ other: Rational) -> Rational? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow { return nil }
      return denominator == 1 ? Rational(sum) : Rational(sum, over: denominator)
    }
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let below = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !left.overflow, !right.overflow, !below.overflow else { return nil }
    let (sum, overflow) = left.partialValue.addingReportingOverflow(right.partialValue)
    return overflow ? nil : Rational(sum, over: below.partialValue)
  }

  /// The difference, or nil on overflow.
  public func subtracting(_ other: Rational) -> Rational? {
    other.negated.flatMap { adding($0) }
  }

  /// The opposite, or nil for the one numerator that has none.
  public var negated: Rational? {
    numerator == .min ? nil : Rational(-numerator, over: denominator)
  }

  /// The absolute value, or nil for the one numerator that has none.
  public var magnitude: Rational? { numerator < 0 ? negated : self }

  /// The product, or nil on overflow.
  public func multiplied(by other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
      return overflow ? nil : Rational(product)
    }
    guard let crossed = Rational(numerator, over: other.denominator),
      let other = Rational(other.numerator, over: denominator)
    else { return nil }
    let above = crossed.numerator.multipliedReportingOverflow(by: other.numerator)
    let below = crossed.denominator.multipliedReportingOverflow(by: other.denominator)
    guard !above.overflow, !below.overflow else { return nil }
    return Rational(above.partialValue, over: below.partialValue)
  }

  /// The quotient, or nil where `other` is zero or on overflow.
  public func divided(by other: Rational) -> Rational? {
    Rational(other.denominator, over: other.numerator).flatMap { multiplied(by: $0) }
  }

  /// Half a unit of the last digit of numbers printed with `scale` decimals, or nil on overflow.
  public static func halfUnit(ofScale scale: Int) -> Rational? {
    if scale < 0 { return PowersOfTen.power(-scale).flatMap { Rational($0, over: 2) } }
    return PowersOfTen.power(scale).flatMap { Rational(1, over: $0)?.divided(by: Rational(2)) }
  }

  /// The decimal of `scale` digits nearest to the value, halves away from zero, or nil on overflow.
  public func rounded(toScale scale: Int) -> ExactDecimal? {
    guard let truncated = truncated(toScale: scale) else { return nil }
    guard let rest = subtracting(Rational(truncated))?.magnitude,
      let half = Self.halfUnit(ofScale: scale)
    else { return nil }
    guard rest >= half else { return truncated }
    let away: Int128 = numerator < 0 ? -1 : 1
    guard ExactDecimal.fits(away, scale: scale) else { return nil }
    return truncated.adding(ExactDecimal(mantissa: away, scale: scale))
  }

  /// The decimal of `scale` digits next to the value towards zero, or nil on overflow.
  public func truncated(toScale scale: Int) -> ExactDecimal? {
    guard let power = PowersOfTen.power(abs(scale)),
      let scaled = scale < 0 ? divided(by: Rational(power)) : multiplied(by: Rational(power))
    else { return nil }
    return ExactDecimal(mantissa: scaled.numerator / scaled.denominator, scale: scale)
  }

  /// The exact decimal, or nil where the fraction does not end within 38 decimals.
  public var exactDecimal: ExactDecimal? {
    for scale in 0...ExactDecimal.maximumScale {
      guard let power = PowersOfTen.power(scale) else { return nil }
      guard power % denominator == 0 else { continue }
      let (product, overflow) = numerator.multipliedReportingOverflow(by: power / denominator)
      return overflow ? nil : ExactDecimal(mantissa: product, scale: scale)
    }
    return nil
  }
}

extension Rational: Comparable {
  /// Equality of value.
  public static func == (left: Rational, right: Rational) -> Bool {
    !(left < right) && !(right < left)
  }

  /// Order of value, exact for all operands.
  public static func < (left: Rational, right: Rational) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return a.high == b.high ? a.low < b.low : a.high < b.high
  }
}
