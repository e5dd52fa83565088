import Numerals
import Tabular

/// A value of a series as a sentence tells it.
struct SeriesValue {
  /// What the value is called; nil where it has no name of its own.
  var name: String?
  var figure: Figure
  /// True where it follows from several cells, so that none of them states it.
  var isImplied: Bool
  /// The ends of what an implied value may be; nil where they are told alike.
  var range: (lower: Figure, upper: Figure)?
  /// How an implied value follows from its cells; nil where a sentence can't hold it.
  var calculation: Calculation?
  /// The year or other place in the order.
  var time: String
}

/// What a calculation read and gave in one record.
struct MonotoneValue {
  /// The cells it read, the first as `stated`.
  var cells: [Draft.CellReference]
  var told: SeriesValue
  var isImplied: Bool { told.isImplied }

  /// `digits` more decimals are told of an implied value than its cells have.
  ///
  /// Nil where the calculation gives nothing.
  init?(
    of monotone: ResolvedRule.Monotone, draft: StatementDraft, time: String, record: Int,
    digits: Int
  ) {
    let expression = draft.chosen(monotone.expression)
    guard let quantity = try? draft.evaluator.number(expression, at: draft.place) else {
      return nil
    }
    let read = draft.cells(readBy: expression)
    let adds = expression.contains {
      if case .aggregate = $0 { !StatementDraft.isCell($0, draft.plan) } else { false }
    }
    let isImplied = read.count > 1 || adds
    cells =
      read.isEmpty
      ? [
        Draft.CellReference(
          role: .stated, table: monotone.table, record: record, field: monotone.order.position)
      ] : read
    let name = draft.name(of: monotone.expression)
    if !isImplied, let figure = draft.figure(expression) {
      told = SeriesValue(name: name, figure: figure, isImplied: false, time: time)
      return
    }
    let scale = draft.scale(of: read) + digits
    let magnitude = draft.magnitude(of: expression)
    let shift = draft.percentage(in: expression)?.scaleShift ?? 0
    func figure(_ value: Rational) -> Figure? {
      guard let factor = PowersOfTen.power(shift),
        let rounded = value.multiplied(by: Rational(factor))?.rounded(toScale: scale)
      else { return nil }
      return Figure(value: rounded, magnitude: magnitude)
    }
    guard let center = figure(quantity.center), let lower = figure(quantity.interval.lower),
      let upper = figure(quantity.interval.upper)
    else { return nil }
    told = SeriesValue(
      name: name, figure: center, isImplied: isImplied,
      range: lower.value == upper.value ? nil : (lower, upper),
      calculation: draft.calculation(of: expression), time: time)
  }
}

extension StatementDraft {
  /// The expression with the branches that are taken in place of all its conditions.
  func chosen(_ expression: Expression) -> Expression {
    switch expression {
    case .conditional(let condition, let first, let second):
      let holds = (try? evaluator.holds(condition, at: place)) ?? true
      return chosen(holds ? first : second)
    case .negated(let inner): return .negated(chosen(inner))
    case .absolute(let inner): return .absolute(chosen(inner))
    case .rounded(let inner, let scale): return .rounded(chosen(inner), scale: scale)
    case .arithmetic(let sign, let left, let right):
      return .arithmetic(sign, chosen(left), chosen(right))
    case .number, .text, .field, .previous, .aggregate, .lookup, .band, .words: return expression
    }
  }

  /// The cells whose values a calculation is made of, each once, the first as `stated`.
  func cells(readBy expression: Expression) -> [Draft.CellReference] {
    var cells: [Draft.CellReference] = []
    expression.walk { part in
      guard let field = Self.field(of: part, plan), let record = record(of: part) else { return }
      let cell = Draft.CellReference(
        role: cells.isEmpty ? .stated : .part, table: field.table, record: record,
        field: field.position)
      if !cells.contains(where: { $0.names(cell) }) { cells.append(cell) }
    }
    return cells
  }

  /// What a series is called: as the field that states its values where one does.
  func name(of expression: Expression) -> String? {
    switch expression {
    case .field(let field):
      plan.tables[field.table].shape.schema.fields[field.position].name
        .split(separator: "_").joined(separator: " ")
    case .conditional(_, let first, let second): name(of: first) ?? name(of: second)
    default: nil
    }
  }

  /// The most decimals that any of the cells was printed with.
  fileprivate func scale(of cells: [Draft.CellReference]) -> Int {
    cells.reduce(0) { most, cell in
      guard let found = try? evaluator.reader.find(record: cell.record, of: cell.table) else {
        return most
      }
      let value = found.batch.columns[cell.field].numerals?.value(at: found.row)
      return max(most, value?.scale ?? 0)
    }
  }
}
