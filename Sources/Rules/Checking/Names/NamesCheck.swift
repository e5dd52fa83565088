import Tabular

extension SpecialChecks {
  /// Every text of a field must be a name of a list.
  func names(
    _ field: FieldReference, in list: NameList, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    var open: [(name: String, record: Int)] = []
    try forEachRecord(of: field.table, resolved) { (batch, row) throws(TabularError) in
      guard let name = batch.columns[field.position].text(at: row) else { return }
      if list.known[name] == nil {
        open.append((name, batch.firstRecord + row))
      } else {
        tally.hold()
      }
    }
    guard !open.isEmpty else { return [] }
    let matcher = NameMatcher(list.known)
    var matches: [String: NameMatcher.Match] = [:]
    var drafts: [Draft] = []
    for (name, record) in open {
      let match = matches[name] ?? matcher.match(name)
      matches[name] = match
      let (severity, official, fact) = judged(name, match, list, resolved.definition)
      tell(
        Draft(
          kind: .reference, severity: severity, statedText: name, expectedText: official,
          cells: [
            Draft.CellReference(
              role: .stated, table: field.table, record: record, field: field.position)
          ], table: field.table, key: [], fact: fact, record: record),
        of: resolved, to: &drafts, tally: &tally)
    }
    return drafts
  }

  private func judged(
    _ name: String, _ match: NameMatcher.Match, _ list: NameList, _ definition: RuleDefinition
  ) -> (Severity, official: String?, Fact) {
    let grades = NameGrades(definition)
    switch match {
    case .near(let code):
      let official = list.codes[code]
      return (grades.near, official, .unofficial(name: official, .slip))
    case .alike(let code):
      let official = list.codes[code]
      return (grades.alike, official, .unofficial(name: official, .name))
    case .same, .alias, .none:
      return (definition.severity, nil, .unlisted(list: list.name, nearest: nil))
    }
  }
}
