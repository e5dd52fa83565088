public import Numerals

/// A number as rules judge it: the most likely value and everything else it may stand for.
public struct Quantity: Sendable {
  /// The value as written or calculated.
  public var center: Rational
  /// What it may stand for.
  public var interval: Interval
  /// The sum of the squared half-widths of all printed values in it, each with its coefficient,
  /// which is three times the variance of its rounding error; nil where it is not a linear
  /// combination.
  public var squares: Rational?
  /// How many printed values are in it.
  public var printedCount: Int

  /// An exact value.
  init(exactly value: Rational) {
    center = value
    interval = Interval(exactly: value)
    squares = .zero
    printedCount = 0
  }

  init(center: Rational, interval: Interval, squares: Rational?, printedCount: Int) {
    self.center = center
    self.interval = interval
    self.squares = squares
    self.printedCount = printedCount
  }

  /// A value printed with `value.scale` decimals.
  init?(printed value: ExactDecimal) {
    guard let interval = Interval(printed: value),
      let half = interval.upper.subtracting(Rational(value)),
      let square = half.multiplied(by: half)
    else { return nil }
    self.init(center: Rational(value), interval: interval, squares: square, printedCount: 1)
  }
}

extension Quantity {
  /// `value`, which is its centre, as if printed with the precision that the interval leaves, where
  /// it ends there.
  func printed(_ value: ExactDecimal) -> ExactDecimal {
    guard let width = interval.upper.subtracting(interval.lower), width > .zero else {
      return value
    }
    let powers = (0...ExactDecimal.maximumScale).reversed()
    let power = powers.first { PowersOfTen.power($0).map { Rational($0) <= width } ?? false }
    return power.flatMap { value.rescaled(to: -$0) } ?? value
  }
}

/// Why something could not be calculated.
enum Gap: Error, Sendable, Hashable {
  case missing(FieldReference)
  case malformed(FieldReference)
  case divisionByZero
  case overflow
  /// A look-up that no record fulfils.
  case noRecord(table: Int)
  /// A look-up that several records with different values fulfil.
  case manyRecords(table: Int)
  /// A group in which no record takes part.
  case emptyGroup
  /// A part of an aggregate has no value.
  case missingPart
  /// A part of an aggregate holds something that can't be read.
  case malformedPart
  /// Nothing stands so many places before.
  case noPrevious
  /// A value in no band.
  case noBand
  /// A key that no record of the other table has.
  case unpaired
  /// A key that several records have, so that pairing would be a guess.
  case ambiguousPair
  /// A record whose place in the order of its group is not clear.
  case unclearOrder
  /// A series that is too long to find out which of its values are wrong.
  case longSeries
  /// A record whose code belongs to another level than its own.
  case foreignCode
}

/// What an expression gives for one record, group or run.
enum Value: Sendable {
  case number(Quantity)
  case text(String)
}
