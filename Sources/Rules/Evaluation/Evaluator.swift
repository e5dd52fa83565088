import Numerals
import Tabular

/// Where something is calculated.
enum Place {
  case record(table: Int, batch: Batch, row: Int)
  case group(grouping: Int, group: UInt32)
  case once
}

/// Calculates one expression or condition for one record, group or run, exactly.
///
/// This is the reference: every verdict and every number in a finding comes from here. The fast
/// ways only decide which records need not be looked at.
struct Evaluator {
  let plan: Plan
  var groupings: Groupings
  var aggregates: AggregateStates
  var lookups: [LookupResult]
  let reader: RecordReader
  /// The mode of the rule that is being judged.
  var missing = RuleDefinition.MissingMode.nonNull

  func value(_ expression: Expression, at place: Place) throws(Gap) -> Value {
    switch expression {
    case .number(let value): return .number(Quantity(exactly: Rational(value)))
    case .text(let text): return .text(text)
    case .field(let field): return try self.field(field, at: place)
    case .previous(let field, let places): return try previous(field, places, at: place)
    case .aggregate(let number): return .number(try aggregate(number, at: place))
    case .lookup(let number): return try lookups[number].value()
    case .negated(let inner):
      return .number(try negated(try number(inner, at: place)))
    case .arithmetic(let sign, let left, let right):
      let one = try operand(left, at: place, sign)
      let other = try operand(right, at: place, sign)
      return .number(try Arithmetic.apply(sign, one, other))
    case .conditional(let condition, let first, let second):
      return try value(holds(condition, at: place) ? first : second, at: place)
    case .absolute(let inner):
      let value = try number(inner, at: place)
      return .number(value.center < .zero ? try negated(value) : value)
    case .rounded(let inner, let scale):
      guard let rounded = try number(inner, at: place).center.rounded(toScale: scale) else {
        throw .overflow
      }
      return .number(Quantity(exactly: Rational(rounded)))
    case .band(let inner, let bands):
      guard let category = bands.category(of: try number(inner, at: place).center) else {
        throw .noBand
      }
      return .text(category)
    case .words(let inner):
      let value = try number(inner, at: place).center
      guard value.denominator == 1, let words = SpelledNumber.words(of: value.numerator) else {
        throw .overflow
      }
      return .text(words)
    }
  }

  func number(_ expression: Expression, at place: Place) throws(Gap) -> Quantity {
    guard case .number(let quantity) = try value(expression, at: place) else { throw .overflow }
    return quantity
  }

  /// A part of a sum: where the mode counts missing parts as zero, a missing field is zero.
  private func operand(
    _ expression: Expression, at place: Place, _ sign: Syntax.Operator
  ) throws(Gap) -> Quantity {
    guard missing.countsMissingAsZero, sign == .plus || sign == .minus else {
      return try number(expression, at: place)
    }
    do throws(Gap) {
      return try number(expression, at: place)
    } catch {
      switch error {
      case .missing, .missingPart, .emptyGroup: return Quantity(exactly: .zero)
      default: throw error
      }
    }
  }

  private func negated(_ value: Quantity) throws(Gap) -> Quantity {
    guard let center = value.center.negated, let interval = value.interval.negated else {
      throw .overflow
    }
    return Quantity(
      center: center, interval: interval, squares: value.squares,
      printedCount: value.printedCount)
  }

  // MARK: fields

  private func field(_ field: FieldReference, at place: Place) throws(Gap) -> Value {
    guard case .record(_, let batch, let row) = place else { throw .missing(field) }
    return try Self.cell(field, batch: batch, row: row)
  }

  static func cell(_ field: FieldReference, batch: Batch, row: Int) throws(Gap) -> Value {
    switch batch.columns[field.position].values {
    case .texts(let column):
      guard let text = column.text(at: row) else { throw .missing(field) }
      return .text(text)
    case .numerals(let column):
      guard let value = column.value(at: row) else {
        throw column.state(at: row) == .malformed ? .malformed(field) : .missing(field)
      }
      return .number(
        try AggregateStates.quantity(
          value, isExact: field.kind.isExact && !column.isRounded, shift: field.scaleShift))
    }
  }

  private func previous(
    _ field: FieldReference, _ places: Int, at place: Place
  ) throws(Gap) -> Value {
    guard case .record(let table, let batch, let row) = place else { throw .noPrevious }
    if row >= places { return try Self.cell(field, batch: batch, row: row - places) }
    let record = batch.firstRecord + row - places
    guard record >= 1, let found = try? reader.find(record: record, of: table),
      found.batch.source == batch.source
    else { throw .noPrevious }
    return try Self.cell(field, batch: found.batch, row: found.row)
  }

  // MARK: aggregates

  func aggregate(_ number: Int, at place: Place) throws(Gap) -> Quantity {
    let group = try self.group(of: plan.aggregates[number].grouping, at: place)
    return try aggregates.value(of: number, group: group, missing: missing)
  }

  /// The group of `grouping` that a place belongs to.
  func group(of grouping: Int, at place: Place) throws(Gap) -> UInt32 {
    let wanted = plan.groupings[grouping]
    guard !wanted.fields.isEmpty else { return 0 }
    switch place {
    case .once: throw .emptyGroup
    case .group(let own, let group) where own == grouping: return group
    case .group(let own, let group):
      guard let record = groupings.firstRecord(of: group, in: own),
        let found = try? reader.find(record: record, of: plan.groupings[own].table)
      else { throw .emptyGroup }
      return try self.group(
        of: grouping,
        at: .record(
          table: plan.groupings[own].table, batch: found.batch, row: found.row))
    case .record(let table, let batch, let row):
      return try group(of: wanted, grouping, table: table, batch: batch, row: row)
    }
  }

  private func group(
    of wanted: GroupingSpecification, _ grouping: Int, table: Int, batch: Batch, row: Int
  ) throws(Gap) -> UInt32 {
    var codes: [UInt32?] = []
    let schema = plan.tables[wanted.table].shape.schema
    for position in wanted.fields {
      let field = schema.fields[position]
      let target = FieldReference(table: wanted.table, position: position, kind: field.kind)
      let source =
        table == wanted.table ? position : plan.tables[table].shape.schema.position(of: field.name)
      guard let source, let code = code(in: target, of: batch.columns[source], row: row) else {
        throw .emptyGroup
      }
      codes.append(code)
    }
    guard let group = groupings.group(with: codes, in: grouping) else { throw .emptyGroup }
    return group
  }

  /// The code that the value of a cell has in the field `target`, perhaps of another table.
  private func code(in target: FieldReference, of column: Column, row: Int) -> UInt32? {
    switch column.values {
    case .numerals(let numerals):
      return numerals.value(at: row).flatMap { groupings.code(of: $0, in: target) }
    case .texts(let texts):
      guard let pool = reader.pool(of: target) else { return nil }
      if pool === texts.pool { return texts.codes[row] }
      return texts.text(at: row).flatMap { pool.code(of: $0) }
    }
  }
}

extension RecordReader {
  /// The texts of a field; nil where the table is empty or the field is numeric.
  func pool(of field: FieldReference) -> TextPool? {
    guard let found = try? find(record: 1, of: field.table) else { return nil }
    return found.batch.columns[field.position].texts?.pool
  }
}
