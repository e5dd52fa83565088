import Numerals
import Tabular

/// Turns the violations of statements into drafts: which cells take part, what was expected.
struct Drafting {
  /// The most parts of a sum that a finding names.
  static let partLimit = 64

  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader

  func drafts(
    of violations: [Violation], for rule: Int, missing: RuleDefinition.MissingMode
  ) throws(TabularError) -> [Draft] {
    let resolved = plan.rules[rule]
    guard case .statement(let components, let scope) = resolved.form else { return [] }
    var evaluator = evaluator
    evaluator.missing = missing
    let parts = try PartCells(plan: plan, evaluator: evaluator, reader: reader)
      .cells(of: violations, components: components, scope: scope)
    var drafts: [Draft] = []
    for violation in violations {
      let place: Place
      switch scope {
      case .record(let table):
        guard let found = try reader.find(record: violation.subject, of: table) else { continue }
        place = .record(table: table, batch: found.batch, row: found.row)
      case .group(let grouping):
        place = .group(grouping: grouping, group: UInt32(violation.subject))
      case .once: place = .once
      }
      let condition = failing(components[violation.component], at: place)
      drafts.append(
        StatementDraft(
          plan: plan, evaluator: evaluator, rule: resolved, place: place,
          parts: parts[violation.subject * components.count + violation.component] ?? []
        )
        .draft(of: condition))
    }
    return drafts
  }

  /// The part of a condition joined by `and` that fails.
  private func failing(_ condition: Condition, at place: Place) -> Condition {
    guard case .and(let left, let right) = condition else { return condition }
    if (try? evaluator.holds(left, at: place)) ?? true { return failing(right, at: place) }
    return failing(left, at: place)
  }
}

/// Finds the cells that the sums of failed statements add up, in one more pass over the records.
struct PartCells {
  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader

  /// The cells by `subject × number of components + component`.
  func cells(
    of violations: [Violation], components: [Condition], scope: ResolvedRule.Scope
  ) throws(TabularError) -> [Int: [Draft.CellReference]] {
    var wanted: [Int: [UInt32: [Int]]] = [:]
    for violation in violations {
      let key = violation.subject * components.count + violation.component
      for number in sums(in: components[violation.component]) {
        guard let place = try place(of: violation, scope),
          let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place)
        else { continue }
        wanted[number, default: [:]][group, default: []].append(key)
      }
    }
    var found: [Int: [Draft.CellReference]] = [:]
    for (number, groups) in wanted.sorted(by: { $0.key < $1.key }) {
      try collect(number, groups, into: &found)
    }
    return found
  }

  private func place(
    of violation: Violation, _ scope: ResolvedRule.Scope
  ) throws(TabularError) -> Place? {
    switch scope {
    case .once: return .once
    case .group(let grouping): return .group(grouping: grouping, group: UInt32(violation.subject))
    case .record(let table):
      guard let found = try reader.find(record: violation.subject, of: table) else { return nil }
      return .record(table: table, batch: found.batch, row: found.row)
    }
  }

  private func sums(in condition: Condition) -> [Int] {
    var numbers: [Int] = []
    condition.walk {
      guard case .aggregate(let number) = $0, plan.aggregates[number].field != nil else { return }
      switch plan.aggregates[number].function {
      case .sum, .mean: numbers.append(number)
      case .count, .distinct, .total, .min, .max: break
      }
    }
    return numbers
  }

  private func collect(
    _ number: Int, _ groups: [UInt32: [Int]], into found: inout [Int: [Draft.CellReference]]
  ) throws(TabularError) {
    let specification = plan.aggregates[number]
    guard let field = specification.field, let table = reader.table(specification.table) else {
      return
    }
    let pass = BatchPass(plan: plan)
    var evaluator = evaluator
    for position in 0..<table.batches.count {
      let batch = try table.batches.batch(at: position)
      let numbered = evaluator.groupings.number(batch, of: specification.table)
      let work = BatchPass.Work(
        table: specification.table, batch: batch, groups: numbered,
        vectors: VectorEvaluator(
          plan: plan, batch: batch, aggregates: nil, table: specification.table))
      let rows = pass.members(of: number, work, evaluator)
      for row in 0..<batch.count {
        if let rows, rows[row] != MaskNode.yes { continue }
        let group = numbered.group(of: specification.grouping, row: row)
        for key in groups[group] ?? [] where found[key, default: []].count < Drafting.partLimit {
          found[key, default: []].append(
            Draft.CellReference(
              role: .part, table: specification.table, record: batch.firstRecord + row,
              field: field.position))
        }
      }
    }
  }
}
