import Numerals

/// How a stored number relates to what a formula gives.
enum Agreement {
  /// They are the same, as far as binary numbers can tell.
  case equal
  /// The stored number is the other rounded to the decimals that it has.
  case rounded
  /// They differ.
  case different

  /// Compares a stored number with a result.
  init(_ stored: StoredNumber, with result: ComputedNumber) {
    guard let decimal = stored.decimal,
      let distance = Rational(decimal).subtracting(result.value)?.magnitude
    else {
      self = .equal
      return
    }
    let size = ErrorBound(ceiling: distance)
    if distance == .zero || size <= result.error + stored.uncertainty + .vanishing * result.size {
      self =
        result.isExactInteger && distance != .zero && stored.uncertainty.isNone
        ? .different : .equal
      return
    }
    // A program that rounds what it stores keeps at least two decimals of a small number.
    let isFine = decimal.scale >= 2 || decimal.mantissa.magnitude >= 1_000 && decimal.scale == 0
    let half = PowersOfTen.power(decimal.scale).flatMap { Rational(1, over: 2 * $0) }
    if isFine, let half, distance <= half {
      self = .rounded
      return
    }
    self = .different
  }
}

extension ComputedNumber {
  /// This less another, as a decimal; nil where it has too many digits.
  func difference(from other: ComputedNumber) -> ExactDecimal? {
    guard let left = decimal, let right = other.decimal else { return nil }
    return left.subtracting(right)?.reduced
  }
}
