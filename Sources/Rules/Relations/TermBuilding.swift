import Numerals

/// The calculations of terms: what stays linear is kept so.
extension Term {
  static func adding(
    _ left: Term, _ right: Term, times factor: Rational, in system: RelationSystem
  ) -> Term? {
    guard case .linear(let one) = left, case .linear(let other) = right else {
      guard factor != Rational(1) else { return .sum(left, right) }
      return scaled(right, by: factor, in: system).map { .sum(left, $0) }
    }
    guard let constant = other.constant.multiplied(by: factor).flatMap(one.constant.adding),
      let parts = other.parts(times: factor), let more = other.slack(times: factor),
      let width = one.slack.adding(more.width), let squares = one.slackSquares.adding(more.squares)
    else { return nil }
    return LinearTerm(
      (one.parts(times: Rational(1)) ?? []) + parts, constant: constant, slack: (width, squares),
      in: system
    ).map(Term.linear)
  }

  static func scaled(_ term: Term, by factor: Rational, in system: RelationSystem) -> Term? {
    guard case .linear(let linear) = term else {
      return .product(.constant(factor), term)
    }
    guard let constant = linear.constant.multiplied(by: factor),
      let parts = linear.parts(times: factor), let slack = linear.slack(times: factor)
    else { return nil }
    return LinearTerm(parts, constant: constant, slack: slack, in: system).map(Term.linear)
  }

  static func multiplying(_ left: Term, _ right: Term, in system: RelationSystem) -> Term? {
    if let factor = left.fixed { return scaled(right, by: factor, in: system) }
    if let factor = right.fixed { return scaled(left, by: factor, in: system) }
    return .product(left, right)
  }

  static func dividing(_ left: Term, _ right: Term, in system: RelationSystem) -> Term? {
    guard let divisor = right.fixed else { return .quotient(left, right) }
    return Rational(1).divided(by: divisor).flatMap { scaled(left, by: $0, in: system) }
  }

  /// The value of a term without cells, where it is exact.
  var fixed: Rational? {
    if case .linear(let term) = self, term.cells.isEmpty, term.slack == .zero {
      term.constant
    } else {
      nil
    }
  }
}

extension LinearTerm {
  /// The slack with a factor, and its square; nil on overflow.
  fileprivate func slack(times factor: Rational) -> (width: Rational, squares: Rational)? {
    guard slack != .zero else { return (.zero, .zero) }
    guard let width = slack.multiplied(by: factor)?.magnitude,
      let square = factor.multiplied(by: factor), let squares = slackSquares.multiplied(by: square)
    else { return nil }
    return (width, squares)
  }

  /// The cells with their factors multiplied; nil on overflow.
  fileprivate func parts(times factor: Rational) -> [(cell: Int, factor: Rational)]? {
    var parts: [(cell: Int, factor: Rational)] = []
    for (cell, own) in zip(cells, factors) {
      guard let product = own.multiplied(by: factor) else { return nil }
      parts.append((cell, product))
    }
    return parts
  }
}
