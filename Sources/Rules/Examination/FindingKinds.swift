import Tabular

/// What sort of finding a rule makes, judged by its form.
enum FindingKinds {
  static func kind(of form: ResolvedRule.Form, in plan: Plan) -> Finding.Kind {
    switch form {
    case .rollup: .rollup
    case .agreement: .agreement
    case .members: .members
    case .unique: .unique
    case .complete: .complete
    case .series: .series
    case .statement(let conditions, let scope): kind(of: conditions, scope: scope, in: plan)
    }
  }

  private static func kind(
    of conditions: [Condition], scope: ResolvedRule.Scope, in plan: Plan
  ) -> Finding.Kind {
    guard let condition = conditions.first else { return .domain }
    if case .member = condition { return .reference }
    var traits = Traits(plan: plan)
    condition.walk { traits.note($0) }
    if traits.hasBand { return .category }
    if traits.hasWords { return .spelled }
    guard case .comparison(let comparator, let left, let right) = condition,
      comparator == .agrees || comparator == .same
    else { return .domain }
    if traits.hasPrevious { return .series }
    if isQuotient(left) || isQuotient(right) { return .ratio }
    if traits.hasCount { return .count }
    if traits.hasLookup { return .agreement }
    if traits.hasAggregate { return .total }
    return traits.hasArithmetic ? .arithmetic : .domain
  }

  private struct Traits {
    let plan: Plan
    var hasBand = false
    var hasWords = false
    var hasPrevious = false
    var hasLookup = false
    var hasCount = false
    var hasAggregate = false
    var hasArithmetic = false

    init(plan: Plan) { self.plan = plan }

    mutating func note(_ expression: Expression) {
      switch expression {
      case .band: hasBand = true
      case .words: hasWords = true
      case .previous: hasPrevious = true
      case .lookup: hasLookup = true
      case .arithmetic: hasArithmetic = true
      case .aggregate(let number):
        let function = plan.aggregates[number].function
        if function == .count || function == .distinct { hasCount = true }
        hasAggregate = true
      default: break
      }
    }
  }

  private static func isQuotient(_ expression: Expression) -> Bool {
    if case .arithmetic(.over, _, _) = expression { true } else { false }
  }

  /// The first table that a rule without `in` speaks of.
  static func firstTable(of form: ResolvedRule.Form, in plan: Plan) -> Int {
    switch form {
    case .rollup(let rollup): return rollup.table
    case .agreement(let agreement): return agreement.table
    case .members(let left, _): return left.field.table
    case .unique(let key, _): return plan.keys[key].table
    case .complete(let complete): return plan.groupings[complete.by].table
    case .series(let field, _): return field.table
    case .statement(let conditions, _):
      var found: Int?
      for condition in conditions {
        condition.walk {
          switch $0 {
          case .aggregate(let number): found = found ?? plan.aggregates[number].table
          case .lookup(let number): found = found ?? plan.lookups[number].table
          default: break
          }
        }
      }
      return found ?? 0
    }
  }
}
