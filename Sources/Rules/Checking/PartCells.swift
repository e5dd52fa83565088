import Tabular

/// The cells that the sums of failed statements add up.
///
/// They are found for all rules in one more pass over the records of each table concerned, of which
/// only the groups that failed are looked at.
struct PartCells {
  private struct Owner: Hashable {
    var rule: Int
    var component: Int
    var subject: Int
  }

  /// What is wanted of one aggregate: for each group that failed, by whom.
  private struct Wanted {
    var owners: [UInt32: [Owner]] = [:]
    /// True for the groups in `owners`, by number.
    var isWanted: [Bool] = []

    mutating func add(_ owner: Owner, group: UInt32) {
      owners[group, default: []].append(owner)
      let missing = Int(group) + 1 - isWanted.count
      if missing > 0 { isWanted.append(contentsOf: repeatElement(false, count: missing)) }
      isWanted[Int(group)] = true
    }
  }

  private let plan: Plan
  private let reader: RecordReader
  private var found: [Owner: [Draft.CellReference]] = [:]

  /// Finds the cells for the violations of every rule, by the rule's number.
  init(
    of violations: [[Violation]], plan: Plan, evaluator: Evaluator, reader: RecordReader,
    pass: BatchPass
  ) throws(TabularError) {
    self.plan = plan
    self.reader = reader
    var wanted = [Int: Wanted]()
    for (rule, own) in violations.enumerated() {
      try want(own, of: rule, evaluator, &wanted)
    }
    for table in plan.tables.indices {
      let numbers = wanted.keys.filter { plan.aggregates[$0].table == table }.sorted()
      if !numbers.isEmpty { try collect(numbers, wanted, of: table, evaluator, pass) }
    }
  }

  /// The cells of one violation, at most as many as a finding names.
  func cells(of violation: Violation, rule: Int) -> [Draft.CellReference] {
    found[Owner(rule: rule, component: violation.component, subject: violation.subject)] ?? []
  }

  private func want(
    _ violations: [Violation], of rule: Int, _ evaluator: Evaluator, _ wanted: inout [Int: Wanted]
  ) throws(TabularError) {
    guard case .statement(let components, let scope) = plan.rules[rule].form else { return }
    let sums = components.map { self.sums(in: $0) }
    for violation in violations where !sums[violation.component].isEmpty {
      guard let place = try place(of: violation, scope) else { continue }
      let owner = Owner(rule: rule, component: violation.component, subject: violation.subject)
      for number in sums[violation.component] {
        guard let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place)
        else { continue }
        wanted[number, default: Wanted()].add(owner, group: group)
      }
    }
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

  private mutating func collect(
    _ numbers: [Int], _ wanted: [Int: Wanted], of table: Int, _ evaluator: Evaluator,
    _ pass: BatchPass
  ) throws(TabularError) {
    guard let source = reader.table(table) else { return }
    var groupings = evaluator.groupings
    let needed = Set(numbers.map { plan.aggregates[$0].grouping })
    for position in 0..<source.batches.count {
      let batch = try source.batches.batch(at: position)
      let work = BatchPass.Work(
        table: table, batch: batch, groups: groupings.number(batch, of: table, for: needed),
        vectors: VectorEvaluator(plan: plan, batch: batch, aggregates: nil, table: table))
      for number in numbers {
        guard let wanted = wanted[number] else { continue }
        note(number, wanted, work, pass, evaluator)
      }
    }
  }

  private mutating func note(
    _ number: Int, _ wanted: Wanted, _ work: BatchPass.Work, _ pass: BatchPass,
    _ evaluator: Evaluator
  ) {
    let specification = plan.aggregates[number]
    guard let field = specification.field else { return }
    let groups = work.groups.groups(of: specification.grouping)
    var members: [UInt8]??
    for row in 0..<work.batch.count {
      let group = groups.map { $0[row] } ?? 0
      guard group < wanted.isWanted.count, wanted.isWanted[Int(group)] else { continue }
      let taking = members ?? pass.members(of: number, work, evaluator)
      members = taking
      if let taking, taking[row] != MaskNode.yes { continue }
      let cell = Draft.CellReference(
        role: .part, table: work.table, record: work.batch.firstRecord + row, field: field.position)
      for owner in wanted.owners[group] ?? [] {
        if found[owner, default: []].count < Drafting.partLimit {
          found[owner, default: []].append(cell)
        }
      }
    }
  }
}
