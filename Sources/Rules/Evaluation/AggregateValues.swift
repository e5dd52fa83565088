import Numerals
import Tabular

/// What aggregates come to, once all batches have passed.
extension AggregateStates {
  /// The value of aggregate `number` for a group, under a mode for missing parts.
  func value(
    of number: Int, group: UInt32, missing mode: RuleDefinition.MissingMode
  ) throws(Gap) -> Quantity {
    let specification = plan.aggregates[number]
    let state = states[number]
    let isExact = specification.field?.kind.isExact ?? true
    let shift = specification.field?.scaleShift ?? 0
    switch specification.function {
    case .count, .distinct:
      return Quantity(exactly: Rational(Int128(state.present[group])))
    case .total, .min, .max:
      guard let chosen = state.chosen else { throw .emptyGroup }
      let value = try chosen.chosen(of: group).value
      return try Self.quantity(
        value, isExact: isExact && !chosen.isRounded(group), shift: shift)
    case .sum:
      try Self.demandParts(state, group, mode)
      return try Self.sum(state.sums, group, shift: shift)
    case .mean:
      try Self.demandParts(state, group, mode)
      let sum = try Self.sum(state.sums, group, shift: shift)
      let divisor = Int128(
        state.present[group] + (mode.countsMissingAsZero ? state.absent[group] : 0))
      guard divisor > 0 else { throw .emptyGroup }
      return try Self.divide(sum, by: divisor)
    }
  }

  /// Throws where the mode doesn't allow for the parts that are missing.
  ///
  /// What was written and can't be read is not missing: no mode makes a number of it.
  static func demandParts(
    _ state: State, _ group: UInt32, _ mode: RuleDefinition.MissingMode
  ) throws(Gap) {
    if state.malformed[group] > 0 { throw .malformedPart }
    let (present, absent) = (state.present[group], state.absent[group])
    switch mode {
    case .nonNull, .alwaysNull, .partialNull:
      if absent > 0 { throw .missingPart }
      if present == 0 { throw .emptyGroup }
    case .partialZero:
      if present == 0 { throw .emptyGroup }
    case .nonZero:
      if present - (state.zeros?[group] ?? 0) == 0 { throw .emptyGroup }
    case .alwaysZero: break
    }
  }

  static func sum(
    _ sums: SumState, _ group: UInt32, shift: Int
  ) throws(Gap) -> Quantity {
    guard let sum = sums.sum(of: group), sum.scale + shift <= ExactDecimal.maximumScale else {
      throw .overflow
    }
    let center = Rational(ExactDecimal(mantissa: sum.mantissa, scale: sum.scale + shift))
    guard !sums.isExact else { return Quantity(exactly: center) }
    var (width, squares, count) = (Rational.zero, Rational.zero, 0)
    for printed in sums.printedCounts(of: group) {
      guard let half = Rational.halfUnit(ofScale: printed.scale + shift),
        let halves = half.multiplied(by: Rational(Int128(printed.count))),
        let square = half.multiplied(by: halves),
        let wider = width.adding(halves), let more = squares.adding(square)
      else { throw .overflow }
      (width, squares, count) = (wider, more, count + printed.count)
    }
    guard let low = center.subtracting(width), let high = center.adding(width) else {
      throw .overflow
    }
    return Quantity(
      center: center, interval: Interval(low, high), squares: squares, printedCount: count)
  }

  private static func divide(_ value: Quantity, by divisor: Int128) throws(Gap) -> Quantity {
    let factor = Rational(divisor)
    guard let center = value.center.divided(by: factor),
      let low = value.interval.lower.divided(by: factor),
      let high = value.interval.upper.divided(by: factor)
    else { throw .overflow }
    return Quantity(
      center: center, interval: Interval(low, high), squares: nil,
      printedCount: value.printedCount)
  }

  /// A written value as a quantity; `shift` is 2 for percentages.
  static func quantity(_ value: ExactDecimal, isExact: Bool, shift: Int) throws(Gap) -> Quantity {
    guard value.scale + shift <= ExactDecimal.maximumScale else { throw .overflow }
    let shifted = ExactDecimal(mantissa: value.mantissa, scale: value.scale + shift)
    if isExact { return Quantity(exactly: Rational(shifted)) }
    guard let quantity = Quantity(printed: shifted) else { throw .overflow }
    return quantity
  }
}

extension RuleDefinition.MissingMode {
  /// True where a missing part is taken as zero.
  var countsMissingAsZero: Bool {
    switch self {
    case .nonZero, .partialZero, .alwaysZero: true
    case .nonNull, .partialNull, .alwaysNull: false
    }
  }
}
