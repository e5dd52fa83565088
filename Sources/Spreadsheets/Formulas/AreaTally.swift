import Numerals

/// What the cells of a range add up to.
struct AreaTally {
  /// The number of numbers.
  private(set) var count = 0
  /// The smallest number, where there are any and all can be compared.
  private(set) var smallest: ComputedNumber?
  /// The largest number.
  private(set) var largest: ComputedNumber?
  /// True where a cell holds an error value, which every sum takes over.
  private(set) var hasError = false
  /// True where a cell holds something that can't be calculated with.
  private(set) var hasUnknown = false

  private var total: ExactDecimal? = .zero
  private var sizes: ExactDecimal? = .zero
  private var error = ErrorBound.none
  private var isWhole = true

  /// Adds a cell.
  mutating func add(_ cell: StoredCell) {
    switch cell.content {
    case .text: return
    case .error: hasError = true
    // Some programs count true as 1, others leave it out.
    case .boolean, .unknown: hasUnknown = true
    case .number: addNumber(cell)
    }
  }

  private mutating func addNumber(_ cell: StoredCell) {
    guard let stored = cell.number, let decimal = stored.decimal else {
      hasUnknown = true
      return
    }
    count += 1
    total = total?.adding(decimal)
    sizes = sizes?.adding(decimal.mantissa < 0 ? decimal.negated ?? decimal : decimal)
    let uncertainty = stored.uncertainty
    error = error + uncertainty
    isWhole = isWhole && uncertainty.isNone
    let number = ComputedNumber(Rational(decimal), error: uncertainty)
    if smallest.map({ number.value < $0.value }) != false { smallest = number }
    if largest.map({ number.value > $0.value }) != false { largest = number }
  }

  /// The sum, or nil where something in it can't be calculated with.
  var sum: ComputedNumber? {
    guard let total, let sizes, !hasUnknown, !hasError else { return nil }
    let size = ErrorBound(ceiling: Rational(sizes))
    if isWhole, sizes.mantissa.magnitude <= ErrorBound.exactIntegers {
      return ComputedNumber(Rational(total), error: .none)
    }
    let steps = ErrorBound(ceiling: UInt128(count + 8), power: 0)
    return ComputedNumber(Rational(total), error: error + steps * .binaryDigits * size)
  }
}
