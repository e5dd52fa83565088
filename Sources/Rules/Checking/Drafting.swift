import Numerals
import Tabular

/// Turns the violations of statements into drafts: which cells take part, what was expected.
struct Drafting {
  /// The most parts of a sum that a finding names.
  static let partLimit = 64

  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader

  /// The drafts of a rule's violations; `parts` holds the cells of all sums.
  func drafts(
    of violations: [Violation], for rule: Int, parts: PartCells
  ) throws(TabularError) -> [Draft] {
    let resolved = plan.rules[rule]
    guard case .statement(let components, let scope) = resolved.form else { return [] }
    var evaluator = evaluator
    evaluator.missing = resolved.definition.missing
    var drafts: [Draft] = []
    for violation in violations {
      guard let place = try scope.place(of: violation.subject, reader) else { continue }
      let condition = failing(components[violation.component], at: place)
      let cells = parts.cells(of: violation, rule: rule)
      var draft = StatementDraft(
        plan: plan, evaluator: evaluator, rule: resolved, place: place,
        parts: Array(cells.prefix(Self.partLimit))
      )
      .draft(of: condition)
      draft.violation = violation
      draft.furtherParts = Array(cells.dropFirst(Self.partLimit))
      drafts.append(draft)
    }
    return drafts
  }

  /// The part of a condition joined by `and` that fails.
  private func failing(_ condition: Condition, at place: Place) -> Condition {
    guard case .and(let left, let right) = condition else { return condition }
    if (try? evaluator.holds(left, at: place)) ?? true { return failing(right, at: place) }
    return failing(left, at: place)
  }
}
