import Numerals
import Tabular

/// Makes relations of the statements of one pipeline at single places.
struct RelationBuilding {
  /// The most records of a sum whose cells take part one by one; a larger sum is a number.
  static let memberLimit = 20_000

  let pipeline: String
  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader
  let members: MemberRecords
  let known: KnownCells

  /// The relations of a condition at a place: its parts joined by `and`, as far as they relate
  /// numbers.
  func relations(
    of condition: Condition, at place: Place, _ rule: ResolvedRule, _ violation: Violation,
    finding: String?, into system: inout RelationSystem
  ) {
    var finding = finding
    for (number, part) in condition.conjuncts.enumerated() {
      let key = Relation.Key(
        pipeline: pipeline, rule: rule.definition.id,
        component: violation.component * 16 + number, subject: violation.subject)
      guard !system.has(key), let statement = try? statement(part, at: place, rule, &system) else {
        continue
      }
      var relation = Relation(
        key: key, statement: statement, kind: rule.kind, severity: rule.definition.severity,
        finding: nil, stated: stated(in: part, at: place, &system))
      guard let holds = relation.holds(), !relation.cells.isEmpty else { continue }
      if !holds {
        // The finding is about the first part that fails; further ones are none of their own.
        guard let id = finding else { continue }
        relation.finding = id
        finding = nil
      }
      system.add(relation)
    }
  }

  private func statement(
    _ condition: Condition, at place: Place, _ rule: ResolvedRule, _ system: inout RelationSystem
  ) throws(Gap) -> Relation.Statement {
    switch condition {
    case .comparison(let comparator, let left, let right):
      if comparator == .agrees || comparator == .same {
        for (value, bands) in [(left, right), (right, left)] {
          guard case .band(let inner, let bands) = bands else { continue }
          let name = try evaluator.text(value, at: place)
          return .category(try term(inner, at: place, &system), bands, name)
        }
      }
      let one = try term(left, at: place, &system)
      let other = try term(right, at: place, &system)
      switch comparator {
      case .agrees:
        return .agrees(one, other, tolerance: rule.tolerance, isSameFact: false)
      case .same: return .agrees(one, other, tolerance: .absolute(.zero), isSameFact: false)
      case .differs: throw .overflow
      case .less: return .less(one, other, orEqual: false)
      case .lessOrEqual: return .less(one, other, orEqual: true)
      case .greater: return .less(other, one, orEqual: false)
      case .greaterOrEqual: return .less(other, one, orEqual: true)
      }
    default: throw .overflow
    }
  }

  private func stated(
    in condition: Condition, at place: Place, _ system: inout RelationSystem
  ) -> Int? {
    guard case .comparison(_, let left, let right) = condition else { return nil }
    let stated =
      StatementDraft.isCell(right, plan) && !StatementDraft.isCell(left, plan) ? right : left
    guard StatementDraft.isCell(stated, plan),
      case .linear(let term)? = try? term(
        stated, at: place, &system), term.cells.count == 1
    else { return nil }
    return term.cells[0]
  }

  // MARK: terms

  private func term(
    _ expression: Expression, at place: Place, _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    switch expression {
    case .number(let value): return .constant(Rational(value))
    case .text, .band, .words: throw .overflow
    case .field(let field):
      guard case .record(let table, let batch, let row) = place, table == field.table else {
        throw .missing(field)
      }
      return try cell(field, batch, row, &system)
    case .previous(let field, let places):
      guard case .record(_, let batch, let row) = place else { throw .noPrevious }
      return try cell(field, record: batch.firstRecord + row - places, &system)
    case .lookup(let number):
      guard case .number = try evaluator.lookups[number].value(),
        let record = evaluator.lookups[number].record
      else { throw .overflow }
      return try cell(plan.lookups[number].field, record: record, &system)
    case .aggregate(let number): return try aggregate(number, at: place, &system)
    case .negated(let inner):
      return try some(
        Term.scaled(try term(inner, at: place, &system), by: Rational(-1), in: system))
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right, at: place, &system)
    case .conditional(let condition, let first, let second):
      return try term(evaluator.holds(condition, at: place) ? first : second, at: place, &system)
    case .absolute(let inner): return .absolute(try term(inner, at: place, &system))
    case .rounded(let inner, let scale):
      return .rounded(try term(inner, at: place, &system), scale: scale)
    }
  }

  private func some(_ term: Term?) throws(Gap) -> Term {
    guard let term else { throw .overflow }
    return term
  }

  private func arithmetic(
    _ sign: Syntax.Operator, _ left: Expression, _ right: Expression, at place: Place,
    _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    let isSum = sign == .plus || sign == .minus
    let one = try operand(left, isSum, at: place, &system)
    let other = try operand(right, isSum, at: place, &system)
    switch sign {
    case .plus: return try some(Term.adding(one, other, times: Rational(1), in: system))
    case .minus: return try some(Term.adding(one, other, times: Rational(-1), in: system))
    case .times: return try some(Term.multiplying(one, other, in: system))
    case .over: return try some(Term.dividing(one, other, in: system))
    }
  }

  private func operand(
    _ expression: Expression, _ isSum: Bool, at place: Place, _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    do throws(Gap) {
      return try term(expression, at: place, &system)
    } catch {
      guard isSum, evaluator.missing.countsMissingAsZero else { throw error }
      switch error {
      case .missing, .missingPart, .emptyGroup: return .constant(.zero)
      default: throw error
      }
    }
  }

  private func aggregate(
    _ number: Int, at place: Place, _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    let specification = plan.aggregates[number]
    let group = try evaluator.group(of: specification.grouping, at: place)
    let value = try evaluator.aggregates.value(
      of: number, group: group, missing: evaluator.missing)
    switch specification.function {
    case .count, .distinct: return .constant(value.center)
    case .total, .min, .max:
      guard let field = specification.field,
        let record = evaluator.aggregates.states[number].chosen?.record(of: group)
      else { return try some(Term.fixed(value)) }
      return try cell(field, record: record, &system)
    case .sum, .mean:
      let records = members.records(of: number, group: group)
      guard !records.isEmpty, records.count <= Self.memberLimit,
        let sum = try sum(of: records, specification, &system)
      else { return try some(Term.fixed(value)) }
      guard specification.function == .mean, let size = sum.quantity()?.center,
        let factor = value.center.divided(by: size)
      else { return specification.function == .sum ? sum : try some(Term.fixed(value)) }
      return try some(Term.scaled(sum, by: factor, in: system))
    }
  }

  /// The sum of what an aggregate adds up; nil where it is not a weighted sum of cells.
  private func sum(
    of records: [Int], _ specification: AggregateSpecification, _ system: inout RelationSystem
  ) throws(Gap) -> Term? {
    guard let argument = specification.argument else { return nil }
    var parts: [(cell: Int, factor: Rational)] = []
    var constant = Rational.zero
    for record in records {
      guard let found = try? reader.find(record: record, of: specification.table) else {
        return nil
      }
      let place = Place.record(table: specification.table, batch: found.batch, row: found.row)
      do throws(Gap) {
        guard case .linear(let term) = try term(argument, at: place, &system),
          let more = constant.adding(term.constant)
        else { return nil }
        parts += zip(term.cells, term.factors).map { ($0, $1) }
        constant = more
      } catch {
        // A part without a value takes no part, or the aggregate would have none.
        if case .missing = error { continue }
        return nil
      }
    }
    return LinearTerm(parts, constant: constant, in: system).map(Term.linear)
  }

  // MARK: cells

  private func cell(
    _ field: FieldReference, record: Int, _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    guard record >= 1, let found = try? reader.find(record: record, of: field.table) else {
      throw .noPrevious
    }
    return try cell(field, found.batch, found.row, &system)
  }

  private func cell(
    _ field: FieldReference, _ batch: Batch, _ row: Int, _ system: inout RelationSystem
  ) throws(Gap) -> Term {
    let number = try number(of: field, batch, row, &system)
    guard let term = LinearTerm([(number, Rational(1))], constant: .zero, in: system) else {
      throw .overflow
    }
    return .linear(term)
  }

  /// The number of a cell in the system.
  func number(
    of field: FieldReference, _ batch: Batch, _ row: Int, _ system: inout RelationSystem
  ) throws(Gap) -> Int {
    let record = batch.firstRecord + row
    if let number = known[table: field.table, record: record, field: field.position] {
      return number
    }
    guard let table = reader.table(field.table),
      let column = batch.columns[field.position].numerals,
      let value = column.value(at: row)
    else { throw .missing(field) }
    let location = table.location(of: field.position, row: row, in: batch)
    let raw = batch.columns[field.position].raw(at: row)
    let number = try system.number(of: CellKey(location, raw: raw)) { () throws(Gap) in
      guard
        let cell = RelationCell(
          location: location, raw: raw,
          origin: RelationCell.Origin(
            pipeline: pipeline, table: plan.tables[field.table].name,
            record: record, field: field.position),
          value: value, field: table.schema.fields[field.position], notation: column.notation,
          magnitude: column.magnitude)
      else { throw .overflow }
      return cell
    }
    known[table: field.table, record: record, field: field.position] = number
    return number
  }
}

/// The numbers of cells that were met already, by where they stand in the tables of one pipeline.
///
/// Cells take part in several relations, and finding out the place of each anew takes long.
final class KnownCells {
  private struct Key: Hashable {
    var table: Int32
    var field: Int32
    var record: Int
  }

  private var numbers: [Key: Int] = [:]

  /// The number of a cell in the system; nil where it is not known yet.
  subscript(table table: Int, record record: Int, field field: Int) -> Int? {
    get { numbers[Key(table: Int32(table), field: Int32(field), record: record)] }
    set { numbers[Key(table: Int32(table), field: Int32(field), record: record)] = newValue }
  }
}

extension Condition {
  /// What is joined by `and`.
  var conjuncts: [Condition] {
    guard case .and(let left, let right) = self else { return [self] }
    return left.conjuncts + right.conjuncts
  }
}
