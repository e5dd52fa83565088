/// The closed range of values that a statement leaves open.
///
/// A printed `29,25 %` stands for every value that rounds to it: [29.245 %, 29.255 %]. Both ends
/// belong to the interval, so that either way of rounding a half is accepted.
public struct Interval: Sendable, Equatable {
  /// The smallest value.
  public let lower: Rational
  /// The largest value.
  public let upper: Rational

  /// One value exactly.
  public init(exactly value: Rational) {
    lower = value
    upper = value
  }

  /// The range between two values, in either order.
  public init(_ one: Rational, _ other: Rational) {
    lower = min(one, other)
    upper = max(one, other)
  }

  /// What a printed numeral stands for: half a unit of its last digit to either side.
  ///
  /// Nil on overflow.
  public init?(printed value: ExactDecimal) {
    guard let half = Rational.halfUnit(ofScale: value.scale),
      let lower = Rational(value).subtracting(half),
      let upper = Rational(value).adding(half)
    else { return nil }
    self.lower = lower
    self.upper = upper
  }

  /// True where the interval is one value.
  public var isExact: Bool { lower == upper }

  /// True where the two have a value in common.
  public func meets(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// True where `value` lies inside, ends included.
  public func contains(_ value: Rational) -> Bool { lower <= value && value <= upper }

  /// The interval sum, or nil on overflow.
  public func adding(_ other: Interval) -> Interval? {
    guard let lower = lower.adding(other.lower), let upper = upper.adding(other.upper) else {
      return nil
    }
    return Interval(lower, upper)
  }

  /// The interval with the opposite sign, or nil on overflow.
  public var negated: Interval? {
    guard let low = upper.negated, let high = lower.negated else { return nil }
    return Interval(low, high)
  }

  /// The interval product, or nil on overflow.
  public func multiplied(by other: Interval) -> Interval? {
    var corners: [Rational] = []
    for one in [lower, upper] {
      for another in [other.lower, other.upper] {
        guard let product = one.multiplied(by: another) else { return nil }
        corners.append(product)
      }
    }
    return Self.hull(corners)
  }

  /// The interval quotient, or nil where `other` contains zero or on overflow.
  public func divided(by other: Interval) -> Interval? {
    guard !other.contains(.zero),
      let low = Rational(1).divided(by: other.upper),
      let high = Rational(1).divided(by: other.lower)
    else { return nil }
    return multiplied(by: Interval(low, high))
  }

  private static func hull(_ values: [Rational]) -> Interval? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return Interval(low, high)
  }
}
