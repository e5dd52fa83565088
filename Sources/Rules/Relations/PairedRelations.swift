import Numerals
import Tabular

/// The relations of the rules that are no statements.
extension RuleEvaluation {
  /// What each whole states, and what its direct parts add up to.
  func addRollups(
    _ rollup: ResolvedRule.Rollup, _ rule: Int, _ subjects: [[Int]],
    _ building: RelationBuilding, to system: inout RelationSystem
  ) throws(TabularError) {
    let resolved = plan.rules[rule]
    guard let wholes = facts.wholes[resolved.definition.id],
      subjects.contains(where: { !$0.isEmpty })
    else { return }
    var parts: [Int: [Int]] = [:]
    for whole in subjects.joined() { parts[whole] = [] }
    for (record, whole) in wholes.enumerated() where whole != 0 {
      parts[Int(whole)]?.append(record)
    }
    for (component, field) in rollup.fields.enumerated() {
      for whole in subjects[component] {
        guard let own = parts[whole], !own.isEmpty, own.count <= RelationBuilding.memberLimit else {
          continue
        }
        try add(
          field, whole, own, rule, Violation(component: component, subject: whole), building,
          to: &system)
      }
    }
  }

  private func add(
    _ field: FieldReference, _ whole: Int, _ parts: [Int], _ rule: Int, _ violation: Violation,
    _ building: RelationBuilding, to system: inout RelationSystem
  ) throws(TabularError) {
    var cells: [(cell: Int, factor: Rational)] = []
    for record in [whole] + parts {
      guard let found = try building.reader.find(record: record, of: field.table) else { return }
      let factor = Rational(record == whole ? 1 : -1)
      guard let cell = try? building.number(of: field, found.batch, found.row, &system) else {
        if record == whole { return }
        continue
      }
      cells.append((cell, factor))
    }
    guard let difference = LinearTerm(cells, constant: .zero, in: system) else { return }
    add(
      .agrees(
        .linear(difference), .constant(.zero), tolerance: plan.rules[rule].tolerance,
        isSameFact: false),
      rule, violation, stated: cells[0].cell, to: &system)
  }

  /// What two records state as the same fact.
  func addPairs(
    _ agreement: ResolvedRule.Agreement, _ rule: Int, _ subjects: [[Int]],
    _ building: RelationBuilding, to system: inout RelationSystem
  ) throws(TabularError) {
    let resolved = plan.rules[rule]
    let wanted = subjects.map(Set.init)
    for pair in facts.pairs[resolved.definition.id] ?? [] {
      for (component, field) in agreement.fields.enumerated()
      where wanted[component].contains(pair.here) {
        guard let here = try building.reader.find(record: pair.here, of: agreement.table),
          let one = try? building.number(of: field.here, here.batch, here.row, &system),
          let there = try building.reader.find(record: pair.there, of: agreement.other),
          let other = try? building.number(of: field.there, there.batch, there.row, &system),
          let left = LinearTerm([(one, Rational(1))], constant: .zero, in: system),
          let right = LinearTerm([(other, Rational(1))], constant: .zero, in: system)
        else { continue }
        add(
          .agrees(
            .linear(left), .linear(right), tolerance: resolved.tolerance, isSameFact: true),
          rule, Violation(component: component, subject: pair.here), stated: one, to: &system)
      }
    }
  }

  private func add(
    _ statement: Relation.Statement, _ rule: Int, _ violation: Violation, stated: Int,
    to system: inout RelationSystem
  ) {
    let resolved = plan.rules[rule]
    let finding = failing[rule][violation]
    let relation = Relation(
      key: Relation.Key(
        pipeline: pipeline, rule: resolved.definition.id, component: violation.component * 16,
        subject: violation.subject),
      statement: statement, kind: resolved.kind, severity: resolved.definition.severity,
      finding: finding, stated: stated)
    guard let holds = relation.holds(), holds == (finding == nil) else { return }
    system.add(relation)
  }
}
