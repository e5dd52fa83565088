import Numerals

/// The four operations on quantities.
enum Arithmetic {
  static func apply(
    _ sign: Syntax.Operator, _ left: Quantity, _ right: Quantity
  ) throws(Gap) -> Quantity {
    switch sign {
    case .plus: return try sum(left, right)
    case .minus:
      guard let center = right.center.negated, let interval = right.interval.negated else {
        throw .overflow
      }
      return try sum(
        left,
        Quantity(
          center: center, interval: interval, squares: right.squares,
          printedCount: right.printedCount))
    case .times: return try product(left, right)
    case .over: return try quotient(left, right)
    }
  }

  private static func sum(_ left: Quantity, _ right: Quantity) throws(Gap) -> Quantity {
    guard let center = left.center.adding(right.center),
      let interval = left.interval.adding(right.interval)
    else { throw .overflow }
    var squares: Rational?
    if let one = left.squares, let other = right.squares { squares = one.adding(other) }
    return Quantity(
      center: center, interval: interval, squares: squares,
      printedCount: left.printedCount + right.printedCount)
  }

  private static func product(_ left: Quantity, _ right: Quantity) throws(Gap) -> Quantity {
    guard let center = left.center.multiplied(by: right.center),
      let interval = left.interval.multiplied(by: right.interval)
    else { throw .overflow }
    return Quantity(
      center: center, interval: interval, squares: squares(left, right),
      printedCount: left.printedCount + right.printedCount)
  }

  /// The squares of a product stay known where one factor is exact.
  private static func squares(_ left: Quantity, _ right: Quantity) -> Rational? {
    if left.printedCount == 0 {
      return left.center.multiplied(by: left.center)
        .flatMap { factor in right.squares.flatMap { $0.multiplied(by: factor) } }
    }
    if right.printedCount == 0 { return squares(right, left) }
    return nil
  }

  private static func quotient(_ left: Quantity, _ right: Quantity) throws(Gap) -> Quantity {
    guard right.center != .zero else { throw .divisionByZero }
    guard !right.interval.contains(.zero) else { throw .divisionByZero }
    guard let center = left.center.divided(by: right.center),
      let interval = left.interval.divided(by: right.interval)
    else { throw .overflow }
    var squares: Rational?
    if right.printedCount == 0, let factor = Rational(1).divided(by: right.center),
      let square = factor.multiplied(by: factor)
    {
      squares = left.squares.flatMap { $0.multiplied(by: square) }
    }
    return Quantity(
      center: center, interval: interval, squares: squares,
      printedCount: left.printedCount + right.printedCount)
  }
}
