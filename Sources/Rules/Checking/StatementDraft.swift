import Numerals
import Tabular

/// The draft of one failed statement at one place.
struct StatementDraft {
  let plan: Plan
  let evaluator: Evaluator
  let rule: ResolvedRule
  let place: Place
  /// The cells that the sums in it add up.
  let parts: [Draft.CellReference]

  func draft(of condition: Condition) -> Draft {
    var draft = basic(condition)
    draft.key = key + draft.key
    if draft.cells.isEmpty { draft.cells = keyCells }
    if case .record(let table, let batch, let row) = place, table == rule.table {
      draft.record = batch.firstRecord + row
    }
    return draft
  }

  private func basic(_ condition: Condition) -> Draft {
    switch condition {
    case .comparison(let comparator, let left, let right)
    where comparator == .agrees || comparator == .same:
      return equality(left, right, of: condition)
    case .member(let value, let list): return membership(value, list)
    default: return other(condition)
    }
  }

  // MARK: equalities

  private func equality(_ left: Expression, _ right: Expression, of condition: Condition) -> Draft {
    let (stated, expected) =
      Self.isCell(right, plan) && !Self.isCell(left, plan) ? (right, left) : (left, right)
    guard case .number(let one)? = try? evaluator.value(stated, at: place),
      case .number(let two)? = try? evaluator.value(expected, at: place)
    else { return textual(stated, expected, of: condition) }
    let judge = Judge(evaluator: evaluator, tolerance: rule.tolerance)
    let agreement = (try? judge.agreement(one, two)) ?? .impossible
    let cell = cell(of: stated)
    let others = otherCells(stated, expected)
    var draft = Comparison(
      stated: one, expected: two, field: Self.field(of: stated, plan) ?? percentage(in: stated),
      scale: printedScale(of: stated), agreement: agreement
    ).draft(
      about: cell, others: others, kind: rule.kind, rule: rule,
      fact: fact(stated: stated, expected: expected), key: fieldKey(stated))
    draft.tell(stated: magnitude(of: stated), expected: magnitude(of: expected))
    return draft
  }

  func partCount(of expression: Expression) -> Int {
    guard case .aggregate(let number) = expression,
      let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place)
    else { return parts.count }
    return evaluator.aggregates.states[number].present[group]
  }

  private func textual(
    _ stated: Expression, _ expected: Expression, of condition: Condition
  ) -> Draft {
    let one = try? evaluator.text(stated, at: place)
    var two: String?
    var fact = Fact.text
    switch expected {
    case .band(let inner, _):
      two = try? evaluator.text(expected, at: place)
      let value = try? evaluator.number(inner, at: place)
      fact = .category(value: value?.center.exactDecimal?.description ?? "")
    case .words:
      two = try? evaluator.text(expected, at: place)
      fact = .words
    case .lookup(let number):
      two = try? evaluator.text(expected, at: place)
      fact = .elsewhere(label: plan.tables[plan.lookups[number].table].name)
    default: two = try? evaluator.text(expected, at: place)
    }
    return Draft(
      kind: rule.kind, severity: rule.definition.severity, statedText: one, expectedText: two,
      cells: (cell(of: stated).map { [$0] } ?? []) + otherCells(stated, expected),
      table: rule.table, key: fieldKey(stated), fact: fact)
  }

  private func membership(_ value: Expression, _ list: CodeSet) -> Draft {
    let text = try? evaluator.text(value, at: place)
    let nearest = text.flatMap { NearestWords.code(nearest: $0, among: list.codes) }
    return Draft(
      kind: .reference, severity: rule.definition.severity, statedText: text,
      expectedText: nearest, cells: cell(of: value).map { [$0] } ?? [], table: rule.table,
      key: fieldKey(value), fact: .unlisted(list: list.name, nearest: nearest))
  }

  private func other(_ condition: Condition) -> Draft {
    var cells: [Draft.CellReference] = []
    condition.walk { expression in
      if let cell = cell(of: expression), !cells.contains(where: { $0.names(cell) }) {
        cells.append(cell)
      }
    }
    for index in cells.indices.dropFirst() { cells[index].role = .other }
    var draft = Draft(
      kind: rule.kind, severity: rule.definition.severity, cells: cells + parts,
      table: rule.table, key: [], fact: fact(of: condition))
    if case .comparison(_, let left, let right) = condition {
      draft.stated = shownNumber(left)
      draft.magnitude.stated = magnitude(of: left)
      draft.statedText = try? evaluator.text(left, at: place)
      draft.key = fieldKey(left) + fieldKey(right)
    } else if case .missing(let value) = condition {
      draft.stated = shownNumber(value)
      draft.magnitude.stated = magnitude(of: value)
      draft.statedText = try? evaluator.text(value, at: place)
      draft.key = fieldKey(value)
    } else if case .textTest(_, let value, _) = condition {
      draft.statedText = try? evaluator.text(value, at: place)
      draft.key = fieldKey(value)
    } else if case .not(.textTest(_, let value, _)) = condition {
      draft.statedText = try? evaluator.text(value, at: place)
      draft.key = fieldKey(value)
    } else if case .between(let value, _, _) = condition {
      draft.statedText = try? evaluator.text(value, at: place)
      draft.key = fieldKey(value)
    }
    return draft
  }

  // MARK: cells

  /// True for what stands in one cell of some table.
  static func isCell(_ expression: Expression, _ plan: Plan) -> Bool {
    field(of: expression, plan) != nil
  }

  static func field(of expression: Expression, _ plan: Plan) -> FieldReference? {
    switch expression {
    case .field(let field), .previous(let field, _): return field
    case .lookup(let number): return plan.lookups[number].field
    case .aggregate(let number):
      switch plan.aggregates[number].function {
      case .total, .min, .max: return plan.aggregates[number].field
      case .sum, .count, .mean, .distinct: return nil
      }
    default: return nil
    }
  }

  private func cell(of expression: Expression) -> Draft.CellReference? {
    guard let field = Self.field(of: expression, plan), let record = record(of: expression) else {
      return nil
    }
    return Draft.CellReference(
      role: .stated, table: field.table, record: record, field: field.position)
  }

  /// A field of percentages, where a calculation only adds and subtracts percentages: its result is
  /// told in the same way.
  func percentage(in expression: Expression) -> FieldReference? {
    switch expression {
    case .negated(let inner): return percentage(in: inner)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
      return percentage(in: left) ?? percentage(in: right)
    default: return Self.field(of: expression, plan).flatMap { $0.kind == .percent ? $0 : nil }
    }
  }

  func record(of expression: Expression) -> Int? {
    switch expression {
    case .field:
      if case .record(_, let batch, let row) = place { return batch.firstRecord + row }
      return nil
    case .previous(_, let places):
      if case .record(_, let batch, let row) = place { return batch.firstRecord + row - places }
      return nil
    case .lookup(let number): return evaluator.lookups[number].record
    case .aggregate(let number):
      guard let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place)
      else { return nil }
      return evaluator.aggregates.states[number].chosen?.record(of: group)
    default: return nil
    }
  }

  /// Every other cell that takes part, each once.
  private func otherCells(_ stated: Expression, _ expected: Expression) -> [Draft.CellReference] {
    let first = cell(of: stated)
    var cells: [Draft.CellReference] = []
    for expression in [stated, expected] {
      expression.walk { part in
        guard var cell = cell(of: part) else { return }
        if let first, cell.names(first) { return }
        if cells.contains(where: { $0.names(cell) }) { return }
        cell.role = role(of: part)
        cells.append(cell)
      }
    }
    return cells + parts.filter { part in !cells.contains { $0.names(part) } }
  }

  private func role(of expression: Expression) -> Finding.Cell.Role {
    switch expression {
    case .aggregate: .whole
    case .lookup, .previous: .other
    default: .part
    }
  }

  /// The decimals of the cell in which a number stands; for sums and differences of percentages
  /// those of the one with the most.
  func printedScale(of expression: Expression) -> Int? {
    if case .arithmetic(_, let left, let right) = expression, percentage(in: expression) != nil {
      return [printedScale(of: left), printedScale(of: right)].compactMap { $0 }.max()
    }
    guard let field = Self.field(of: expression, plan), let record = record(of: expression),
      let found = try? evaluator.reader.find(record: record, of: field.table)
    else { return nil }
    return found.batch.columns[field.position].numerals?.value(at: found.row)?.scale
  }

  // MARK: keys

  private func fieldKey(_ expression: Expression) -> [String] {
    Self.field(of: expression, plan).map {
      [plan.tables[$0.table].shape.schema.fields[$0.position].name]
    } ?? []
  }

  /// What identifies the record or group.
  private var key: [String] {
    switch place {
    case .once: return []
    case .record(let table, let batch, let row):
      return RecordKey.texts(of: table, batch, row, in: plan)
    case .group(let grouping, let group):
      guard let record = evaluator.groupings.firstRecord(of: group, in: grouping),
        let found = try? evaluator.reader.find(
          record: record, of: plan.groupings[grouping].table)
      else { return [] }
      return plan.groupings[grouping].fields.map {
        found.batch.columns[$0].text(at: found.row) ?? ""
      }
    }
  }

  /// The cells that identify a group, for a finding that is about no cell of its own.
  private var keyCells: [Draft.CellReference] {
    guard case .group(let grouping, let group) = place,
      let record = evaluator.groupings.firstRecord(of: group, in: grouping)
    else { return [] }
    let table = plan.groupings[grouping].table
    return plan.groupings[grouping].fields.map {
      Draft.CellReference(role: .key, table: table, record: record, field: $0)
    }
  }
}

extension Draft.CellReference {
  /// True where both name the same cell, whatever their role.
  func names(_ other: Draft.CellReference) -> Bool {
    table == other.table && record == other.record && field == other.field
  }
}

/// What identifies a record: its primary key, else all its texts.
enum RecordKey {
  static func texts(of table: Int, _ batch: Batch, _ row: Int, in plan: Plan) -> [String] {
    let schema = plan.tables[table].shape.schema
    let declared = schema.primaryKey.compactMap { schema.position(of: $0) }
    let fields =
      declared.isEmpty
      ? schema.fields.indices.filter { !schema.fields[$0].kind.isNumeric } : declared
    return fields.map { batch.columns[$0].text(at: row) ?? "" }
  }
}
