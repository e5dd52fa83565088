import Numerals
import Tabular

/// Numbers of the records of one batch in 64 bits, for the fast way.
///
/// Value `row` is `centers[row] × 10^-scale`, give or take `halves` half units of that scale.
struct ScreenVector {
  enum Halves {
    case exact
    case uniform(Int64)
    case each([Int64])
  }

  var centers: [Int64]
  var scale: Int
  var halves: Halves
  /// False for the records that have no value or need a closer look; nil where all are valid.
  var valid: [Bool]?
  /// How many printed values are added up in each number.
  var printedCount: Int

  /// A constant.
  init?(constant: ExactDecimal, count: Int) {
    guard let mantissa = Int64(exactly: constant.mantissa) else { return nil }
    centers = [Int64](repeating: mantissa, count: count)
    scale = constant.scale
    halves = .exact
    valid = nil
    printedCount = 0
  }

  init(centers: [Int64], scale: Int, halves: Halves, valid: [Bool]?, printedCount: Int) {
    self.centers = centers
    self.scale = scale
    self.halves = halves
    self.valid = valid
    self.printedCount = printedCount
  }

  /// The numbers of a field; nil where some need 128 bits.
  init?(_ column: NumeralColumn, of field: FieldReference) {
    guard column.wide.isEmpty else { return nil }
    centers = column.mantissas
    scale = column.scale + field.scaleShift - column.magnitude
    valid = column.states.isEmpty ? nil : column.states.map { $0 == .value }
    let isExact = field.kind.isExact && !column.isRounded
    printedCount = isExact ? 0 : 1
    if isExact {
      halves = .exact
    } else if column.printedScales.isEmpty {
      halves = .uniform(1)
    } else {
      guard let powers = Self.powers(upTo: column.scale) else { return nil }
      halves = .each(
        column.printedScales.map { powers[max(0, column.scale - Int($0))] })
    }
  }

  private static func powers(upTo exponent: Int) -> [Int64]? {
    guard PowersOfTen.narrow(exponent) != nil else { return nil }
    return (0...exponent).compactMap { PowersOfTen.narrow($0) }
  }

  var isExact: Bool { if case .exact = halves { true } else { false } }

  /// The same numbers at a larger scale; nil on overflow.
  func rescaled(to newScale: Int) -> ScreenVector? {
    guard newScale > scale else { return newScale == scale ? self : nil }
    guard let factor = PowersOfTen.narrow(newScale - scale) else { return nil }
    var result = self
    result.scale = newScale
    return result.multiply(by: factor) ? result : nil
  }

  /// Multiplies all numbers; false on overflow.
  mutating func multiply(by factor: Int64) -> Bool {
    var overflowed = false
    for row in centers.indices {
      let (product, overflow) = centers[row].multipliedReportingOverflow(by: factor)
      centers[row] = product
      overflowed = overflowed || overflow
    }
    switch halves {
    case .exact: break
    case .uniform(let half):
      let (product, overflow) = half.multipliedReportingOverflow(by: factor.magnitude64)
      halves = .uniform(product)
      overflowed = overflowed || overflow
    case .each(var each):
      for row in each.indices {
        let (product, overflow) = each[row].multipliedReportingOverflow(by: factor.magnitude64)
        each[row] = product
        overflowed = overflowed || overflow
      }
      halves = .each(each)
    }
    return !overflowed
  }

  /// The sum or difference; nil on overflow.
  func combined(with other: ScreenVector, sign: Int64) -> ScreenVector? {
    let common = max(scale, other.scale)
    guard var left = rescaled(to: common), let right = other.rescaled(to: common) else {
      return nil
    }
    var overflowed = false
    for row in left.centers.indices {
      let (sum, overflow) =
        sign > 0
        ? left.centers[row].addingReportingOverflow(right.centers[row])
        : left.centers[row].subtractingReportingOverflow(right.centers[row])
      left.centers[row] = sum
      overflowed = overflowed || overflow
    }
    guard !overflowed, let halves = left.halves.adding(right.halves) else { return nil }
    left.halves = halves
    left.valid = Self.both(left.valid, right.valid)
    left.printedCount += right.printedCount
    return left
  }

  /// True where both are.
  static func both(_ left: [Bool]?, _ right: [Bool]?) -> [Bool]? {
    guard let left else { return right }
    guard let right else { return left }
    return zip(left, right).map { $0 && $1 }
  }
}

extension ScreenVector.Halves {
  /// The half-widths of a sum; nil on overflow.
  func adding(_ other: ScreenVector.Halves) -> ScreenVector.Halves? {
    switch (self, other) {
    case (.exact, let rest), (let rest, .exact): return rest
    case (.uniform(let left), .uniform(let right)):
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : .uniform(sum)
    case (.uniform(let one), .each(let each)), (.each(let each), .uniform(let one)):
      return Self.sum(each, [Int64](repeating: one, count: each.count))
    case (.each(let left), .each(let right)): return Self.sum(left, right)
    }
  }

  private static func sum(_ left: [Int64], _ right: [Int64]) -> ScreenVector.Halves? {
    var result = left
    var overflowed = false
    for row in result.indices {
      let (sum, overflow) = left[row].addingReportingOverflow(right[row])
      result[row] = sum
      overflowed = overflowed || overflow
    }
    return overflowed ? nil : .each(result)
  }

  /// The half-width of one record.
  func half(at row: Int) -> Int64 {
    switch self {
    case .exact: 0
    case .uniform(let half): half
    case .each(let each): each[row]
    }
  }
}

extension Int64 {
  /// The absolute value; the one number without any becomes the largest.
  fileprivate var magnitude64: Int64 { self == .min ? .max : abs(self) }
}
