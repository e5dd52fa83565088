import Tabular

extension StatementDraft {
  /// What the number that an expression gives is told in, as a power of ten: what the cells in it
  /// are printed in; 0 for counts, ratios and all that is printed as it stands.
  func magnitude(of expression: Expression) -> Int {
    switch expression {
    case .number, .text, .band, .words: return 0
    case .field, .previous, .lookup: return cellMagnitude(of: expression)
    case .aggregate(let number):
      switch plan.aggregates[number].function {
      case .total, .min, .max: return cellMagnitude(of: expression)
      case .sum, .mean: return evaluator.aggregates.states[number].sums.magnitude
      case .count, .distinct: return 0
      }
    case .negated(let inner), .absolute(let inner), .rounded(let inner, _):
      return magnitude(of: inner)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
      return max(magnitude(of: left), magnitude(of: right))
    case .arithmetic(.times, .number, let inner), .arithmetic(.times, let inner, .number),
      .arithmetic(.over, let inner, .number):
      return magnitude(of: inner)
    case .arithmetic: return 0
    case .conditional(let condition, let first, let second):
      let holds = (try? evaluator.holds(condition, at: place)) ?? true
      return magnitude(of: holds ? first : second)
    }
  }

  private func cellMagnitude(of expression: Expression) -> Int {
    guard let field = Self.field(of: expression, plan), let record = record(of: expression),
      let found = try? evaluator.reader.find(record: record, of: field.table)
    else { return 0 }
    return found.batch.columns[field.position].magnitude
  }
}

extension Column {
  /// What the numbers are printed in, as a power of ten; 0 for texts.
  var magnitude: Int { numerals?.magnitude ?? 0 }
}
