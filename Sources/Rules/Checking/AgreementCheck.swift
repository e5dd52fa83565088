import Numerals
import Tabular

extension SpecialChecks {
  /// Records of two tables with the same key must state the same facts.
  func agreement(
    _ agreement: ResolvedRule.Agreement, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    let here = try keyed(agreement.table, agreement.key.map(\.here), resolved)
    let there = try keyed(agreement.other, agreement.key.map(\.there), nil)
    let pairing = NamePairing(
      here.names, there.names, likeness: agreement.hasNameAsKey ? .byWords : .none)
    var drafts: [Draft] = []
    for (pair, severity, difference) in pairing.spellings(NameGrades(resolved.definition)) {
      drafts.append(
        spelling(
          (agreement.table, here.records[pair.left][0], agreement.key[0].here),
          (agreement.other, there.records[pair.right][0], agreement.key[0].there),
          names: (here.names[pair.left], there.names[pair.right]), severity: severity,
          difference: difference))
    }
    for pair in pairing.all.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      let (ours, theirs) = (here.records[pair.left], there.records[pair.right])
      guard ours.count == theirs.count else {
        for record in ours { tally.gap(.ambiguousPair, subject: record) }
        continue
      }
      for (one, other) in zip(ours, theirs) {
        try compare(one, other, agreement, resolved, here.names[pair.left], &drafts, &tally)
      }
    }
    for name in pairing.leftOnly {
      for record in here.records[name] { tally.gap(.unpaired, subject: record) }
    }
    return drafts
  }

  private struct KeyedRecords {
    var names: [String] = []
    var records: [[Int]] = []
  }

  private func keyed(
    _ table: Int, _ key: [FieldReference], _ rule: ResolvedRule?
  ) throws(TabularError) -> KeyedRecords {
    var result = KeyedRecords()
    var positions: [String: Int] = [:]
    try forEachRecord(of: table, rule) { (batch, row) throws(TabularError) in
      let parts = text(of: key.map(\.position), batch, row)
      guard !parts.contains("") else { return }
      let name = parts.joined(separator: " | ")
      let comparable = ComparableText.of(name)
      if let known = positions[comparable] {
        result.records[known].append(batch.firstRecord + row)
      } else {
        positions[comparable] = result.names.count
        result.names.append(name)
        result.records.append([batch.firstRecord + row])
      }
    }
    return result
  }

  private func compare(
    _ one: Int, _ other: Int, _ agreement: ResolvedRule.Agreement, _ resolved: ResolvedRule,
    _ name: String, _ drafts: inout [Draft], _ tally: inout Tally
  ) throws(TabularError) {
    guard let ours = try reader.find(record: one, of: agreement.table),
      let theirs = try reader.find(record: other, of: agreement.other)
    else { return }
    facts.note(one, other, of: resolved.definition.id)
    for (component, pair) in agreement.fields.enumerated() {
      let cells = [
        Draft.CellReference(
          role: .stated, table: agreement.table, record: one, field: pair.here.position),
        Draft.CellReference(
          role: .other, table: agreement.other, record: other, field: pair.there.position),
      ]
      do throws(Gap) {
        let left = try Evaluator.cell(pair.here, batch: ours.batch, row: ours.row)
        let right = try Evaluator.cell(pair.there, batch: theirs.batch, row: theirs.row)
        guard var draft = try differing(left, right, cells, pair, resolved, name) else {
          tally.hold()
          continue
        }
        draft.violation = Violation(component: component, subject: one)
        draft.tell(
          stated: ours.batch.columns[pair.here.position].magnitude,
          expected: theirs.batch.columns[pair.there.position].magnitude)
        tell(draft, of: resolved, to: &drafts, tally: &tally)
      } catch {
        tally.gap(error, subject: one)
      }
    }
  }

  private func differing(
    _ left: Value, _ right: Value, _ cells: [Draft.CellReference],
    _ pair: (here: FieldReference, there: FieldReference), _ resolved: ResolvedRule, _ name: String
  ) throws(Gap) -> Draft? {
    let label = plan.tables[pair.there.table].name
    switch (left, right) {
    case (.number(let one), .number(let other)):
      let agreement = try agreement(one, other, resolved)
      guard agreement == .impossible || agreement == .implausible else { return nil }
      var draft = Comparison(stated: one, expected: other, field: pair.here, agreement: agreement)
        .draft(
          about: cells[0], others: [cells[1]], kind: .agreement, rule: resolved,
          fact: .elsewhere(label: label), key: [name])
      if agreement == .impossible { draft.verdict = .impossible }
      return draft
    case (.text(let one), .text(let other)):
      guard !TextComparison.holds(.agrees, one, other) else { return nil }
      let severity = NameGrades(resolved.definition).ofTexts(one, other)
      return Draft(
        kind: .agreement, severity: severity, statedText: one,
        expectedText: other, cells: cells, table: cells[0].table, key: [name],
        fact: .elsewhere(label: label), record: cells[0].record)
    default: throw .overflow
    }
  }

  /// Two prints of one fact that meet in a single point differ only where the fact lies there and
  /// was rounded once up and once down.
  private func agreement(
    _ one: Quantity, _ other: Quantity, _ resolved: ResolvedRule
  ) throws(Gap) -> Agreement {
    let agreement = try Judge(evaluator: evaluator, tolerance: resolved.tolerance)
      .agreement(one, other)
    guard agreement == .rounding, resolved.tolerance == nil, !one.interval.isExact,
      !other.interval.isExact
    else { return agreement }
    return one.onlyTouches(other) ? .implausible : .rounding
  }
}

extension ResolvedRule.Agreement {
  /// True where records are paired by a single text, which may be a name written in several ways.
  fileprivate var hasNameAsKey: Bool {
    key.count == 1 && key[0].here.kind == .text && key[0].there.kind == .text
  }
}
