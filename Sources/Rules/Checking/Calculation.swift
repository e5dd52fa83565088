import Numerals
import Tabular

/// A calculation with the numbers that were put into it, as a reader would write it down.
struct Calculation {
  enum Piece {
    case number(Figure)
    case mark(String)
  }

  /// The most numbers that a sentence can hold.
  static let numberLimit = 4

  private(set) var pieces: [Piece] = []

  /// How many numbers it has.
  var count: Int {
    pieces.count {
      if case .number = $0 { true } else { false }
    }
  }

  mutating func add(_ piece: Piece) { pieces.append(piece) }

  /// Numbers that are added up; nil where a sentence can't hold them.
  init?(sum parts: [Figure]) {
    guard (2...Self.numberLimit).contains(parts.count) else { return nil }
    for part in parts {
      if !pieces.isEmpty { add(.mark(" + ")) }
      add(.number(part))
    }
  }

  init() {}

  func written(in language: Words.Language) -> String {
    pieces.map { piece in
      switch piece {
      case .number(let figure):
        let text = figure.written(in: language)
        return figure.value.mantissa < 0 ? "(\(text))" : text
      case .mark(let mark): return mark
      }
    }.joined()
  }
}

extension StatementDraft {
  /// `expression` with its numbers, in the units in which they are printed; nil where it is no
  /// calculation or has more numbers than a sentence can hold.
  func calculation(of expression: Expression) -> Calculation? {
    var calculation = Calculation()
    guard write(expression, within: 0, to: &calculation),
      (2...Calculation.numberLimit).contains(calculation.count)
    else { return nil }
    return calculation
  }

  /// `strength` is that of the sign around it: 1 for sums, 2 for products, one more at the right of
  /// `-` and `/`.
  private func write(
    _ expression: Expression, within strength: Int, to calculation: inout Calculation
  ) -> Bool {
    switch expression {
    case .conditional(let condition, let first, let second):
      guard let holds = try? evaluator.holds(condition, at: place) else { return false }
      return write(holds ? first : second, within: strength, to: &calculation)
    case .arithmetic(let sign, let left, let right):
      let own = sign == .plus || sign == .minus ? 1 : 2
      let isEnclosed = own < strength
      if isEnclosed { calculation.add(.mark("(")) }
      guard write(left, within: own, to: &calculation) else { return false }
      calculation.add(.mark(" \(sign.rawValue) "))
      let isOneSided = sign == .minus || sign == .over
      guard write(right, within: isOneSided ? own + 1 : own, to: &calculation) else { return false }
      if isEnclosed { calculation.add(.mark(")")) }
      return true
    default:
      guard let figure = figure(expression) else { return false }
      calculation.add(.number(figure))
      return true
    }
  }

  /// The number that an expression gives, in the unit of its field and with its decimals; nil where
  /// it is text or has no end.
  func shownNumber(_ expression: Expression) -> ExactDecimal? {
    guard case .number(let quantity)? = try? evaluator.value(expression, at: place) else {
      return nil
    }
    let shift = unitField(of: expression)?.scaleShift ?? 0
    guard let factor = PowersOfTen.power(shift),
      let value = quantity.center.multiplied(by: Rational(factor))?.exactDecimal?.reduced
    else { return nil }
    let scale = printedScale(of: expression) ?? 0
    if scale < 0 { return value.rescaled(to: scale) ?? value }
    return value.rescaled(to: max(value.scale, scale)) ?? value
  }

  /// The number that an expression gives with the unit that it is told in.
  func figure(_ expression: Expression) -> Figure? {
    shownNumber(expression).map { Figure(value: $0, magnitude: magnitude(of: expression)) }
  }

  /// The field in whose unit an expression is told.
  private func unitField(of expression: Expression) -> FieldReference? {
    if case .aggregate(let number) = expression {
      switch plan.aggregates[number].function {
      case .count, .distinct: return nil
      default: return plan.aggregates[number].field
      }
    }
    return Self.field(of: expression, plan) ?? percentage(in: expression)
  }
}
