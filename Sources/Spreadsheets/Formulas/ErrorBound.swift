import Numerals

/// How far a calculation with binary numbers may be off; nine digits, always rounded upwards.
struct ErrorBound: Hashable {
  private var digits: UInt64
  private var power: Int

  /// Nothing.
  static let none = ErrorBound(ceiling: 0, power: 0)
  /// A bit more than half a unit of the last bit, as a part of a number: 2^-53.
  static let binaryDigits = ErrorBound(ceiling: 112, power: -18)
  /// Half a unit of the fifteenth digit, as a part of a number.
  static let fifteenDigits = ErrorBound(ceiling: 5, power: -15)
  /// What programs take for zero beside a number that it came from, as a part of that number.
  static let vanishing = ErrorBound(ceiling: 1, power: -15)
  /// The largest whole number up to which binary numbers hold all: 2^53.
  static let exactIntegers: UInt128 = 1 << 53

  /// `value × 10^power`.
  init(ceiling value: UInt128, power: Int) {
    var (value, power) = (value, power)
    while value >= 1_000_000_000 {
      value = value / 10 + (value % 10 == 0 ? 0 : 1)
      power += 1
    }
    while value > 0, value < 100_000_000 {
      value *= 10
      power -= 1
    }
    digits = UInt64(value)
    self.power = value == 0 ? 0 : power
  }

  /// The size of `value`.
  init(ceiling value: Rational) {
    var (above, below, power) = (value.numerator.magnitude, value.denominator.magnitude, 0)
    while below >= 1_000_000_000_000_000_000 {
      below /= 10
      power -= 1
    }
    while above > 0, above < 10_000_000_000_000_000_000_000_000_000_000_000_000 {
      above *= 10
      power -= 1
    }
    let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
    self.init(ceiling: quotient + (rest == 0 ? 0 : 1), power: power)
  }

  /// True where there is none.
  var isNone: Bool { digits == 0 }

  /// A number at least as large, or nil where it has more than 38 digits.
  var rational: Rational? {
    guard power < 0 else {
      return PowersOfTen.power(power).flatMap {
        Rational($0).multiplied(by: Rational(Int128(digits)))
      }
    }
    guard -power <= ExactDecimal.maximumScale else {
      return isNone ? .zero : Rational(1, over: PowersOfTen.power(29) ?? 1)
    }
    return Rational(ExactDecimal(mantissa: Int128(digits), scale: -power))
  }

  static func + (left: ErrorBound, right: ErrorBound) -> ErrorBound {
    guard !left.isNone else { return right }
    guard !right.isNone else { return left }
    let (large, small) = left.power >= right.power ? (left, right) : (right, left)
    // Behind 27 digits the smaller one only tips the last digit.
    let shift = min(large.power - small.power, 27)
    let factor = UInt128(PowersOfTen.power(shift) ?? 1)
    return ErrorBound(
      ceiling: UInt128(large.digits) * factor + UInt128(small.digits), power: large.power - shift)
  }

  static func * (left: ErrorBound, right: ErrorBound) -> ErrorBound {
    ErrorBound(
      ceiling: UInt128(left.digits) * UInt128(right.digits), power: left.power + right.power)
  }
}

extension ErrorBound: Comparable {
  static func < (left: ErrorBound, right: ErrorBound) -> Bool {
    guard !left.isNone, !right.isNone else { return left.isNone && !right.isNone }
    return left.power == right.power ? left.digits < right.digits : left.power < right.power
  }
}
