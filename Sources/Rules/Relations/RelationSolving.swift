public import Numerals

/// The values of one cell with which a relation holds.
public struct CellSolution: Sendable {
  /// The value with which it holds best.
  public var center: Rational
  /// All values with which it holds.
  public var interval: Interval
}

extension Relation {
  /// The values of `cell` with which it holds while `change` is in force.
  ///
  /// They are in the terms of the cell's `center`; `now` is its value under the change. Nil where
  /// they can't be calculated: where the cell takes part several times, or the relation is none of
  /// agreement.
  public func solution(for cell: Int, now: Rational, _ change: CellChange = [:]) -> CellSolution? {
    guard case .agrees(let left, let right, let tolerance, _) = statement else { return nil }
    let (inLeft, inRight) = (left.occurrences(of: cell), right.occurrences(of: cell))
    guard inLeft + inRight == 1 else { return nil }
    let (own, other) = inLeft == 1 ? (left, right) : (right, left)
    guard let target = other.quantity(change), let goal = Self.goal(target, own, tolerance, change)
    else { return nil }
    return own.solve(cell, now: now, goal, change)
  }

  /// What the side with the cell must come to.
  private static func goal(
    _ target: Quantity, _ own: Term, _ tolerance: Tolerance?, _ change: CellChange
  ) -> CellSolution? {
    guard let tolerance else {
      return CellSolution(center: target.center, interval: target.interval)
    }
    var room: Rational
    switch tolerance {
    case .absolute(let value): room = value
    case .relative(let share):
      guard let size = target.center.magnitude?.multiplied(by: share) else { return nil }
      room = size
    }
    // What the side's own printing would add does not count where a tolerance is given.
    if let width = own.quantity(change)?.interval {
      guard let half = width.upper.subtracting(width.lower)?.divided(by: Rational(2)),
        let rest = room.subtracting(half)
      else { return nil }
      room = rest < .zero ? .zero : rest
    }
    guard let low = target.center.subtracting(room), let high = target.center.adding(room) else {
      return nil
    }
    return CellSolution(center: target.center, interval: Interval(low, high))
  }
}

extension Term {
  /// How many times a cell takes part; a weighted sum counts it once.
  fileprivate func occurrences(of cell: Int) -> Int {
    switch self {
    case .linear(let term): term.position(of: cell) == nil ? 0 : 1
    case .sum(let left, let right), .product(let left, let right), .quotient(let left, let right):
      left.occurrences(of: cell) + right.occurrences(of: cell)
    case .absolute(let inner), .rounded(let inner, _): inner.occurrences(of: cell)
    }
  }

  /// The values of `cell`, which takes part once, with which the term meets a goal.
  fileprivate func solve(
    _ cell: Int, now: Rational, _ goal: CellSolution, _ change: CellChange
  ) -> CellSolution? {
    switch self {
    case .linear(let term): return term.solve(cell, now: now, goal, change)
    case .sum(let left, let right):
      return descend(left, right, cell, change) { part, rest in
        guard let negated = rest.center.negated, let ends = rest.interval.negated,
          let center = goal.center.adding(negated), let interval = goal.interval.adding(ends)
        else { return nil }
        return part.solve(cell, now: now, CellSolution(center: center, interval: interval), change)
      }
    case .product(let left, let right):
      return descend(left, right, cell, change) { part, rest in
        guard let center = goal.center.divided(by: rest.center),
          let interval = goal.interval.divided(by: rest.interval)
        else { return nil }
        return part.solve(cell, now: now, CellSolution(center: center, interval: interval), change)
      }
    case .quotient(let above, let below):
      if above.occurrences(of: cell) == 1 {
        guard let rest = below.quantity(change),
          let center = goal.center.multiplied(by: rest.center),
          let interval = goal.interval.multiplied(by: rest.interval)
        else { return nil }
        return above.solve(cell, now: now, CellSolution(center: center, interval: interval), change)
      }
      guard let rest = above.quantity(change), let center = rest.center.divided(by: goal.center),
        let interval = rest.interval.divided(by: goal.interval)
      else { return nil }
      return below.solve(cell, now: now, CellSolution(center: center, interval: interval), change)
    case .absolute, .rounded: return nil
    }
  }

  private func descend(
    _ left: Term, _ right: Term, _ cell: Int, _ change: CellChange,
    _ body: (Term, Quantity) -> CellSolution?
  ) -> CellSolution? {
    let (part, rest) = left.occurrences(of: cell) == 1 ? (left, right) : (right, left)
    return rest.quantity(change).flatMap { body(part, $0) }
  }
}

extension LinearTerm {
  fileprivate func solve(
    _ cell: Int, now: Rational, _ goal: CellSolution, _ change: CellChange
  ) -> CellSolution? {
    guard let position = position(of: cell), let value = quantity(change)?.center,
      let factor = Rational(1).divided(by: factors[position])
    else { return nil }
    func cellValue(_ wanted: Rational?) -> Rational? {
      wanted.flatMap { $0.subtracting(value) }.flatMap { $0.multiplied(by: factor) }
        .flatMap(now.adding)
    }
    guard let center = cellValue(goal.center),
      let one = cellValue(goal.interval.lower.subtracting(width)),
      let other = cellValue(goal.interval.upper.adding(width))
    else { return nil }
    return CellSolution(center: center, interval: Interval(one, other))
  }
}
