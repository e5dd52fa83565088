import Numerals
import Tabular

/// Rules that say the same, exclude each other, never fire or hold whatever the data are.
struct Conflicts {
  typealias Written = (rule: RuleSyntax, when: Syntax?, definition: RuleDefinition)

  let catalog: RuleCatalog
  let plan: Plan

  func problems(of item: Written, among earlier: ArraySlice<Written>) -> [RuleProblem] {
    var found: [RuleProblem] = []
    func report(_ reason: RuleProblem.Reason, in text: String) {
      found.append(
        RuleProblem(reason, in: text, at: 0..<text.count, rule: item.definition.id))
    }
    for other in earlier
    where other.definition.table == item.definition.table && other.when == item.when {
      if other.rule == item.rule {
        guard Self.judgeAlike(item.definition, other.definition) else { continue }
        report(.repeats(rule: other.definition.id), in: item.definition.text)
      } else if item.when == nil, contradict(item.rule, other.rule) {
        report(.contradicts(rule: other.definition.id), in: item.definition.text)
      }
    }
    if let when = item.when, let text = item.definition.when,
      isImpossible(when, on: item.definition.table)
    {
      report(.neverFires, in: text)
    }
    if case .condition(let condition) = item.rule.statement {
      if case .comparison(.agrees, let left, let right) = condition.form, left == right {
        report(.alwaysHolds, in: item.definition.text)
      } else if isImpossible(condition, on: item.definition.table) {
        report(.neverFires, in: item.definition.text)
      }
    }
    return found
  }

  /// True where two rules of the same statement judge it by the same measure.
  private static func judgeAlike(_ one: RuleDefinition, _ other: RuleDefinition) -> Bool {
    one.missing == other.missing && one.tolerance == other.tolerance
      && one.nearMiss == other.nearMiss
  }

  /// True where two rules bound the same expression in ways that exclude each other.
  private func contradict(_ one: RuleSyntax, _ other: RuleSyntax) -> Bool {
    guard case .condition(let left) = one.statement, case .condition(let right) = other.statement,
      one.by == other.by, one.condition == other.condition
    else { return false }
    let bounds = Self.bounds(in: left) + Self.bounds(in: right)
    return exclude(bounds)
  }

  /// True where no record can fulfil a condition: its bounds exclude each other, or it asks for a
  /// value that the field's declaration does not allow.
  private func isImpossible(_ condition: Syntax, on table: String?) -> Bool {
    if case .or(let left, let right) = condition.form {
      return isImpossible(left, on: table) && isImpossible(right, on: table)
    }
    return exclude(Self.bounds(in: condition)) || asksForUndeclared(condition, on: table)
  }

  private func asksForUndeclared(_ condition: Syntax, on table: String?) -> Bool {
    switch condition.form {
    case .and(let left, let right):
      return asksForUndeclared(left, on: table) || asksForUndeclared(right, on: table)
    case .comparison(.agrees, let left, let right), .comparison(.same, let left, let right):
      guard case .name(let name) = left.form, case .text(let wanted) = right.form, let table,
        let field = catalog.tables[table]?.schema[name]
      else { return false }
      let values = field.constraints.values
      return !values.isEmpty && !values.contains(wanted)
    default: return false
    }
  }

  // MARK: bounds

  private struct Bound {
    var subject: Syntax
    var comparator: Syntax.Comparator
    var value: ExactDecimal?
    var text: String?
  }

  private static func bounds(in condition: Syntax) -> [Bound] {
    switch condition.form {
    case .and(let left, let right): return bounds(in: left) + bounds(in: right)
    case .between(let subject, let lower, let upper):
      return [
        Bound(subject: subject, comparator: .greaterOrEqual, value: constant(lower)),
        Bound(subject: subject, comparator: .lessOrEqual, value: constant(upper)),
      ].filter { $0.value != nil }
    case .comparison(let comparator, let subject, let right):
      if case .text(let text) = right.form {
        return [Bound(subject: subject, comparator: comparator, value: nil, text: text)]
      }
      return constant(right).map {
        [Bound(subject: subject, comparator: comparator, value: $0)]
      } ?? []
    default: return []
    }
  }

  private static func constant(_ syntax: Syntax) -> ExactDecimal? {
    switch syntax.form {
    case .number(let digits), .percentage(let digits):
      let parts = digits.split(separator: ".")
      guard let mantissa = Int128(parts.joined()) else { return nil }
      let decimals = parts.count > 1 ? parts[1].count : 0
      guard decimals <= 30 else { return nil }
      if case .percentage = syntax.form {
        return ExactDecimal(mantissa: mantissa, scale: decimals + 2)
      }
      return ExactDecimal(mantissa: mantissa, scale: decimals)
    case .negated(let inner): return constant(inner)?.negated
    default: return nil
    }
  }

  private func exclude(_ bounds: [Bound]) -> Bool {
    for (position, one) in bounds.enumerated() {
      for other in bounds[..<position] where one.subject == other.subject {
        if Self.exclude(one, other) || Self.exclude(other, one) { return true }
      }
    }
    return false
  }

  private static func exclude(_ one: Bound, _ other: Bound) -> Bool {
    if let left = one.text, let right = other.text {
      let bothEqual = one.comparator == .agrees && other.comparator == .agrees
      return bothEqual && left != right
        || one.comparator == .agrees && other.comparator == .differs && left == right
    }
    guard let left = one.value, let right = other.value else { return false }
    switch (one.comparator, other.comparator) {
    case (.agrees, .agrees), (.same, .same), (.agrees, .same): return left != right
    case (.agrees, .less), (.same, .less), (.greaterOrEqual, .less), (.greater, .less),
      (.greater, .lessOrEqual):
      return left >= right
    case (.agrees, .lessOrEqual), (.same, .lessOrEqual), (.greaterOrEqual, .lessOrEqual):
      return left > right
    case (.agrees, .greater), (.same, .greater): return left <= right
    case (.agrees, .greaterOrEqual), (.same, .greaterOrEqual): return left < right
    default: return false
    }
  }
}
