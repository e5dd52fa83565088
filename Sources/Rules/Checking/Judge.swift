import Numerals
import Tabular

/// What a statement came to at one place.
enum Judgement {
  case holds
  case fails
  case gap(Gap)
}

/// How a stated number relates to what was expected, where `=` compares them.
enum Agreement: Equatable {
  /// The very same.
  case exact
  /// Within what was printed.
  case rounding
  /// Within what was printed, but hardly ever by chance.
  case implausible
  /// No true values could have been printed so.
  case impossible
}

/// Judges statements with their tolerance and the verdicts on rounding.
struct Judge {
  let evaluator: Evaluator
  let tolerance: Tolerance?

  func judgement(of condition: Condition, at place: Place) -> Judgement {
    do throws(Gap) {
      if case .comparison(.agrees, let left, let right) = condition,
        case .number(let one) = try evaluator.value(left, at: place),
        case .number(let other) = try evaluator.value(right, at: place)
      {
        let agreement = try agreement(one, other)
        return agreement == .exact || agreement == .rounding ? .holds : .fails
      }
      return try evaluator.holds(condition, at: place) ? .holds : .fails
    } catch {
      if error == .noBand { return .fails }
      return .gap(error)
    }
  }

  /// Judges two numbers that should agree.
  func agreement(_ left: Quantity, _ right: Quantity) throws(Gap) -> Agreement {
    try left.agreement(with: right, tolerance: tolerance)
  }
}

extension Quantity {
  /// How it relates to what it should agree with.
  ///
  /// Beyond three standard deviations of the rounding error of all printed values the two agree
  /// only if nearly all were rounded to the same side. The rounding error of a value printed with
  /// half-width h is uniform with variance h²/3, so that 9·variance = 3·Σh².
  func agreement(with right: Quantity, tolerance: Tolerance?) throws(Gap) -> Agreement {
    guard let difference = center.subtracting(right.center)?.magnitude else { throw .overflow }
    if difference == .zero { return .exact }
    if let tolerance {
      let room: Rational
      switch tolerance {
      case .absolute(let value): room = value
      case .relative(let share):
        guard let size = right.center.magnitude?.multiplied(by: share) else { throw .overflow }
        room = size
      }
      return difference <= room ? .rounding : .impossible
    }
    guard interval.meets(right.interval) else { return .impossible }
    guard let one = squares, let other = right.squares, let sum = one.adding(other),
      let bound = sum.multiplied(by: Rational(3)),
      let square = difference.multiplied(by: difference)
    else { return .rounding }
    return square > bound ? .implausible : .rounding
  }
}

extension Tally {
  mutating func note(_ judgement: Judgement, component: Int, subject: Int, isRecord: Bool) {
    switch judgement {
    case .holds: hold()
    case .gap(let gap): self.gap(gap, subject: subject)
    case .fails:
      fail(component: component, subject: subject)
      if isRecord { flagged.insert(subject) }
    }
  }
}
