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
    let table = own.specification.table
    guard !records.isEmpty, let source = reader.table(table) else { return [] }
    var (own, groupings) = (own, evaluator.groupings)
    let needed = Set(own.specification.before.map { [$0] } ?? [])
    func keys(of batch: Batch) -> (before: [UInt32]?, codes: [UInt32]) {
      let groups = groupings.number(batch, of: table, for: needed)
      return (own.specification.before.flatMap { groups.groups(of: $0) }, own.lastCodes(batch))
    }
    var keyOf: [Int: Key] = [:]
    var firsts: [Key: Int] = [:]
    // Which keys are repeated, then where each stands first.
    var wanted = records.sorted()[...]
    while let record = wanted.first, let found = try reader.find(record: record, of: table) {
      let (before, codes) = keys(of: found.batch)
      let end = found.batch.firstRecord + found.batch.count
      while let record = wanted.first, record < end {
        let row = record - found.batch.firstRecord
        let key = Key(group: before.map { $0[row] } ?? 0, code: codes[row])
        (keyOf[record], firsts[key]) = (key, .max)
        wanted.removeFirst()
      }
    }
    var missing = firsts.count
    for position in 0..<source.batches.count where missing > 0 {
      let batch = try source.batches.batch(at: position)
      let (before, codes) = keys(of: batch)
      for row in codes.indices {
        let key = Key(group: before.map { $0[row] } ?? 0, code: codes[row])
        guard firsts[key] == .max, fires(rule, batch, row) else { continue }
        firsts[key] = batch.firstRecord + row
        missing -= 1
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
