import Numerals
import Tabular

extension StatementDraft {
  /// What is wrong with a stated number, in the terms that tell a reader most.
  func fact(stated: Expression, expected: Expression) -> Fact {
    let isCell = Self.isCell(stated, plan)
    if case .aggregate(let number) = expected, plan.aggregates[number].function == .sum {
      return .sum(parts: partCount(of: expected))
    }
    if isCell, rule.kind == .ratio, case .arithmetic(.over, let part, let whole) = expected,
      let part = figure(part), let whole = figure(whole)
    {
      let isPercentage = Self.field(of: stated, plan)?.kind == .percent
      return .ratio(part: part, whole: whole, isPercentage: isPercentage)
    }
    let (left, right) = (calculation(of: stated), calculation(of: expected))
    if left != nil || right != nil { return .calculated(stated: left, expected: right) }
    if rule.kind == .count { return .counted(isStated: isCell) }
    if let here = Self.field(of: stated, plan), let there = Self.field(of: expected, plan),
      here.table != there.table
    {
      return .elsewhere(label: plan.tables[there.table].name)
    }
    return .number(formula: rule.definition.text, title: rule.definition.title)
  }

  /// What is wrong where a condition that is no equality does not hold.
  func fact(of condition: Condition) -> Fact {
    switch condition {
    case .not(.missing): return .required
    case .missing: return .superfluous
    case .comparison(let comparator, let left, let right):
      if shownNumber(left) != nil, let limit = figure(right) {
        return .limit(comparator, limit)
      }
    default: break
    }
    return .condition(text: rule.definition.text, title: rule.definition.title)
  }
}
