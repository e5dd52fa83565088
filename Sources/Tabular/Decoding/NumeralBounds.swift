import Numerals

/// The smallest and largest numbers that a field allows.
struct NumeralBounds {
  private let minimum: ExactDecimal?
  private let maximum: ExactDecimal?
  private let allowed: [Rational]
  private let listed: [String]

  /// The bounds that a field declares; a count is never negative.
  init(_ field: Field) {
    minimum = field.constraints.minimum ?? (field.kind == .count ? .zero : nil)
    maximum = field.constraints.maximum
    listed = field.constraints.values
    let reader = NumeralReader(.init(convention: field.convention))
    allowed = listed.compactMap { text in
      if case .value(let value, _) = reader.read(text) { Rational(value) } else { nil }
    }
  }

  /// Finds the values outside, among the rows of a column from `start` on.
  func check(
    _ column: NumeralColumn, from start: Int, field: Int, exceptions: RawTexts,
    _ faults: inout [CellFault]
  ) {
    guard minimum != nil || maximum != nil || !listed.isEmpty else { return }
    if column.printedScales.isEmpty, column.wide.isEmpty, listed.isEmpty, allInside(column, start) {
      return
    }
    for row in start..<column.mantissas.count {
      guard let value = printedValue(column, row) else { continue }
      guard let reason = reason(value) else { continue }
      let raw = exceptions[row] ?? written(value, column)
      faults.append(CellFault(field: field, row: row, raw: raw, reason: reason))
    }
  }

  /// A value as its source prints it.
  private func written(_ value: ExactDecimal, _ column: NumeralColumn) -> String {
    column.notation.written(
      ExactDecimal(mantissa: value.mantissa, scale: value.scale + column.magnitude))
  }

  /// The value of a row of a column whose scales are not unified yet.
  private func printedValue(_ column: NumeralColumn, _ row: Int) -> ExactDecimal? {
    guard column.state(at: row) == .value else {
      return column.wide[row].map {
        ExactDecimal(mantissa: $0.mantissa, scale: $0.scale - column.magnitude)
      }
    }
    let scale = column.printedScales.isEmpty ? column.scale : Int(column.printedScales[row])
    return ExactDecimal(mantissa: Int128(column.mantissas[row]), scale: scale - column.magnitude)
  }

  private func reason(_ value: ExactDecimal) -> CellFault.Reason? {
    if let minimum, value < minimum { return .belowMinimum(minimum, value: value) }
    if let maximum, value > maximum { return .aboveMaximum(maximum, value: value) }
    if !listed.isEmpty, !allowed.contains(Rational(value)) { return .notListed(nearest: nil) }
    return nil
  }

  /// True where all mantissas lie within the bounds, those of missing cells (0) included.
  private func allInside(_ column: NumeralColumn, _ start: Int) -> Bool {
    let scale = column.scale - column.magnitude
    let low = minimum.map { Self.mantissa($0, scale, towards: .up) } ?? .min
    let high = maximum.map { Self.mantissa($0, scale, towards: .down) } ?? .max
    return column.mantissas.withUnsafeBufferPointer { mantissas in
      var outside = false
      for row in start..<mantissas.count {
        outside = outside || mantissas[row] < low || mantissas[row] > high
      }
      return !outside
    }
  }

  /// The whole number of units of `10^-scale` next to a bound, as far as 64 bits reach.
  private static func mantissa(
    _ bound: ExactDecimal, _ scale: Int, towards direction: FloatingPointRoundingRule
  ) -> Int64 {
    guard let cut = Rational(bound).truncated(toScale: scale) else {
      return bound.mantissa < 0 ? .min : .max
    }
    var mantissa = cut.mantissa
    if direction == .up, cut < bound { mantissa += 1 }
    if direction == .down, cut > bound { mantissa -= 1 }
    return Int64(clamping: mantissa)
  }
}

extension NumeralColumn {
  /// Brings all mantissas to the largest scale that any of them was printed with.
  ///
  /// Before, each mantissa stands at its own printed scale.
  mutating func unifyScales() {
    guard let largest = printedScales.max() else { return }
    let target = Int(largest)
    for row in mantissas.indices where state(at: row) == .value {
      let printed = Int(printedScales[row])
      guard printed < target else { continue }
      let value = ExactDecimal(mantissa: Int128(mantissas[row]), scale: printed)
      let wider = value.rescaled(to: target).flatMap { Int64(exactly: $0.mantissa) }
      if let wider {
        mantissas[row] = wider
      } else {
        if states.isEmpty { states = Array(repeating: .value, count: mantissas.count) }
        states[row] = .wide
        wide[row] = value
        mantissas[row] = 0
      }
    }
    scale = target
    if printedScales.allSatisfy({ $0 == largest }) { printedScales = [] }
  }
}
