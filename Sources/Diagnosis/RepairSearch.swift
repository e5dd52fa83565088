import Numerals
import Rules

/// Finds, for one cell, the values that make the most of its relations hold.
struct RepairSearch {
  let network: RelationNetwork
  /// What is changed already.
  private(set) var change: CellChange = [:]
  /// The same by relation, as far as it takes part.
  private var changes: [Int: CellChange] = [:]
  /// The relations that hold or fail otherwise than at the outset.
  var flipped: [Int: Bool] = [:]
  /// How many relations were solved so far.
  private(set) var work = 0

  init(_ network: RelationNetwork) { self.network = network }

  /// True where a relation fails under the changes made.
  func fails(_ relation: Int) -> Bool {
    flipped[relation] ?? (network.system.relations[relation].finding != nil)
  }

  /// Makes a repair part of what is changed.
  mutating func apply(_ repair: Repair) {
    let cell = network.system.cells[repair.cell]
    let delta = Rational(repair.value).subtracting(cell.center) ?? .zero
    change[repair.cell] = delta
    for relation in network.relations(of: repair.cell) {
      changes[Int(relation), default: [:]][repair.cell] = delta
    }
    for relation in repair.resolved { flipped[relation] = false }
    for relation in repair.broken { flipped[relation] = true }
  }

  /// The relations that held at the outset and fail now.
  var brokenSince: [Int] {
    flipped.filter { $0.value && network.system.relations[$0.key].finding == nil }.map(\.key)
  }

  /// True where nothing fails that held at the outset.
  var holdsAsBefore: Bool { brokenSince.isEmpty }

  /// The relations that failed at the outset and hold now, rising.
  var resolvedAtLast: [Int] {
    flipped.filter { !$0.value && network.system.relations[$0.key].finding != nil }.map(\.key)
      .sorted()
  }

  /// The best changes of a cell, those that resolve the most and break the least first.
  mutating func repairs(of number: Int) -> [Repair] {
    let cell = network.system.cells[number]
    let now = change[number].flatMap(cell.center.adding) ?? cell.center
    var goals: [Goal] = []
    for relation in network.relations(of: number) {
      let relation = Int(relation)
      work += 1
      goals.append(
        Goal(
          relation: relation, fails: fails(relation),
          solution: network.system.relations[relation].solution(
            for: number, now: now, changes[relation] ?? [:])))
    }
    var found: [Repair] = []
    for seed in goals.filter(\.fails).compactMap(\.solution).sorted(by: CellSolution.isNarrower) {
      for value in Self.values(seed, among: goals, cell) {
        guard cell.allows(value), Rational(value) != now,
          !found.contains(where: { $0.value == value })
        else { continue }
        found.append(judged(value, of: number, goals, seed))
      }
    }
    return found.filter { !$0.resolved.isEmpty }.sorted {
      $0.resolved.count - 2 * $0.broken.count > $1.resolved.count - 2 * $1.broken.count
    }
  }

  /// A relation of the cell and the values with which it holds.
  private struct Goal {
    var relation: Int
    var fails: Bool
    var solution: CellSolution?
  }

  /// Values that make one relation hold, and as many others as they can.
  private static func values(
    _ seed: CellSolution, among goals: [Goal], _ cell: RelationCell
  ) -> [ExactDecimal] {
    var values: [ExactDecimal] = []
    func offer(_ value: ExactDecimal?) {
      guard let value, seed.interval.contains(Rational(value)), !values.contains(value) else {
        return
      }
      values.append(value)
    }
    var joint = seed.interval
    for others in [goals.filter(\.fails), goals.filter { !$0.fails }] {
      for other in others.compactMap(\.solution).sorted(by: CellSolution.isNarrower) {
        if let narrower = joint.intersection(other.interval) { joint = narrower }
      }
    }
    let center = seed.center.rounded(toScale: cell.scale)
    if let center, joint.contains(Rational(center)) { offer(center) }
    if !joint.isExact || values.isEmpty {
      offer(joint.midpoint?.rounded(toScale: cell.scale))
      for variant in MistypedDigits.variants(of: cell) where joint.contains(Rational(variant)) {
        offer(variant)
        if values.count >= 4 { break }
      }
    }
    offer(center)
    return values
  }

  private func judged(
    _ value: ExactDecimal, of number: Int, _ goals: [Goal], _ seed: CellSolution
  ) -> Repair {
    let cell = network.system.cells[number]
    let delta = Rational(value).subtracting(cell.center)
    var repair = Repair(cell: number, value: value, resolved: [], broken: [], isUnique: false)
    for goal in goals {
      let holds: Bool
      if let solution = goal.solution, solution.interval.isExact {
        holds = solution.interval.contains(Rational(value))
      } else {
        var changed = changes[goal.relation] ?? [:]
        changed[number] = delta
        holds = network.system.relations[goal.relation].holds(changed) ?? !goal.fails
      }
      if goal.fails, holds { repair.resolved.append(goal.relation) }
      if !goal.fails, !holds { repair.broken.append(goal.relation) }
    }
    let resolved = Set(repair.resolved)
    repair.isUnique = goals.contains { goal in
      guard let solution = goal.solution, resolved.contains(goal.relation) else { return false }
      return solution.center == Rational(value) || solution.interval.hasOneValue(cell.scale)
    }
    return repair
  }
}

extension CellSolution {
  /// True where one leaves fewer values open than the other.
  static func isNarrower(_ one: CellSolution, _ other: CellSolution) -> Bool {
    guard let width = one.interval.upper.subtracting(one.interval.lower),
      let wider = other.interval.upper.subtracting(other.interval.lower)
    else { return false }
    return width < wider
  }
}

extension Interval {
  /// What two intervals have in common.
  func intersection(_ other: Interval) -> Interval? {
    guard meets(other) else { return nil }
    return Interval(max(lower, other.lower), min(upper, other.upper))
  }

  /// The value in the middle; nil on overflow.
  var midpoint: Rational? { lower.adding(upper)?.divided(by: Rational(2)) }

  /// True where no two values of that many decimals lie in it.
  func hasOneValue(_ scale: Int) -> Bool {
    guard let width = upper.subtracting(lower), let half = Rational.halfUnit(ofScale: scale),
      let unit = half.adding(half)
    else { return false }
    return width <= unit
  }
}
