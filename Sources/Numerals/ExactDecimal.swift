/// An exact decimal number: an integer mantissa and a decimal scale.
///
/// The value is `mantissa × 10^-scale`. The scale is kept as written: `100` and `100,00` are equal
/// in value and differ in scale, because they were printed with different precision. A scale below
/// zero says that the last digits are no digits at all: 5,2 million is 52 of scale -5.
public struct ExactDecimal: Sendable {
  /// The digits as one signed integer.
  public let mantissa: Int128
  /// The number of digits after the decimal mark, -38 to 38.
  public let scale: Int

  /// The largest scale a value may have; `10^38` still fits `Int128`.
  public static let maximumScale = 38

  /// Makes the value `mantissa × 10^-scale`; the scale must lie in -38 to 38, and the value of a
  /// negative scale must fit 128 bits when it is written out.
  public init(mantissa: Int128, scale: Int = 0) {
    precondition(scale <= Self.maximumScale, "scale out of range")
    if scale < 0 { precondition(Self.fits(mantissa, scale: scale), "value out of range") }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Zero with no decimals.
  public static let zero = ExactDecimal(mantissa: 0)

  /// True where `mantissa × 10^-scale` is a value: the scale in range, and for a negative one the
  /// value within 128 bits.
  public static func fits(_ mantissa: Int128, scale: Int) -> Bool {
    guard scale < 0 else { return scale <= maximumScale }
    guard scale >= -maximumScale, let power = PowersOfTen.power(-scale) else { return false }
    return !mantissa.multipliedReportingOverflow(by: power).overflow
  }

  /// The same value at another scale, or nil where digits would be lost or overflow.
  public func rescaled(to newScale: Int) -> ExactDecimal? {
    guard newScale != scale else { return self }
    guard (-Self.maximumScale...Self.maximumScale).contains(newScale) else { return nil }
    if newScale > scale {
      guard let factor = PowersOfTen.power(newScale - scale) else { return nil }
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
      return overflow ? nil : ExactDecimal(mantissa: product, scale: newScale)
    }
    guard let factor = PowersOfTen.power(scale - newScale) else { return nil }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: factor)
    return remainder == 0 ? ExactDecimal(mantissa: quotient, scale: newScale) : nil
  }

  /// The sum at the larger of the two scales, or nil on overflow of 128 bits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let left = rescaled(to: common), let right = other.rescaled(to: common) else {
      return nil
    }
    let (sum, overflow) = left.mantissa.addingReportingOverflow(right.mantissa)
    return overflow || !Self.fits(sum, scale: common)
      ? nil : ExactDecimal(mantissa: sum, scale: common)
  }

  /// The value with the opposite sign, or nil for the one mantissa that has none.
  public var negated: ExactDecimal? {
    mantissa == .min ? nil : ExactDecimal(mantissa: -mantissa, scale: scale)
  }

  /// The difference at the larger of the two scales, or nil on overflow of 128 bits.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    other.negated.flatMap { adding($0) }
  }

  /// The same value without trailing zeros after the decimal mark, and with all digits before it.
  public var reduced: ExactDecimal {
    guard scale >= 0 else { return rescaled(to: 0) ?? self }
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return ExactDecimal(mantissa: mantissa, scale: scale)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The canonical spelling: `-` for negatives, a point as the decimal mark, no grouping, and as
  /// many decimals as the scale says.
  public var description: String {
    if scale < 0 { return reduced.description }
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

extension ExactDecimal: Comparable {
  /// Compares values, not scales: `1.0 == 1.00`.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    Rational(left) == Rational(right)
  }

  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    Rational(left) < Rational(right)
  }
}

extension ExactDecimal: Hashable {
  /// Hashes the value, so that `1.0` and `1.00` hash alike.
  public func hash(into hasher: inout Hasher) {
    let reduced = reduced
    hasher.combine(reduced.mantissa)
    hasher.combine(reduced.scale)
  }
}
