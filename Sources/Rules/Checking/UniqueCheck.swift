import Tabular

extension SpecialChecks {
  func unique(
    _ rule: Int, _ fields: [Int], of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    guard let own = keys.keys(of: rule) else { return [] }
    let table = own.specification.table
    var drafts: [Draft] = []
    let repetitions = try self.repetitions(keys.repetitions[rule] ?? [], own, resolved)
    for repetition in repetitions {
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

  private struct Key: Hashable {
    var group: UInt32
    var code: UInt32
  }

  /// The records that repeat a key with the first that has it, found in one more pass.
  private func repetitions(
    _ records: [Int], _ own: KeyChecks.Keys, _ rule: ResolvedRule
  ) throws(TabularError) -> [(record: Int, first: Int)] {
    guard !records.isEmpty, let source = reader.table(own.specification.table) else { return [] }
    var (own, groupings) = (own, evaluator.groupings)
    let wanted = Set(records)
    var keyOf: [Int: Key] = [:]
    var firsts: [Key: Int] = [:]
    for pass in 0..<2 {
      for position in 0..<source.batches.count {
        let batch = try source.batches.batch(at: position)
        let needed = Set(own.specification.before.map { [$0] } ?? [])
        let groups = groupings.number(batch, of: own.specification.table, for: needed)
        let before = own.specification.before.flatMap { groups.groups(of: $0) }
        let codes = own.lastCodes(batch)
        for row in codes.indices {
          let key = Key(group: before.map { $0[row] } ?? 0, code: codes[row])
          let record = batch.firstRecord + row
          if pass == 0, wanted.contains(record) {
            keyOf[record] = key
            firsts[key] = .max
          } else if pass == 1, firsts[key] == .max, fires(rule, batch, row) {
            firsts[key] = record
          }
        }
      }
    }
    return records.compactMap { record in
      keyOf[record].flatMap { firsts[$0] }.map { (record, $0) }
    }
  }

  private func fires(_ rule: ResolvedRule, _ batch: Batch, _ row: Int) -> Bool {
    guard rule.when != nil || rule.condition != nil else { return true }
    return fires(rule, at: .record(table: rule.table, batch: batch, row: row))
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
