import Numerals

extension Examination {
  /// Reads `500`, `0.01` or `1%`; nil where no tolerance was given.
  func tolerance(of definition: RuleDefinition) throws(RuleProblem) -> Tolerance? {
    guard let text = definition.tolerance else { return nil }
    let bad = RuleProblem(
      .badTolerance(text), in: text, at: 0..<text.count, rule: definition.id)
    var digits = text.filter { !$0.isWhitespace }
    let isRelative = digits.hasSuffix("%")
    if isRelative { digits.removeLast() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let mantissa = Int128(parts.joined()), parts.last.map({ $0.count <= 18 }) ?? false
    else { throw bad }
    let scale = (parts.count == 2 ? parts[1].count : 0) + (isRelative ? 2 : 0)
    let value = Rational(ExactDecimal(mantissa: mantissa, scale: scale))
    return isRelative ? .relative(value) : .absolute(value)
  }
}
