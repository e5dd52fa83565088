import Numerals

/// The functions that are calculated.
enum FormulaFunction: String, Sendable {
  case sum = "SUM"
  case average = "AVERAGE"
  case count = "COUNT"
  case smallest = "MIN"
  case largest = "MAX"
  case product = "PRODUCT"
  case sumOfProducts = "SUMPRODUCT"
  case round = "ROUND"
  case roundUp = "ROUNDUP"
  case roundDown = "ROUNDDOWN"
  case truncate = "TRUNC"
  case wholePart = "INT"
  case size = "ABS"
  case choice = "IF"
  case unlessError = "IFERROR"
}

extension FormulaEvaluator {
  /// The result of a function.
  mutating func call(_ function: FormulaFunction, _ inputs: [FormulaOperand]) -> FormulaOperand {
    switch function {
    case .sum, .average, .count, .smallest, .largest:
      return aggregate(function, inputs)
    case .product: return product(inputs)
    case .sumOfProducts: return sumOfProducts(inputs)
    case .round, .roundUp, .roundDown, .truncate, .wholePart, .size:
      return rounded(function, inputs.map { scalar($0) })
    case .choice:
      guard (2...3).contains(inputs.count), case .boolean(let holds) = scalar(inputs[0]) else {
        return .unknown
      }
      if holds { return scalar(inputs[1]) }
      return inputs.count == 3 ? scalar(inputs[2]) : .unknown
    case .unlessError:
      guard inputs.count == 2 else { return .unknown }
      let first = scalar(inputs[0])
      if case .error = first { return scalar(inputs[1]) }
      return first
    }
  }

  private mutating func aggregate(
    _ function: FormulaFunction, _ inputs: [FormulaOperand]
  ) -> FormulaOperand {
    var parts: [ComputedNumber] = []
    var extremes: [ComputedNumber] = []
    var count = 0
    for input in inputs {
      switch input {
      case .number(let number):
        (parts, extremes, count) = (parts + [number], extremes + [number], count + 1)
      case .cells(let place, let range):
        guard let tally = tally(place, range), !tally.hasUnknown else { return .unknown }
        if tally.hasError, function != .count { return .error }
        count += tally.count
        guard tally.count > 0 else { continue }
        if function != .count {
          guard let sum = tally.sum else { return .unknown }
          parts.append(sum)
        }
        extremes += [function == .smallest ? tally.smallest : tally.largest].compactMap { $0 }
      case .error: return .error
      case .blank where function == .sum: continue
      case .blank, .boolean, .unknown: return .unknown
      }
    }
    return result(function, parts, extremes, count)
  }

  private func result(
    _ function: FormulaFunction, _ parts: [ComputedNumber], _ extremes: [ComputedNumber],
    _ count: Int
  ) -> FormulaOperand {
    switch function {
    case .count: return .number(ComputedNumber(count))
    case .smallest, .largest:
      let chosen =
        function == .smallest
        ? extremes.min { $0.value < $1.value } : extremes.max { $0.value < $1.value }
      return .number(chosen ?? ComputedNumber(0))
    default:
      var sum = ComputedNumber(0)
      for part in parts {
        guard let next = sum.adding(part) else { return .unknown }
        sum = next
      }
      guard function == .average else { return .number(sum) }
      guard count > 0 else { return .error }
      return sum.divided(by: ComputedNumber(count)).map { .number($0) } ?? .unknown
    }
  }

  private func rounded(_ function: FormulaFunction, _ inputs: [FormulaOperand]) -> FormulaOperand {
    var numbers: [ComputedNumber] = []
    for input in inputs {
      switch input {
      case .number(let number): numbers.append(number)
      case .error: return .error
      default: return .unknown
      }
    }
    let takesDigits = function != .wholePart && function != .size
    guard let number = numbers.first,
      numbers.count == (takesDigits ? 2 : 1) || function == .truncate
    else { return .unknown }
    let digits = numbers.count == 2 ? numbers[1] : ComputedNumber(0)
    guard numbers.count <= 2, digits.isExactInteger,
      let places = Int(exactly: digits.value.numerator)
    else { return .unknown }
    let result: ComputedNumber? =
      switch function {
      case .round: number.rounded(places) { $0.rounded(toScale: $1) }
      case .roundUp: number.rounded(places) { $0.awayFromZero(toScale: $1) }
      case .wholePart: number.rounded(0) { value, _ in value.floor }
      case .size: number.value < .zero ? number.negated : number
      default: number.rounded(places) { $0.truncated(toScale: $1) }
      }
    return result.map { .number($0) } ?? .unknown
  }
}

extension Rational {
  /// The decimal of `scale` digits next to the value away from zero, or nil on overflow.
  fileprivate func awayFromZero(toScale scale: Int) -> ExactDecimal? {
    guard let truncated = truncated(toScale: scale), Rational(truncated) != self else {
      return truncated(toScale: scale)
    }
    return truncated.adding(ExactDecimal(mantissa: numerator < 0 ? -1 : 1, scale: scale))
  }

  /// The largest whole number that is not above the value.
  fileprivate var floor: ExactDecimal? {
    let truncated = ExactDecimal(mantissa: numerator / denominator)
    let isBelow = numerator < 0 && numerator % denominator != 0
    return isBelow ? truncated.subtracting(ExactDecimal(mantissa: 1)) : truncated
  }
}
