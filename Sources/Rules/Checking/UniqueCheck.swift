import Tabular

extension SpecialChecks {
  func unique(
    _ rule: Int, _ fields: [Int], of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    guard let own = keys.keys(of: rule) else { return [] }
    let table = own.specification.table
    var drafts: [Draft] = []
    for repetition in keys.repetitions[rule] ?? [] {
      guard let found = try reader.find(record: repetition.record, of: table) else { continue }
      let key = text(of: fields, found.batch, found.row).joined(separator: "|")
      let cells = fields.map {
        Draft.CellReference(role: .key, table: table, record: repetition.record, field: $0)
      }
      let first = fields.map {
        Draft.CellReference(role: .other, table: table, record: repetition.first, field: $0)
      }
      drafts.append(
        Draft(
          kind: .unique, severity: resolved.definition.severity, statedText: key,
          cells: cells + first, table: table, key: [key, "\(drafts.count)"],
          fact: .repeated(key: key), record: repetition.record))
    }
    numberRepetitions(of: &drafts)
    let violations = keys.repetitionCounts[rule] ?? 0
    tally.checked = keys.checked[rule] ?? 0
    tally.violations = violations
    tally.flagged = keys.flagged[rule] ?? RecordSet()
    return drafts
  }

  /// The second record of a key has the same fingerprint whatever else is repeated.
  private func numberRepetitions(of drafts: inout [Draft]) {
    var seen: [String: Int] = [:]
    for index in drafts.indices {
      let key = drafts[index].key[0]
      seen[key, default: 1] += 1
      drafts[index].key = [key, "\(seen[key] ?? 2)"]
    }
  }
}
