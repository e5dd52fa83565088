import Numerals

/// The result of a calculation: the exact value, and how far a program that calculates with binary
/// numbers may be from it.
struct ComputedNumber {
  /// The exact value of what stands in the cells.
  var value: Rational
  /// How far a stored result may be off.
  var error: ErrorBound

  /// A whole number that binary numbers hold exactly.
  init(_ value: Int) {
    self.value = Rational(Int128(value))
    error = .none
  }

  /// A result.
  init(_ value: Rational, error: ErrorBound) {
    self.value = value
    self.error = error
  }

  /// What a cell stores; nil where it has too many digits.
  init?(_ stored: StoredNumber) {
    guard let decimal = stored.decimal else { return nil }
    value = Rational(decimal)
    error = stored.uncertainty
  }

  /// The size of the value.
  var size: ErrorBound { ErrorBound(ceiling: value) }

  /// True where a binary number holds exactly this value.
  var isExactInteger: Bool {
    error.isNone && value.denominator == 1 && value.numerator.magnitude <= ErrorBound.exactIntegers
  }

  /// The opposite.
  var negated: ComputedNumber? { value.negated.map { ComputedNumber($0, error: error) } }

  /// The sum, or nil where it has too many digits.
  func adding(_ other: ComputedNumber) -> ComputedNumber? {
    combined(with: other) {
      $0.adding($1)
    } error: { _, left, right in
      left.error + right.error + .vanishing * max(left.size, right.size)
    }
  }

  /// The difference, or nil where it has too many digits.
  func subtracting(_ other: ComputedNumber) -> ComputedNumber? {
    other.negated.flatMap { adding($0) }
  }

  /// The product, or nil where it has too many digits.
  func multiplied(by other: ComputedNumber) -> ComputedNumber? {
    combined(with: other) {
      $0.multiplied(by: $1)
    } error: { product, left, right in
      left.size * right.error + right.size * left.error + left.error * right.error
        + .binaryDigits * ErrorBound(ceiling: product)
    }
  }

  /// The quotient, or nil where `other` may be zero, or where it has too many digits.
  func divided(by other: ComputedNumber) -> ComputedNumber? {
    guard other.value != .zero, let inverse = Rational.one.divided(by: other.value),
      other.error * ErrorBound(ceiling: 2, power: 0) < other.size
    else { return nil }
    let steepness = ErrorBound(ceiling: inverse) * ErrorBound(ceiling: 2, power: 0)
    return combined(with: other) {
      $0.divided(by: $1)
    } error: { quotient, left, right in
      let size = ErrorBound(ceiling: quotient)
      return (left.error + size * right.error) * steepness + .binaryDigits * size
    }
  }

  /// Calculates exactly, with fewer digits where there are too many.
  private func combined(
    with other: ComputedNumber, _ operation: (Rational, Rational) -> Rational?,
    error: (Rational, ComputedNumber, ComputedNumber) -> ErrorBound
  ) -> ComputedNumber? {
    var (left, right) = (self, other)
    var result = operation(left.value, right.value)
    if result == nil {
      guard let shortLeft = left.shortened, let shortRight = right.shortened else { return nil }
      (left, right) = (shortLeft, shortRight)
      result = operation(left.value, right.value)
    }
    guard let result else { return nil }
    let exact = ComputedNumber(result, error: .none)
    if left.isExactInteger, right.isExactInteger, exact.isExactInteger { return exact }
    return ComputedNumber(result, error: error(result, left, right))
  }

  /// The same with 18 digits above and below the line.
  private var shortened: ComputedNumber? {
    var (above, below, power) = (value.numerator, value.denominator, 0)
    while above.magnitude >= 1_000_000_000_000_000_000 {
      above /= 10
      power += 1
    }
    while below >= 1_000_000_000_000_000_000 {
      below /= 10
      power -= 1
    }
    guard let short = Rational(above, over: below), let shift = PowersOfTen.power(abs(power)),
      let result = power < 0
        ? short.divided(by: Rational(shift)) : short.multiplied(by: Rational(shift))
    else { return nil }
    return ComputedNumber(result, error: error + size * .binaryDigits)
  }
}

extension Rational {
  /// One.
  static let one = Rational(1)
}

extension ComputedNumber {
  /// Rounds to `digits` decimals, or to tens and hundreds where they are below zero; where the
  /// value lies so near to a border that a program may round otherwise, the error says so.
  func rounded(_ digits: Int, _ way: (Rational, Int) -> ExactDecimal?) -> ComputedNumber? {
    guard (-30...30).contains(digits), let unit = PowersOfTen.power(abs(digits)) else { return nil }
    func round(_ value: Rational) -> Rational? {
      if digits >= 0 { return way(value, digits).map { Rational($0) } }
      return value.divided(by: Rational(unit)).flatMap { way($0, 0) }
        .flatMap { Rational($0).multiplied(by: Rational(unit)) }
    }
    guard let middle = round(value) else { return nil }
    var error = ErrorBound.none
    if !self.error.isNone {
      guard let width = self.error.rational,
        let low = value.subtracting(width).flatMap({ round($0) }),
        let high = value.adding(width).flatMap({ round($0) }),
        let span = high.subtracting(low)
      else { return nil }
      error = ErrorBound(ceiling: span)
    }
    let exact = ComputedNumber(middle, error: .none)
    if error.isNone, exact.isExactInteger { return exact }
    return ComputedNumber(middle, error: error + exact.size * .binaryDigits)
  }
}
