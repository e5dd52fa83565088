import Numerals
import Tabular

extension SpecialChecks {
  /// Every record that others belong to must state their sum.
  func rollup(
    _ rollup: ResolvedRule.Rollup, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    guard let table = reader.table(rollup.table) else { return [] }
    let (nesting, outline) = try self.nesting(of: rollup, table, resolved)
    let isPart = Self.directParts(nesting)
    facts.note(nesting, isPart, of: resolved.definition.id)
    let sums = try self.sums(of: rollup, nesting, isPart)
    var parts: [Int: [Int]] = [:]
    var failures: [(component: Int, record: Int, draft: Draft)] = []
    try forEachRecord(of: rollup.table, resolved) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      let group = UInt32(record)
      if let gap = outline.unplaced[record] { tally.gap(gap, subject: record) }
      for (component, field) in rollup.fields.enumerated() {
        let state = sums[component]
        guard state.present[group] + state.absent[group] > 0 else { continue }
        if nesting.misplaced.contains(record) {
          tally.gap(.foreignCode, subject: record)
          continue
        }
        let place = Place.record(table: rollup.table, batch: batch, row: row)
        do throws(Gap) {
          let sum = try state.value(of: group, field, resolved.definition.missing)
          if var draft = try judged(field, sum, resolved, at: place, record: record) {
            draft.tell(
              stated: batch.columns[field.position].magnitude, expected: state.magnitude)
            parts[record] = []
            draft.violation = Violation(component: component, subject: record)
            failures.append((component, record, draft))
          } else {
            tally.hold()
          }
        } catch {
          tally.gap(error, subject: record)
        }
      }
    }
    var drafts: [Draft] = []
    for draft in outline.drafts { add(draft, to: &drafts, tally: &tally) }
    guard !failures.isEmpty else { return drafts }
    for record in isPart.indices where isPart[record] {
      parts[Int(nesting.parents[record])]?.append(record)
    }
    for failure in failures {
      let own = parts[failure.record] ?? []
      var draft = failure.draft
      draft.fact = .sum(parts: own.count)
      draft.cells += own.prefix(Drafting.partLimit).map {
        Draft.CellReference(
          role: .part, table: rollup.table, record: $0,
          field: rollup.fields[failure.component].position)
      }
      add(draft, to: &drafts, tally: &tally)
    }
    return drafts
  }

  private func judged(
    _ field: FieldReference, _ sum: Quantity, _ resolved: ResolvedRule, at place: Place, record: Int
  ) throws(Gap) -> Draft? {
    let stated = try evaluator.number(.field(field), at: place)
    let agreement = try Judge(evaluator: evaluator, tolerance: resolved.tolerance)
      .agreement(stated, sum)
    guard agreement != .exact, agreement != .rounding else { return nil }
    let cell = Draft.CellReference(
      role: .stated, table: field.table, record: record, field: field.position)
    return Comparison(stated: stated, expected: sum, field: field, agreement: agreement)
      .draft(about: cell, kind: .rollup, rule: resolved, fact: .sum(parts: 0))
  }

  // MARK: nesting

  private func nesting(
    of rollup: ResolvedRule.Rollup, _ table: Table, _ resolved: ResolvedRule
  ) throws(TabularError) -> (Nesting, OutlineFacts) {
    var nesting = Nesting(recordCount: table.recordCount)
    var outline = OutlineFacts()
    switch plan.tables[rollup.table].shape.levels {
    case .none: break
    case .positional: try nestByPosition(rollup, &nesting)
    case .code(let field, let separator):
      guard let position = table.schema.position(of: field) else { break }
      var runs: [Run: CodeNesting] = [:]
      try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
        guard let text = batch.columns[position].text(at: row),
          let run = run(rollup, batch, row)
        else { return }
        runs[run, default: CodeNesting(separator: separator)]
          .add(batch.firstRecord + row, code: text, to: &nesting)
      }
    case .parent(let key, let parent):
      guard let own = table.schema.position(of: key),
        let outer = table.schema.position(of: parent)
      else { break }
      try nestByReference(rollup, own: own, outer: outer, &nesting)
    case .numbering(let field):
      guard let position = table.schema.position(of: field) else { break }
      outline = try nestByNumbering(rollup, position, of: resolved, &nesting)
    case .indent(let field):
      guard let position = table.schema.position(of: field) else { break }
      outline = try nestByIndent(rollup, position, of: resolved, &nesting)
    }
    return (nesting, outline)
  }

  private func nestByPosition(
    _ rollup: ResolvedRule.Rollup, _ nesting: inout Nesting
  ) throws(TabularError) {
    guard let notes = shapes.notes[rollup.table] else { return }
    var runs: [Run: PositionalNesting] = [:]
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      let level = Int(notes.levels[record - 1])
      guard level >= 0, let run = run(rollup, batch, row) else { return }
      runs[run, default: PositionalNesting()].add(record, level: level, to: &nesting)
    }
  }

  private func nestByReference(
    _ rollup: ResolvedRule.Rollup, own: Int, outer: Int, _ nesting: inout Nesting
  ) throws(TabularError) {
    var byKey: [String: Int] = [:]
    func name(_ text: String, _ batch: Batch, _ row: Int) -> String? {
      let place = Place.record(table: rollup.table, batch: batch, row: row)
      guard let group = try? evaluator.group(of: rollup.grouping, at: place) else { return nil }
      return "\(group)|\(text)"
    }
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      guard let text = batch.columns[own].text(at: row), let key = name(text, batch, row),
        byKey[key] == nil
      else { return }
      byKey[key] = batch.firstRecord + row
    }
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      guard let text = batch.columns[outer].text(at: row), let key = name(text, batch, row),
        let parent = byKey[key], parent != record
      else { return }
      nesting.put(record, under: parent, depth: 1)
    }
  }

  /// The records that are direct parts of their whole: those of the least depth among its parts.
  private static func directParts(_ nesting: Nesting) -> [Bool] {
    var least: [UInt32: UInt16] = [:]
    for record in nesting.parents.indices where nesting.parents[record] != 0 {
      let parent = nesting.parents[record]
      least[parent] = min(least[parent] ?? .max, nesting.depths[record])
    }
    return nesting.parents.indices.map { record in
      nesting.parents[record] != 0
        && nesting.depths[record] == least[nesting.parents[record]]
    }
  }

  // MARK: sums

  private func sums(
    of rollup: ResolvedRule.Rollup, _ nesting: Nesting, _ isPart: [Bool]
  ) throws(TabularError) -> [PartSums] {
    var sums = rollup.fields.map { _ in PartSums() }
    try forEachRecord(of: rollup.table, nil) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      guard isPart[record] else { return }
      for (component, field) in rollup.fields.enumerated() {
        guard let column = batch.columns[field.position].numerals else { continue }
        sums[component].add(
          column, row: row, isExact: field.kind.isExact, to: nesting.parents[record])
      }
    }
    return sums
  }
}

/// The sums of the parts of every whole, for one field.
private struct PartSums {
  var present = GroupCounts()
  var absent = GroupCounts()
  private var malformed = GroupCounts()
  private var zeros = GroupCounts()
  private var sums = SumState()

  /// The largest unit that some of the values were printed in.
  var magnitude: Int { sums.magnitude }

  mutating func add(_ column: NumeralColumn, row: Int, isExact: Bool, to whole: UInt32) {
    sums.note(magnitude: column.magnitude)
    let isExact = isExact && !column.isRounded
    guard let value = column.value(at: row) else {
      if column.state(at: row) == .malformed { malformed.add(whole) }
      return absent.add(whole)
    }
    present.add(whole)
    if value.mantissa == 0 { zeros.add(whole) }
    sums.addWide(value, group: whole)
    if !isExact { sums.notePrinted(scale: value.scale, group: whole) }
  }

  func value(
    of whole: UInt32, _ field: FieldReference, _ mode: RuleDefinition.MissingMode
  ) throws(Gap) -> Quantity {
    var state = AggregateStates.State()
    (state.present, state.absent, state.malformed, state.sums) = (present, absent, malformed, sums)
    state.zeros = zeros
    try AggregateStates.demandParts(state, whole, mode)
    return try AggregateStates.sum(
      sums, whole, shift: field.scaleShift)
  }
}
