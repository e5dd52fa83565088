import Numerals
import Tabular

/// Calculates expressions for all records of one batch at once, in 64 bits.
///
/// Whatever it can't do exactly in 64 bits it declines (nil), or marks as not valid for single
/// records; those are left to the evaluator.
struct VectorEvaluator {
  let plan: Plan
  let batch: Batch
  /// The groups of the records and the state of the aggregates, once all batches have passed.
  var aggregates: (groups: Groupings.BatchGroups, states: AggregateStates)?

  func vector(_ expression: Expression) -> ScreenVector? {
    switch expression {
    case .number(let value): return ScreenVector(constant: value, count: batch.count)
    case .field(let field):
      return batch.columns[field.position].numerals.flatMap { ScreenVector($0, of: field) }
    case .negated(let inner):
      guard var vector = vector(inner), vector.multiply(by: -1) else { return nil }
      if case .uniform(let half) = vector.halves { vector.halves = .uniform(abs(half)) }
      return vector
    case .arithmetic(.plus, let left, let right):
      guard let one = vector(left), let other = vector(right) else { return nil }
      return one.combined(with: other, sign: 1)
    case .arithmetic(.minus, let left, let right):
      guard let one = vector(left), let other = vector(right) else { return nil }
      return one.combined(with: other, sign: -1)
    case .arithmetic(.times, .number(let factor), let inner),
      .arithmetic(.times, let inner, .number(let factor)):
      guard factor.scale == 0, let narrow = Int64(exactly: factor.mantissa),
        var vector = vector(inner), vector.multiply(by: narrow)
      else { return nil }
      return vector
    case .aggregate(let number): return aggregate(number)
    default: return nil
    }
  }

  private func aggregate(_ number: Int) -> ScreenVector? {
    guard let aggregates else { return nil }
    let specification = plan.aggregates[number]
    guard specification.field?.kind.isExact ?? false, specification.table == table
    else { return nil }
    let state = aggregates.states.states[number]
    let groups = aggregates.groups.groups(of: specification.grouping)
    switch specification.function {
    case .sum: return sums(state, groups)
    case .total, .min, .max: return chosen(state, groups)
    case .count, .distinct, .mean: return nil
    }
  }

  /// The table that the batch belongs to.
  var table: Int

  private func sums(_ state: AggregateStates.State, _ groups: [UInt32]?) -> ScreenVector? {
    guard state.sums.isExact, let sums = state.sums.fastSums else { return nil }
    var centers = [Int64](repeating: 0, count: batch.count)
    var valid = [Bool](repeating: false, count: batch.count)
    for row in 0..<batch.count {
      let group = groups.map { $0[row] } ?? 0
      guard group < sums.count, state.absent[group] == 0, state.present[group] > 0 else { continue }
      centers[row] = sums[Int(group)]
      valid[row] = true
    }
    return ScreenVector(
      centers: centers, scale: state.sums.scale, halves: .exact, valid: valid, printedCount: 0)
  }

  private func chosen(_ state: AggregateStates.State, _ groups: [UInt32]?) -> ScreenVector? {
    guard let chosen = state.chosen, chosen.isExact else { return nil }
    var centers = [Int64](repeating: 0, count: batch.count)
    var valid = [Bool](repeating: false, count: batch.count)
    for row in 0..<batch.count {
      let group = groups.map { $0[row] } ?? 0
      guard group != Groupings.none, let value = chosen.fastMantissa(of: group, scale: 0) else {
        continue
      }
      centers[row] = value
      valid[row] = true
    }
    return ScreenVector(centers: centers, scale: 0, halves: .exact, valid: valid, printedCount: 0)
  }

  /// The truth of a comparison of exact numbers; nil where some are not exact.
  func exactMask(
    _ comparator: Syntax.Comparator, _ left: Expression, _ right: Expression
  ) -> [UInt8]? {
    guard let one = vector(left), let other = vector(right), one.isExact, other.isExact,
      let difference = one.combined(with: other, sign: -1)
    else { return nil }
    return difference.centers.indices.map { row in
      if let valid = difference.valid, !valid[row] { return MaskNode.unknown }
      let value = difference.centers[row]
      let truth =
        switch comparator {
        case .agrees, .same: value == 0
        case .differs: value != 0
        case .less: value < 0
        case .lessOrEqual: value <= 0
        case .greater: value > 0
        case .greaterOrEqual: value >= 0
        }
      return truth ? MaskNode.yes : MaskNode.no
    }
  }

  // MARK: screens

  /// The records for which `left = right` surely holds; nil where none can be told.
  func screen(_ left: Expression, _ right: Expression) -> [Bool]? {
    if case .arithmetic(.over, let above, let below) = right {
      return screen(left, above: above, below: below)
    }
    if case .arithmetic(.over, let above, let below) = left {
      return screen(right, above: above, below: below)
    }
    guard let one = vector(left), let other = vector(right),
      let difference = one.combined(with: other, sign: -1)
    else { return nil }
    let mayBeFar = difference.printedCount <= 3
    return difference.centers.indices.map { row in
      if let valid = difference.valid, !valid[row] { return false }
      let value = difference.centers[row]
      if value == 0 { return true }
      guard mayBeFar else { return false }
      return value.magnitude <= (difference.halves.half(at: row).magnitude) / 2
    }
  }

  /// The records for which `stated = above / below` surely holds, by cross-multiplication.
  private func screen(
    _ stated: Expression, above: Expression, below: Expression
  ) -> [Bool]? {
    guard let value = vector(stated), let top = vector(above), let bottom = vector(below),
      top.isExact, bottom.isExact
    else { return nil }
    // stated·10^-s = (top·10^-t) / (bottom·10^-b)  ⇔  stated·bottom·10^t = top·10^(s+b)
    guard let left = PowersOfTen.power(top.scale),
      let right = PowersOfTen.power(value.scale + bottom.scale)
    else { return nil }
    let valid = ScreenVector.both(value.valid, ScreenVector.both(top.valid, bottom.valid))
    return value.centers.indices.map { row in
      if let valid, !valid[row] { return false }
      let divisor = Int128(bottom.centers[row])
      guard divisor > 0 else { return false }
      let one = (Int128(value.centers[row]) * divisor).multipliedReportingOverflow(by: left)
      let other = Int128(top.centers[row]).multipliedReportingOverflow(by: right)
      guard !one.overflow, !other.overflow else { return false }
      let (difference, overflow) = one.partialValue.subtractingReportingOverflow(other.partialValue)
      guard !overflow else { return false }
      // Half a unit of the stated value, in the same units: half·bottom·10^t / 2.
      let room = (Int128(value.halves.half(at: row)) * divisor)
        .multipliedReportingOverflow(by: left)
      guard !room.overflow else { return false }
      return difference.magnitude <= room.partialValue.magnitude / 2
    }
  }
}
