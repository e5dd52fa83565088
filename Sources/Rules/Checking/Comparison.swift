import Numerals
import Tabular

/// A stated and an expected number that disagree, in the terms in which they were printed.
struct Comparison {
  var stated: Quantity
  var expected: Quantity
  /// The field that the stated number stands in; nil where it is calculated itself.
  var field: FieldReference?
  /// The decimals that the stated number was printed with; nil to take the fewest that tell it.
  var scale: Int?
  var agreement: Agreement

  init(
    stated: Quantity, expected: Quantity, field: FieldReference?, scale: Int? = nil,
    agreement: Agreement
  ) {
    self.stated = stated
    self.expected = expected
    self.field = field
    self.scale = scale
    self.agreement = agreement
  }

  /// A draft of the finding, its numbers in the unit of the field.
  func draft(
    about cell: Draft.CellReference?, others: [Draft.CellReference] = [], kind: Finding.Kind,
    rule: ResolvedRule, fact: Fact, table: Int? = nil, key: [String] = []
  ) -> Draft {
    let numbers = self.numbers
    var draft = Draft(
      kind: kind, severity: severity(of: rule), verdict: verdict(numbers),
      stated: numbers.stated, expected: numbers.expected, expectedInterval: numbers.interval,
      cells: (cell.map { [$0] } ?? []) + others, table: table ?? cell?.table ?? rule.table,
      key: key, fact: fact)
    if let cell, cell.table == rule.table { draft.record = cell.record }
    return draft
  }

  /// What is only improbable is not called an error.
  private func severity(of rule: ResolvedRule) -> Severity {
    agreement == .implausible ? min(rule.definition.severity, .warning) : rule.definition.severity
  }

  private func verdict(
    _ numbers: (
      stated: ExactDecimal?, expected: ExactDecimal?, interval: (ExactDecimal, ExactDecimal)?
    )
  ) -> Finding.Verdict {
    if agreement == .implausible { return .implausible }
    guard field != nil, !self.stated.interval.isExact, let stated = numbers.stated,
      let expected = numbers.expected, stated != expected,
      let scaled = inPrintedUnit(self.expected.center),
      scaled.truncated(toScale: stated.scale).map({ $0 == stated }) ?? false
    else { return .impossible }
    return .truncated
  }

  /// A value in the unit in which the field is printed.
  private func inPrintedUnit(_ value: Rational) -> Rational? {
    guard let shift = field?.scaleShift, shift > 0, let factor = PowersOfTen.power(shift) else {
      return value
    }
    return value.multiplied(by: Rational(factor))
  }

  private var numbers:
    (stated: ExactDecimal?, expected: ExactDecimal?, interval: (ExactDecimal, ExactDecimal)?)
  {
    guard let stated = inPrintedUnit(stated.center), let expected = inPrintedUnit(expected.center)
    else { return (nil, nil, nil) }
    let exact = stated.exactDecimal?.reduced
    let scale = printedScale ?? exact?.scale ?? 2
    let written =
      exact.flatMap { $0.rescaled(to: scale) ?? $0.rescaled(to: max(scale, $0.scale)) }
      ?? stated.rounded(toScale: scale)
    if isExact, let exact = expected.exactDecimal?.reduced,
      (scale + 1...scale + 4).contains(exact.scale)
    {
      return (written, exact, (exact, exact))
    }
    guard let rounded = expected.rounded(toScale: scale) else { return (written, nil, nil) }
    return (written, finer(rounded, expected, than: written), interval(around: rounded))
  }

  /// An expected value that rounds to the stated one is told with more decimals, as their
  /// difference would vanish otherwise.
  private func finer(
    _ rounded: ExactDecimal, _ exact: Rational, than stated: ExactDecimal?
  ) -> ExactDecimal {
    guard let stated, rounded == stated else { return rounded }
    for scale in (rounded.scale + 1)...(rounded.scale + 4) where scale <= 38 {
      if let more = exact.rounded(toScale: scale), more != stated { return more }
    }
    return rounded
  }

  /// The decimals of the stated number: half a unit is the half-width of its interval.
  private var printedScale: Int? {
    if let scale { return scale }
    guard !stated.interval.isExact, stated.printedCount == 1,
      let width = stated.interval.upper.subtracting(stated.interval.lower)?.exactDecimal?.reduced
    else { return nil }
    if width.scale == 0,
      let power = (1...12).first(where: { PowersOfTen.power($0) == width.mantissa })
    {
      return -power
    }
    return max(0, width.scale - (field?.scaleShift ?? 0))
  }

  /// True where neither number stands for a range: what is expected isn't rounded then.
  private var isExact: Bool { stated.interval.isExact && expected.interval.isExact }

  private func interval(around rounded: ExactDecimal) -> (ExactDecimal, ExactDecimal)? {
    if isExact { return (rounded, rounded) }
    guard let printed = Interval(printed: rounded),
      let low = inPrintedUnit(expected.interval.lower),
      let high = inPrintedUnit(expected.interval.upper)
    else { return nil }
    let ends = expected.interval.isExact ? printed : Interval(low, high)
    let scale = min(ExactDecimal.maximumScale, rounded.scale + 1)
    guard let lower = ends.lower.rounded(toScale: scale),
      let upper = ends.upper.rounded(toScale: scale)
    else { return nil }
    return (lower, upper)
  }
}
