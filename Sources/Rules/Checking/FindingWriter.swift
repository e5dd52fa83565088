import Numerals
import Tabular

/// Makes findings and outcomes of what the checks found: fetches cells, chooses words.
struct FindingWriter {
  let plan: Plan
  let pipeline: String
  let reader: RecordReader

  /// The findings of one rule, in the order of their places, with the fingerprints of those that are
  /// about a relation.
  func findings(
    of drafts: [Draft], rule: ResolvedRule
  ) throws(TabularError) -> (findings: [Finding], relations: [Violation: String]) {
    var findings: [Finding] = []
    var relations: [Violation: String] = [:]
    var used: [String: Int] = [:]
    for draft in drafts {
      var finding = try finding(of: draft, rule: rule)
      used[finding.id, default: 0] += 1
      if let count = used[finding.id], count > 1 {
        finding.id = Fingerprint.of([finding.id, "\(count)"])
      }
      findings.append(finding)
      if let violation = draft.violation { relations[violation] = finding.id }
    }
    return (findings.sorted(by: Self.isBefore), relations)
  }

  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    let (one, other) = (left.cells[0].location, right.cells[0].location)
    if one.resource != other.resource { return one.resource < other.resource }
    if one.sheet != other.sheet { return (one.sheet ?? "") < (other.sheet ?? "") }
    if one.line != other.line { return (one.line ?? 0) < (other.line ?? 0) }
    if let cell = one.cell, let next = other.cell, cell != next {
      return SheetAddress.isBefore(cell, next)
    }
    return (one.field ?? "") < (other.field ?? "")
  }

  private func finding(of draft: Draft, rule: ResolvedRule) throws(TabularError) -> Finding {
    var cells: [Finding.Cell] = []
    var parts: [Figure] = []
    var subject: String?
    for reference in draft.cells {
      guard let found = try reader.find(record: reference.record, of: reference.table),
        let table = reader.table(reference.table)
      else { continue }
      cells.append(
        Finding.Cell(
          role: reference.role,
          location: table.location(of: reference.field, row: found.row, in: found.batch),
          raw: found.batch.columns[reference.field].raw(at: found.row)))
      if reference.role == .part,
        let numerals = found.batch.columns[reference.field].numerals,
        let value = numerals.value(at: found.row)
      {
        parts.append(Figure(value: value, magnitude: numerals.magnitude))
      }
      if cells.count == 1 { subject = self.subject(reference, found.batch, found.row) }
    }
    let about = cells.first ?? placeOfTable(draft.table)
    let facts = FindingSentence(
      draft: draft, rule: rule, subject: subject, cells: cells, parts: parts)
    var key = draft.key
    if key.isEmpty, let first = draft.cells.first,
      let found = try reader.find(record: first.record, of: first.table)
    {
      key = RecordKey.texts(of: first.table, found.batch, found.row, in: plan)
      key.append(plan.tables[first.table].shape.schema.fields[first.field].name)
    }
    return Finding(
      id: Fingerprint.of([pipeline, rule.definition.id] + key + [draft.kind.rawValue]),
      pipeline: pipeline, rule: rule.definition.id, kind: draft.kind, severity: draft.severity,
      verdict: draft.verdict,
      stated: draft.stated?.description ?? draft.statedText,
      expected: draft.expected?.description ?? draft.expectedText,
      expectedInterval: draft.expectedInterval.map { [$0.0.description, $0.1.description] },
      difference: difference(draft), about: about, otherCells: Array(cells.dropFirst()),
      message: facts.message, record: draft.record,
      settled: draft.statesOneFactTwice && cells.count == 2 ? .open : nil)
  }

  private func difference(_ draft: Draft) -> String? {
    guard let stated = draft.stated, let expected = draft.expected else { return nil }
    return stated.subtracting(expected)?.description
  }

  /// What the first text of the record calls it, where the judged cell is not that text.
  private func subject(_ cell: Draft.CellReference, _ batch: Batch, _ row: Int) -> String? {
    let schema = plan.tables[cell.table].shape.schema
    let texts = schema.fields.indices.filter { schema.fields[$0].kind == .text }
    let others = schema.fields.indices.filter { [.code, .period].contains(schema.fields[$0].kind) }
    let numbers: String?
    if case .numbering(let name) = plan.tables[cell.table].shape.levels {
      numbers = name
    } else {
      numbers = nil
    }
    for field in texts + others where field != cell.field && schema.fields[field].name != numbers {
      if let text = batch.columns[field].text(at: row) { return text }
    }
    return nil
  }

  /// The place of a table as a whole, for what stands in no cell of it.
  private func placeOfTable(_ number: Int) -> Finding.Cell {
    let source = reader.table(number)?.sources.first
    return Finding.Cell(
      role: .other,
      location: Location(
        resource: source?.resource ?? plan.tables[number].name, sheet: source?.sheet),
      raw: "")
  }

  // MARK: outcomes

  func outcome(of rule: ResolvedRule, tally: Tally) -> RuleOutcome {
    let definition = rule.definition
    let value: RuleOutcome.Value
    if tally.violations > 0 {
      value = .violated
    } else if tally.unverifiable > 0 || tally.checked == 0 {
      value = .unverifiable
    } else {
      value = .satisfied
    }
    return RuleOutcome(
      pipeline: pipeline, id: definition.id, title: definition.title ?? definition.id,
      text: definition.text, because: definition.because, severity: definition.severity,
      value: value, reason: reason(rule, tally), checked: tally.checked,
      violations: tally.violations, unverifiable: tally.unverifiable,
      tables: FindingKinds.tables(of: rule, in: plan).map { plan.tables[$0].name }.sorted(),
      applies: !isIdle(rule, tally))
  }

  /// True where the condition of a rule was fulfilled by no record of a table that has some.
  private func isIdle(_ rule: ResolvedRule, _ tally: Tally) -> Bool {
    tally.checked == 0 && tally.unverifiable == 0 && rule.definition.when != nil
      && (reader.table(rule.table)?.recordCount ?? 0) > 0
  }

  private func reason(_ rule: ResolvedRule, _ tally: Tally) -> Message? {
    if tally.unverifiable == 0 {
      guard tally.checked == 0 else { return nil }
      return isIdle(rule, tally) ? Words.conditionNeverFulfilled : Words.nothingToCheck
    }
    return Words.unverifiable(
      tally.gaps.map { gap in
        (gap.count, Words.gap(gap.gap, plan: plan), place(of: gap.subject, gap.gap, rule))
      },
      total: tally.unverifiable)
  }

  /// The line or cell of the record that a gap was first met at: the cell that has no value, where
  /// it is one of the record.
  private func place(of subject: Int, _ gap: Gap, _ rule: ResolvedRule) -> String? {
    let isRecord: Bool
    switch rule.form {
    case .statement(_, .record), .rollup, .agreement, .series, .monotone: isRecord = true
    default: isRecord = false
    }
    guard isRecord, subject > 0,
      let found = try? reader.find(record: subject, of: rule.table),
      let table = reader.table(rule.table)
    else { return nil }
    let source = table.sources[found.batch.source]
    guard let sheet = source.sheet else {
      return "\(source.resource):\(found.batch.lines[found.row])"
    }
    let field = gap.field(of: rule.table) ?? source.columns.firstIndex { $0 != nil } ?? 0
    let cell = table.location(of: field, row: found.row, in: found.batch).cell ?? ""
    return "\(source.resource) \(sheet)!\(cell)"
  }
}

extension Gap {
  /// The field of the table that has no value; nil where the gap is another one.
  fileprivate func field(of table: Int) -> Int? {
    switch self {
    case .missing(let field), .malformed(let field): field.table == table ? field.position : nil
    default: nil
    }
  }
}
