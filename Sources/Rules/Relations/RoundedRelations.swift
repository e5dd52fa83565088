import Numerals
public import Tabular

extension RuleEvaluation {
  /// The most records of a table whose rounded figures are looked at together, and the most places
  /// of one statement.
  private static let recordLimit = 20_000
  private static let placeLimit = 20_000

  /// Adds all relations, failing or not, that rules make of rounded figures in tables of ordinary
  /// size.
  ///
  /// Throws where a stored batch can't be read again.
  public func addRounded(to system: inout RelationSystem) throws(TabularError) {
    var subjects: [[[Int]]] = []
    for (rule, resolved) in plan.rules.enumerated() {
      subjects.append(roundedSubjects(of: resolved, number: rule))
    }
    try add(subjects, to: &system)
  }

  private func roundedSubjects(of resolved: ResolvedRule, number: Int) -> [[Int]] {
    switch resolved.form {
    case .statement(let components, let scope):
      return components.map { condition in
        guard condition.comparesNumbers, hasRounded(condition) else { return [] }
        switch scope {
        case .once: return [0]
        case .group(let grouping):
          let count = evaluator.groupings.groupCount(of: grouping)
          return count <= Self.placeLimit ? Array(0..<count) : []
        case .record(let table):
          let count = evaluator.reader.table(table)?.recordCount ?? 0
          return count <= Self.placeLimit ? Array(1..<(count + 1)) : []
        }
      }
    case .agreement(let agreement):
      let pairs = facts.pairs[resolved.definition.id] ?? []
      return agreement.fields.map { field in
        field.here.kind.isExact || pairs.count > Self.placeLimit ? [] : pairs.map(\.here)
      }
    case .rollup(let rollup):
      let wholes = Set(facts.wholes[resolved.definition.id] ?? []).subtracting([0])
      return rollup.fields.map { field in
        field.kind.isExact || wholes.count > Self.placeLimit ? [] : wholes.map(Int.init).sorted()
      }
    default: return []
    }
  }

  /// True where a condition reads a rounded field, all of its tables being of ordinary size and its
  /// sums being of fields.
  private func hasRounded(_ condition: Condition) -> Bool {
    var found = false
    var isSmall = true
    var isLinear = true
    func note(_ field: FieldReference) {
      if field.kind.isNumeric, !field.kind.isExact { found = true }
      let count = evaluator.reader.table(field.table)?.recordCount ?? 0
      if count > Self.recordLimit { isSmall = false }
    }
    condition.walk { expression in
      switch expression {
      case .field(let field), .previous(let field, _): note(field)
      case .lookup(let number): note(plan.lookups[number].field)
      case .aggregate(let number):
        let aggregate = plan.aggregates[number]
        if let field = aggregate.field { note(field) }
        // What calculated parts add up to is kept without the room that their printing leaves.
        if aggregate.field == nil, aggregate.argument != nil { isLinear = false }
      default: break
      }
    }
    return found && isSmall && isLinear
  }
}

extension Condition {
  /// True where it says that two numbers agree.
  fileprivate var comparesNumbers: Bool {
    conjuncts.contains { part in
      guard case .comparison(.agrees, let left, let right) = part else { return false }
      for side in [left, right] { if case .band = side { return false } }
      return true
    }
  }
}
