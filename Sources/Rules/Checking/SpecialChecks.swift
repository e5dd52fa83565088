import Numerals
import Tabular

/// The rules that are not statements: each form is judged in its own file.
struct SpecialChecks {
  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader
  let keys: KeyChecks
  let shapes: ShapeNotes
  let facts: PairedFacts

  /// The violations of a special rule as drafts; none for statements.
  func drafts(for rule: Int, tally: inout Tally) throws(TabularError) -> [Draft] {
    let resolved = plan.rules[rule]
    switch resolved.form {
    case .statement: return []
    case .rollup(let rollup): return try self.rollup(rollup, of: resolved, tally: &tally)
    case .agreement(let agreement):
      return try self.agreement(agreement, of: resolved, tally: &tally)
    case .members(let left, let right, let mayHaveMore):
      return try members(left, right, mayHaveMore, of: resolved, tally: &tally)
    case .names(let field, let list):
      return try names(field, in: list, of: resolved, tally: &tally)
    case .unique(_, let fields): return try unique(rule, fields, of: resolved, tally: &tally)
    case .complete(let complete):
      return try self.complete(complete, rule: rule, of: resolved, tally: &tally)
    case .series(let field, let grouping):
      return try series(field, grouping, of: resolved, tally: &tally)
    case .monotone(let monotone):
      return try self.monotone(monotone, of: resolved, tally: &tally)
    }
  }

  /// Adds a draft while there is room, and counts it either way.
  func add(_ draft: Draft, to drafts: inout [Draft], tally: inout Tally) {
    tally.checked += 1
    tally.violations += 1
    if let record = draft.record { tally.flagged.insert(record) }
    if drafts.count < Tally.limit { drafts.append(draft) }
  }

  /// Adds a draft as a violation, or, where it is less than its rule demands only by a note, as a
  /// remark on what holds.
  func tell(_ draft: Draft, of rule: ResolvedRule, to drafts: inout [Draft], tally: inout Tally) {
    guard draft.severity == .note, rule.definition.severity > .note else {
      return add(draft, to: &drafts, tally: &tally)
    }
    tally.hold()
    if drafts.count < Tally.limit { drafts.append(draft) }
  }

  /// Calls `body` for every record of a table at which the rule fires.
  func forEachRecord(
    of table: Int, _ rule: ResolvedRule?, _ body: (Batch, Int) throws(TabularError) -> Void
  ) throws(TabularError) {
    guard let source = reader.table(table) else { return }
    for position in 0..<source.batches.count {
      let batch = try source.batches.batch(at: position)
      for row in 0..<batch.count {
        if let rule, !fires(rule, at: .record(table: table, batch: batch, row: row)) { continue }
        try body(batch, row)
      }
    }
  }

  /// True where the conditions of a rule hold at a place.
  func fires(_ rule: ResolvedRule, at place: Place) -> Bool {
    do throws(Gap) {
      if let when = rule.when, try !evaluator.holds(when, at: place) { return false }
      if let condition = rule.condition, try !evaluator.holds(condition, at: place) {
        return false
      }
      return true
    } catch {
      return false
    }
  }

  /// The texts of some fields of a record, joined as a key.
  func text(of fields: [Int], _ batch: Batch, _ row: Int) -> [String] {
    fields.map { batch.columns[$0].text(at: row) ?? "" }
  }
}

extension Column {
  /// The value of a cell as text: trimmed text, or the number in canonical spelling.
  func text(at row: Int) -> String? {
    switch values {
    case .texts(let column): column.text(at: row)
    case .numerals(let column): column.value(at: row)?.description
    }
  }
}
