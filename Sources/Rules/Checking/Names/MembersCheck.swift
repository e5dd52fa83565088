import Tabular

extension SpecialChecks {
  /// Two lists must have the same members; where it `mayHaveMore`, the right one may have others.
  ///
  /// Names that differ by a slip are paired and noted, different names for the same thing are paired
  /// and warned of.
  func members(
    _ left: ResolvedRule.Members, _ right: ResolvedRule.Members, _ mayHaveMore: Bool,
    of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    let ours = try names(of: left)
    let theirs = try names(of: right)
    guard !ours.isEmpty, !theirs.isEmpty else {
      tally.gap(.emptyGroup, subject: 0)
      return []
    }
    var pairing = NamePairing(ours.map(\.name), theirs.map(\.name))
    if mayHaveMore { pairing.allowMoreOnTheRight() }
    var drafts: [Draft] = []
    for _ in pairing.same { tally.hold() }
    for (pair, severity, difference) in pairing.spellings(NameGrades(resolved.definition)) {
      let (one, other) = (ours[pair.left], theirs[pair.right])
      tell(
        spelling(
          (left.field.table, one.record, left.field),
          (right.field.table, other.record, right.field),
          names: (one.name, other.name), severity: severity, difference: difference),
        of: resolved, to: &drafts, tally: &tally)
    }
    for index in pairing.leftOnly {
      add(absent(ours[index], left.field, from: right.field, resolved), to: &drafts, tally: &tally)
    }
    for index in pairing.rightOnly {
      add(
        absent(theirs[index], right.field, from: left.field, resolved), to: &drafts, tally: &tally)
    }
    return drafts
  }

  private typealias Named = (name: String, record: Int)

  private func names(of members: ResolvedRule.Members) throws(TabularError) -> [Named] {
    var seen: Set<String> = []
    var names: [Named] = []
    try forEachRecord(of: members.field.table, nil) { (batch, row) throws(TabularError) in
      let place = Place.record(table: members.field.table, batch: batch, row: row)
      if let condition = members.condition {
        guard (try? evaluator.holds(condition, at: place)) ?? false else { return }
      }
      guard let name = batch.columns[members.field.position].text(at: row),
        seen.insert(ComparableText.of(name)).inserted
      else { return }
      names.append((name, batch.firstRecord + row))
    }
    return names
  }

  private func absent(
    _ item: Named, _ field: FieldReference, from other: FieldReference, _ resolved: ResolvedRule
  ) -> Draft {
    let list = plan.tables[other.table].name
    return Draft(
      kind: .members, severity: resolved.definition.severity, statedText: item.name,
      cells: [
        Draft.CellReference(
          role: .stated, table: field.table, record: item.record, field: field.position)
      ],
      table: field.table, key: [item.name, list], fact: .absent(name: item.name, list: list),
      record: field.table == resolved.table ? item.record : nil)
  }
}
