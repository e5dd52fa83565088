import Numerals

/// Calculates formulas exactly from the stored values of the cells that they refer to.
struct FormulaEvaluator {
  /// The most cells that are added up for all formulas of a sheet together.
  static let mostVisits = 20_000_000

  let values: FormulaValues
  private(set) var visits = 0
  /// The range that was added up last; running totals go on from there.
  private var last: (place: FormulaReference.Place, range: CellRange, tally: AreaTally)?

  /// An evaluator over these values.
  init(_ values: FormulaValues) { self.values = values }

  /// True where a formula of this form can be judged at all.
  static func canJudge(_ formula: Formula) -> Bool {
    formula.tokens.allSatisfy { token in
      switch token {
      case .number, .boolean, .missing, .prefix, .percent, .parentheses: true
      case .reference(let reference): if case .elsewhere = reference.place { false } else { true }
      case .infix(let infix): infix.precedence != 2 && infix.precedence <= 5
      case .call(let name, _): FormulaFunction(rawValue: name) != nil
      case .text, .error, .array, .name: false
      }
    }
  }

  /// The number that `formula` gives at `origin`; nil where it gives none, or can't be judged.
  mutating func number(_ formula: Formula, at origin: CellPosition) -> ComputedNumber? {
    var stack: [FormulaOperand] = []
    for token in formula.tokens { apply(token, to: &stack, origin) }
    guard let last = stack.popLast(), stack.isEmpty, case .number(let number) = scalar(last) else {
      return nil
    }
    return number
  }

  private mutating func apply(
    _ token: FormulaToken, to stack: inout [FormulaOperand], _ origin: CellPosition
  ) {
    switch token {
    case .number(let text):
      let number = StoredNumber(text.utf8).flatMap { ComputedNumber($0) }
      stack.append(number.map { .number($0) } ?? .unknown)
    case .boolean(let value): stack.append(.boolean(value))
    case .missing: stack.append(.blank)
    case .error: stack.append(.error)
    case .reference(let reference):
      stack.append(reference.range(at: origin).map { .cells(reference.place, $0) } ?? .error)
    case .parentheses, .prefix(.plus): return
    case .prefix(.minus): stack.append(map(stack.popLast()) { $0.negated })
    case .percent:
      stack.append(map(stack.popLast()) { $0.divided(by: ComputedNumber(100)) })
    case .infix(let infix):
      let right = scalar(stack.popLast() ?? .unknown)
      stack.append(infix.result(scalar(stack.popLast() ?? .unknown), right))
    case .call(let name, let arguments):
      let inputs = Array(stack.suffix(arguments))
      stack.removeLast(min(arguments, stack.count))
      stack.append(FormulaFunction(rawValue: name).map { call($0, inputs) } ?? .unknown)
    case .text, .array, .name, .prefix(.single): stack.append(.unknown)
    }
  }

  private func map(
    _ operand: FormulaOperand?, _ operation: (ComputedNumber) -> ComputedNumber?
  ) -> FormulaOperand {
    switch scalar(operand ?? .unknown) {
    case .number(let number): operation(number).map { .number($0) } ?? .unknown
    case .error: .error
    default: .unknown
    }
  }

  /// One value: a number, an error, a truth value, or unknown; blank cells are zero.
  func scalar(_ operand: FormulaOperand) -> FormulaOperand {
    switch operand {
    case .blank: return .number(ComputedNumber(0))
    case .cells(let place, let range):
      guard range.rows.count == 1, range.columns.count == 1, let sheet = values.sheet(place),
        range.rows.lowerBound < sheet.cutRow
      else { return .unknown }
      let position = CellPosition(row: range.rows.lowerBound, column: range.columns.lowerBound)
      guard let cell = sheet.cell(at: position) else { return .number(ComputedNumber(0)) }
      if cell.content == .error { return .error }
      return cell.number.flatMap { ComputedNumber($0) }.map { .number($0) } ?? .unknown
    case .number, .boolean, .error, .unknown: return operand
    }
  }

  /// What the cells of a range add up to, or nil where it isn't known.
  mutating func tally(_ place: FormulaReference.Place, _ range: CellRange) -> AreaTally? {
    guard let sheet = values.sheet(place) else { return nil }
    if NeededCells.isLarge(range) { return sheet.tallies[range] }
    guard range.rows.upperBound < sheet.cutRow else { return nil }
    var tally = AreaTally()
    var rows = range.rows
    if let last, last.place == place, last.range.columns == range.columns,
      last.range.rows.lowerBound == rows.lowerBound, last.range.rows.upperBound <= rows.upperBound
    {
      tally = last.tally
      guard last.range.rows.upperBound < rows.upperBound else { return tally }
      rows = (last.range.rows.upperBound + 1)...rows.upperBound
    }
    for column in range.columns {
      let cells = sheet.cells(column: column, rows: rows)
      visits += cells.count
      guard visits <= Self.mostVisits else { return nil }
      for cell in cells { tally.add(cell) }
    }
    last = (place, range, tally)
    return tally
  }
}

extension FormulaToken.Infix {
  /// The result for two single values.
  func result(_ left: FormulaOperand, _ right: FormulaOperand) -> FormulaOperand {
    switch (left, right) {
    case (.number(let left), .number(let right)): return result(left, right)
    case (.error, .number), (.number, .error), (.error, .error): return .error
    default: return .unknown
    }
  }

  private func result(_ left: ComputedNumber, _ right: ComputedNumber) -> FormulaOperand {
    let number: ComputedNumber? =
      switch self {
      case .plus: left.adding(right)
      case .minus: left.subtracting(right)
      case .times: left.multiplied(by: right)
      case .over: left.divided(by: right)
      case .power: left.raised(to: right)
      default: nil
      }
    if let number { return .number(number) }
    if self == .over, right.value == .zero, right.error.isNone { return .error }
    return precedence == 1 ? comparison(left, right) : .unknown
  }

  /// Compares two numbers where rounding can't turn the answer.
  private func comparison(_ left: ComputedNumber, _ right: ComputedNumber) -> FormulaOperand {
    let error = left.error + right.error
    if left.value != right.value {
      guard let distance = left.value.subtracting(right.value),
        ErrorBound(ceiling: distance) > error
      else { return .unknown }
    } else if !error.isNone, left.value != .zero, !left.isPlain || !right.isPlain {
      return .unknown
    }
    return switch self {
    case .equal: .boolean(left.value == right.value)
    case .unequal: .boolean(left.value != right.value)
    case .atMost: .boolean(left.value <= right.value)
    case .atLeast: .boolean(left.value >= right.value)
    case .below: .boolean(left.value < right.value)
    case .above: .boolean(left.value > right.value)
    default: .unknown
    }
  }
}

extension ComputedNumber {
  /// True where the error is no more than that of a number as stored, so that equal values are
  /// equal binary numbers.
  fileprivate var isPlain: Bool { error <= .binaryDigits * size }

  /// The power, for whole exponents up to 64; nil for others.
  fileprivate func raised(to exponent: ComputedNumber) -> ComputedNumber? {
    guard exponent.isExactInteger, exponent.value.numerator.magnitude <= 64 else { return nil }
    if exponent.value == .zero { return value == .zero ? nil : ComputedNumber(1) }
    var result = ComputedNumber(1)
    for _ in 0..<exponent.value.numerator.magnitude {
      guard let next = result.multiplied(by: self) else { return nil }
      result = next
    }
    return exponent.value < .zero ? ComputedNumber(1).divided(by: result) : result
  }
}
