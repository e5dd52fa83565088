import Numerals
import Tabular

extension SpecialChecks {
  /// Within every group every combination of the values expected must have a record.
  func complete(
    _ complete: ResolvedRule.Complete, rule: Int, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    guard let own = keys.keys(of: rule) else { return [] }
    let table = own.specification.table
    var drafts: [Draft] = []
    var expected: [[(text: String, code: UInt32?)]] = []
    for item in complete.fields { expected.append(try values(of: item.field, list: item.list)) }
    let order = complete.fields.map {
      own.specification.fields.firstIndex(of: $0.field.position) ?? 0
    }
    for group in 0..<UInt32(evaluator.groupings.groupCount(of: complete.by)) {
      guard let record = evaluator.groupings.firstRecord(of: group, in: complete.by),
        let found = try reader.find(record: record, of: table)
      else { continue }
      var codes = Combination(own.specification.fields.count)
      for field in complete.groupFields {
        codes.set(field, code(field, table, found.batch, found.row), own.specification.fields)
      }
      let names = text(of: complete.groupFields, found.batch, found.row)
      forEachCombination(expected.map(\.count)) { chosen in
        for (item, place) in chosen.enumerated() {
          codes.codes[order[item]] = expected[item][place].code
        }
        if isPresent(codes, own) { return tally.hold() }
        let texts = chosen.enumerated().map { expected[$0][$1].text }
        let key = keyText(own, complete, names: names, texts: texts)
        add(
          missing(key, complete, own, record, resolved), to: &drafts, tally: &tally)
      }
    }
    return drafts
  }

  /// The codes of one key; nil for a value that the field never has.
  private struct Combination {
    var codes: [UInt32?]
    init(_ count: Int) { codes = [UInt32?](repeating: nil, count: count) }

    mutating func set(_ field: Int, _ code: UInt32?, _ order: [Int]) {
      if let index = order.firstIndex(of: field) { codes[index] = code }
    }
  }

  private func isPresent(_ combination: Combination, _ own: KeyChecks.Keys) -> Bool {
    guard let last = combination.codes.last, let code = last else { return false }
    guard let before = own.specification.before else {
      return own.index.contains(before: 0, code: code)
    }
    guard let group = evaluator.groupings.group(with: combination.codes, in: before) else {
      return false
    }
    return own.index.contains(before: group, code: code)
  }

  private func code(_ field: Int, _ table: Int, _ batch: Batch, _ row: Int) -> UInt32? {
    switch batch.columns[field].values {
    case .texts(let column): return column.codes[row]
    case .numerals(let column):
      let kind = plan.tables[table].shape.schema.fields[field].kind
      let reference = FieldReference(table: table, position: field, kind: kind)
      return column.value(at: row).flatMap { evaluator.groupings.code(of: $0, in: reference) }
    }
  }

  /// The values that a field is expected to take: those of its list, else all that it ever takes.
  private func values(
    of field: FieldReference, list: CodeSet?
  ) throws(TabularError) -> [(text: String, code: UInt32?)] {
    let pool = reader.pool(of: field)
    if let list {
      return list.codes.map { text in
        if let pool { return (text, pool.code(of: text)) }
        let value = Int128(text).map { ExactDecimal(mantissa: $0) }
        return (text, value.flatMap { evaluator.groupings.code(of: $0, in: field) })
      }
    }
    let totals = plan.tables[field.table].totals
    if let pool, totals == nil { return (1..<UInt32(max(1, pool.count))).map { (pool[$0], $0) } }
    var found: [(text: String, code: UInt32?)] = []
    var seen: Set<String> = []
    try forEachRecord(of: field.table, nil) { (batch, row) throws(TabularError) in
      if let totals {
        let place = Place.record(table: field.table, batch: batch, row: row)
        if (try? evaluator.holds(totals, at: place)) ?? false { return }
      }
      guard let text = batch.columns[field.position].text(at: row), seen.insert(text).inserted
      else { return }
      found.append((text, code(field.position, field.table, batch, row)))
    }
    return found
  }

  /// Calls `body` with the positions of every combination of one value of each list.
  private func forEachCombination(_ counts: [Int], _ body: ([Int]) -> Void) {
    guard !counts.contains(0) else { return }
    var positions = [Int](repeating: 0, count: counts.count)
    while true {
      body(positions)
      var index = counts.count - 1
      while index >= 0, positions[index] == counts[index] - 1 {
        positions[index] = 0
        index -= 1
      }
      guard index >= 0 else { return }
      positions[index] += 1
    }
  }

  /// The values of the key in the order of the fields as written in the schema of the key.
  private func keyText(
    _ own: KeyChecks.Keys, _ complete: ResolvedRule.Complete, names: [String], texts: [String]
  ) -> String {
    var byField: [Int: String] = [:]
    for (field, name) in zip(complete.groupFields, names) { byField[field] = name }
    for (item, text) in zip(complete.fields, texts) { byField[item.field.position] = text }
    return byField.keys.sorted().compactMap { byField[$0] }.joined(separator: "|")
  }

  private func missing(
    _ key: String, _ complete: ResolvedRule.Complete, _ own: KeyChecks.Keys, _ record: Int,
    _ resolved: ResolvedRule
  ) -> Draft {
    Draft(
      kind: .complete, severity: resolved.definition.severity, statedText: nil, expectedText: key,
      cells: [], table: own.specification.table, key: [key], fact: .missingRecord(key: key),
      record: nil)
  }
}
