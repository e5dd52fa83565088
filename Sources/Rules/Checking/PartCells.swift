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

  /// A group of an aggregate.
  private struct Sum {
    var aggregate: Int
    var group: UInt32
  }

  private let plan: Plan
  private let reader: RecordReader
  private var sums: [Owner: [Sum]] = [:]
  private var members: MemberRecords

  /// Finds the cells for the violations of every rule, by the rule's number.
  init(
    of violations: [[Violation]], plan: Plan, evaluator: Evaluator, reader: RecordReader,
    pass: BatchPass
  ) throws(TabularError) {
    self.plan = plan
    self.reader = reader
    members = try MemberRecords(
      of: [:], limit: 0, plan: plan, evaluator: evaluator, pass: pass)
    var wanted: MemberRecords.Wanted = [:]
    for (rule, own) in violations.enumerated() {
      try want(own, of: rule, evaluator, &wanted)
    }
    members = try MemberRecords(
      of: wanted, limit: RelationBuilding.memberLimit, pinning: true, plan: plan,
      evaluator: evaluator, pass: pass)
  }

  /// The cells of one violation.
  func cells(of violation: Violation, rule: Int) -> [Draft.CellReference] {
    let owner = Owner(rule: rule, component: violation.component, subject: violation.subject)
    return (sums[owner] ?? []).flatMap { sum in
      let specification = plan.aggregates[sum.aggregate]
      return members.records(of: sum.aggregate, group: sum.group).map {
        Draft.CellReference(
          role: .part, table: specification.table, record: $0,
          field: specification.field?.position ?? 0)
      }
    }
  }

  private mutating func want(
    _ violations: [Violation], of rule: Int, _ evaluator: Evaluator,
    _ wanted: inout MemberRecords.Wanted
  ) throws(TabularError) {
    guard case .statement(let components, let scope) = plan.rules[rule].form else { return }
    let sums = components.map { self.sums(in: $0) }
    for violation in violations where !sums[violation.component].isEmpty {
      guard let place = try scope.place(of: violation.subject, reader) else { continue }
      let owner = Owner(rule: rule, component: violation.component, subject: violation.subject)
      for number in sums[violation.component] {
        guard let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place)
        else { continue }
        wanted[number, default: []].insert(group)
        self.sums[owner, default: []].append(Sum(aggregate: number, group: group))
      }
    }
  }

  private func sums(in condition: Condition) -> [Int] {
    var numbers: [Int] = []
    condition.walk {
      guard case .aggregate(let number) = $0, plan.aggregates[number].field != nil,
        !numbers.contains(number)
      else { return }
      switch plan.aggregates[number].function {
      case .sum, .mean: numbers.append(number)
      case .count, .distinct, .total, .min, .max: break
      }
    }
    return numbers
  }
}

extension ResolvedRule.Scope {
  /// The place of a subject: the record (from 1) or the group; nil where there is none.
  func place(of subject: Int, _ reader: RecordReader) throws(TabularError) -> Place? {
    switch self {
    case .once: return .once
    case .group(let grouping): return .group(grouping: grouping, group: UInt32(subject))
    case .record(let table):
      guard let found = try reader.find(record: subject, of: table) else { return nil }
      return .record(table: table, batch: found.batch, row: found.row)
    }
  }
}
