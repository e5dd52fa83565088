public import Numerals

/// One side of a relation: a calculation over cells, which are named by their number in a system.
public indirect enum Term: Sendable {
  /// A sum of cells, each with a factor, and a constant.
  case linear(LinearTerm)
  case sum(Term, Term)
  case product(Term, Term)
  case quotient(Term, Term)
  case absolute(Term)
  /// Rounded to so many decimals, and exact from there on.
  case rounded(Term, scale: Int)

  /// A number.
  static func constant(_ value: Rational) -> Term { .linear(LinearTerm(constant: value)) }

  /// What was calculated, with the room that the printing of what is in it leaves; nil on overflow.
  static func fixed(_ value: Quantity) -> Term? {
    guard
      let slack = value.interval.upper.subtracting(value.interval.lower)?.divided(by: Rational(2)),
      let squares = value.squares ?? slack.multiplied(by: slack)
    else { return nil }
    return .linear(LinearTerm(constant: value.center, slack: slack, squares: squares))
  }
}

/// A weighted sum of cells and a constant, with what it comes to as the cells stand.
public struct LinearTerm: Sendable {
  /// The cells, rising.
  public private(set) var cells: [Int]
  /// The factor of each cell.
  public private(set) var factors: [Rational]
  /// What is added.
  public private(set) var constant: Rational
  /// What it comes to.
  public private(set) var center: Rational
  /// How far the true value may be from that, as the cells were printed.
  public private(set) var width: Rational
  /// The sum of the squared half-widths, each with its factor.
  public private(set) var squares: Rational

  /// How far the constant may be from its true value, and the square of that: zero for a number,
  /// more for something calculated from printed values that are not named.
  public private(set) var slack: Rational
  private(set) var slackSquares: Rational

  /// A number.
  init(constant: Rational, slack: Rational = .zero, squares: Rational = .zero) {
    (cells, factors, self.constant) = ([], [], constant)
    (center, width, self.squares) = (constant, slack, squares)
    (self.slack, slackSquares) = (slack, squares)
  }

  /// The sum of `parts`, each with its factor; nil on overflow.
  ///
  /// - Parameters:
  ///   - parts: Cells by number in `system`, in any order; one that stands twice counts twice.
  ///   - constant: What is added.
  ///   - slack: How far that may be from its true value, and the square of it.
  ///   - system: The system that holds the cells.
  public init?(
    _ parts: [(cell: Int, factor: Rational)], constant: Rational,
    slack: (width: Rational, squares: Rational) = (.zero, .zero), in system: RelationSystem
  ) {
    var (cells, factors): ([Int], [Rational]) = ([], [])
    for part in parts.sorted(by: { $0.cell < $1.cell }) {
      guard part.cell == cells.last, let last = factors.last else {
        cells.append(part.cell)
        factors.append(part.factor)
        continue
      }
      guard let factor = last.adding(part.factor) else { return nil }
      factors[factors.count - 1] = factor
    }
    let kept = cells.indices.filter { factors[$0] != .zero }
    (self.cells, self.factors) = (kept.map { cells[$0] }, kept.map { factors[$0] })
    self.constant = constant
    (self.slack, slackSquares) = slack
    (center, width, squares) = (constant, slack.width, slack.squares)
    for (cell, factor) in zip(self.cells, self.factors) {
      guard add(system.cells[cell], factor) else { return nil }
    }
  }

  private mutating func add(_ cell: RelationCell, _ factor: Rational) -> Bool {
    guard let part = cell.center.multiplied(by: factor), let sum = center.adding(part) else {
      return false
    }
    center = sum
    guard cell.halfWidth != .zero else { return true }
    guard let half = cell.halfWidth.multiplied(by: factor)?.magnitude,
      let wider = width.adding(half), let square = half.multiplied(by: half),
      let more = squares.adding(square)
    else { return false }
    (width, squares) = (wider, more)
    return true
  }

  /// The place of a cell among `cells`; nil where it takes no part.
  public func position(of cell: Int) -> Int? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low] == cell ? low : nil
  }

  /// What it comes to where some cells are changed; nil on overflow.
  func quantity(_ change: CellChange) -> Quantity? {
    var center = center
    if !change.isEmpty, !cells.isEmpty {
      for (cell, delta) in change {
        guard let position = position(of: cell) else { continue }
        guard let part = factors[position].multiplied(by: delta), let sum = center.adding(part)
        else { return nil }
        center = sum
      }
    }
    if width == .zero { return Quantity(exactly: center) }
    guard let low = center.subtracting(width), let high = center.adding(width) else { return nil }
    return Quantity(
      center: center, interval: Interval(low, high), squares: squares, printedCount: cells.count)
  }
}

/// By how much cells are changed, by their numbers.
public typealias CellChange = [Int: Rational]

extension Term {
  /// Calls `visit` with the number of every cell, perhaps several times.
  public func forEachCell(_ visit: (Int) -> Void) {
    switch self {
    case .linear(let term): term.cells.forEach(visit)
    case .sum(let left, let right), .product(let left, let right), .quotient(let left, let right):
      left.forEachCell(visit)
      right.forEachCell(visit)
    case .absolute(let inner), .rounded(let inner, _): inner.forEachCell(visit)
    }
  }

  /// What it comes to where some cells are changed; nil on overflow or division by zero.
  public func quantity(_ change: CellChange = [:]) -> Quantity? {
    switch self {
    case .linear(let term): return term.quantity(change)
    case .sum(let left, let right): return Self.apply(.plus, left, right, change)
    case .product(let left, let right): return Self.apply(.times, left, right, change)
    case .quotient(let left, let right): return Self.apply(.over, left, right, change)
    case .absolute(let inner):
      guard let value = inner.quantity(change) else { return nil }
      guard value.center < .zero else { return value }
      guard let center = value.center.negated, let interval = value.interval.negated else {
        return nil
      }
      return Quantity(
        center: center, interval: interval, squares: value.squares,
        printedCount: value.printedCount)
    case .rounded(let inner, let scale):
      return inner.quantity(change)?.center.rounded(toScale: scale)
        .map { Quantity(exactly: Rational($0)) }
    }
  }

  private static func apply(
    _ sign: Syntax.Operator, _ left: Term, _ right: Term, _ change: CellChange
  ) -> Quantity? {
    guard let one = left.quantity(change), let other = right.quantity(change) else { return nil }
    return try? Arithmetic.apply(sign, one, other)
  }
}
