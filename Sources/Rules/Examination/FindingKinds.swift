import Tabular

/// What sort of finding a rule makes, judged by its form.
enum FindingKinds {
  static func kind(of form: ResolvedRule.Form, in plan: Plan) -> Finding.Kind {
    switch form {
    case .rollup: .rollup
    case .agreement: .agreement
    case .members: .members
    case .names: .reference
    case .unique: .unique
    case .complete: .complete
    case .series, .monotone: .series
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

  /// The tables that a rule speaks of.
  static func tables(of rule: ResolvedRule, in plan: Plan) -> Set<Int> {
    var tables = Set(tables(of: rule.form, in: plan))
    for condition in [rule.when, rule.condition].compactMap({ $0 }) {
      tables.formUnion(self.tables(in: condition, plan))
    }
    return tables
  }

  private static func tables(of form: ResolvedRule.Form, in plan: Plan) -> [Int] {
    switch form {
    case .rollup(let rollup): [rollup.table]
    case .agreement(let agreement): [agreement.table, agreement.other]
    case .members(let left, let right, _): [left.field.table, right.field.table]
    case .names(let field, _): [field.table]
    case .unique(let key, _): [plan.keys[key].table]
    case .complete(let complete): [plan.groupings[complete.by].table]
    case .series(let field, _): [field.table]
    case .monotone(let monotone):
      [monotone.table] + tables(in: .missing(monotone.expression), plan)
    case .statement(let conditions, _): conditions.flatMap { tables(in: $0, plan) }
    }
  }

  private static func tables(in condition: Condition, _ plan: Plan) -> [Int] {
    var found: [Int] = []
    condition.walk {
      switch $0 {
      case .field(let field), .previous(let field, _): found.append(field.table)
      case .aggregate(let number): found.append(plan.aggregates[number].table)
      case .lookup(let number): found.append(plan.lookups[number].table)
      default: break
      }
    }
    return found
  }

  /// The first table that a rule without `in` speaks of.
  static func firstTable(of form: ResolvedRule.Form, in plan: Plan) -> Int {
    tables(of: form, in: plan).first ?? 0
  }
}
