import Tabular

extension SpecialChecks {
  /// What nesting by numbers or by indents tells besides which record belongs to which.
  struct OutlineFacts {
    /// Findings on numbers that do not follow each other and on indents that fit no level.
    var drafts: [Draft] = []
    /// Records that have no place, because they have no number, with the reason.
    var unplaced: [Int: Gap] = [:]
  }

  /// Nests by the numbers that a field holds.
  func nestByNumbering(
    _ rollup: ResolvedRule.Rollup, _ position: Int, of resolved: ResolvedRule,
    _ nesting: inout Nesting
  ) throws(TabularError) -> OutlineFacts {
    var facts = OutlineFacts()
    var runs: [Run: NumberingNesting] = [:]
    let schema = plan.tables[rollup.table].shape.schema
    let field = FieldReference(
      table: rollup.table, position: position, kind: schema.fields[position].kind)
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      guard let text = batch.columns[position].text(at: row) else {
        facts.unplaced[record] = .missing(field)
        return
      }
      let readings = OutlineNumber.readings(of: text)
      guard !readings.isEmpty else {
        facts.unplaced[record] = .malformed(field)
        return
      }
      guard let run = run(rollup, batch, row) else { return }
      if let slip = runs[run, default: NumberingNesting()]
        .add(record, readings: readings, to: &nesting)
      {
        facts.drafts.append(
          draft(
            field, record, resolved,
            .outline(text: text, found: slip.found, expected: slip.expected)))
      }
    }
    return facts
  }

  /// Nests by the indents of a field's texts.
  func nestByIndent(
    _ rollup: ResolvedRule.Rollup, _ position: Int, of resolved: ResolvedRule,
    _ nesting: inout Nesting
  ) throws(TabularError) -> OutlineFacts {
    var facts = OutlineFacts()
    var runs: [Run: IndentNesting] = [:]
    let schema = plan.tables[rollup.table].shape.schema
    let field = FieldReference(
      table: rollup.table, position: position, kind: schema.fields[position].kind)
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      guard batch.columns[position].text(at: row) != nil else {
        facts.unplaced[record] = .missing(field)
        return
      }
      guard let run = run(rollup, batch, row) else { return }
      let indents = batch.columns[position].indents
      let indent = row < indents.count ? Int(indents[row]) : 0
      if let known = runs[run, default: IndentNesting()].add(record, indent: indent, to: &nesting) {
        facts.drafts.append(draft(field, record, resolved, .indent(found: indent, known: known)))
      }
    }
    return facts
  }

  /// What is told of a number or an indent is never graver than a warning: sums tell what is wrong.
  private func draft(
    _ field: FieldReference, _ record: Int, _ resolved: ResolvedRule, _ fact: Fact
  ) -> Draft {
    Draft(
      kind: .series, severity: min(resolved.definition.severity, .warning),
      cells: [
        Draft.CellReference(
          role: .stated, table: field.table, record: record, field: field.position)
      ],
      table: field.table, key: [], fact: fact, record: record)
  }

  /// Records that follow each other in one source and one group.
  struct Run: Hashable {
    var source: Int
    var group: UInt32
  }

  func run(_ rollup: ResolvedRule.Rollup, _ batch: Batch, _ row: Int) -> Run? {
    let place = Place.record(table: rollup.table, batch: batch, row: row)
    guard let group = try? evaluator.group(of: rollup.grouping, at: place) else { return nil }
    return Run(source: batch.source, group: group)
  }
}
