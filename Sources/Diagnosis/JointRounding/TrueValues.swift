import Numerals

/// Whether true values exist within printed intervals that satisfy linear equations exactly.
///
/// Phase 1 of the simplex method in exact fractions with Bland's rule, which always ends.
struct TrueValues {
  /// `Σ factor · value + constant = 0`.
  struct Equation {
    var factors: [Int: Rational]
    var constant: Rational
  }

  /// True where they exist, false where they don't; nil where the numbers grow too large to tell.
  static func exist(_ equations: [Equation], within intervals: [Int: Interval]) -> Bool? {
    let names = Set(equations.flatMap(\.factors.keys)).sorted()
    guard var tableau = Tableau(equations, names, intervals) else { return nil }
    return tableau.isFeasible()
  }
}

/// The rows of the simplex method: basic variables in terms of the others.
private struct Tableau {
  /// One row an equation, the right side last; right sides are not below zero.
  private var rows: [[Rational]] = []
  private var basis: [Int] = []
  private var width = 0
  /// From here on variables are artificial.
  private var artificial = 0

  /// Values are counted from the lower ends of their intervals; each has a slack to the upper end.
  init?(_ equations: [TrueValues.Equation], _ names: [Int], _ intervals: [Int: Interval]) {
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let count = names.count
    artificial = 2 * count
    width = artificial + equations.count + count
    for equation in equations {
      var row = [Rational](repeating: .zero, count: width + 1)
      guard var right = equation.constant.negated else { return nil }
      for (name, factor) in equation.factors {
        guard let place = places[name], let interval = intervals[name],
          let part = factor.multiplied(by: interval.lower), let less = right.subtracting(part)
        else { return nil }
        row[place] = factor
        right = less
      }
      row[width] = right
      guard add(row) else { return nil }
    }
    for (place, name) in names.enumerated() {
      guard let interval = intervals[name], let size = interval.upper.subtracting(interval.lower)
      else { return nil }
      var row = [Rational](repeating: .zero, count: width + 1)
      row[place] = Rational(1)
      row[count + place] = Rational(1)
      row[width] = size
      guard add(row) else { return nil }
    }
  }

  private mutating func add(_ row: [Rational]) -> Bool {
    var row = row
    if row[width] < .zero {
      for place in row.indices {
        guard let negated = row[place].negated else { return false }
        row[place] = negated
      }
    }
    row[artificial + rows.count] = Rational(1)
    basis.append(artificial + rows.count)
    rows.append(row)
    return true
  }

  /// Drives the artificial variables out; nil on overflow.
  mutating func isFeasible() -> Bool? {
    while true {
      guard let costs = costs() else { return nil }
      // Bland: the first variable that lessens what is left of the artificial ones.
      guard let entering = (0..<artificial).first(where: { costs[$0] > .zero }) else {
        return costs[width] == .zero
      }
      var leaving: (row: Int, ratio: Rational)?
      for row in rows.indices where rows[row][entering] > .zero {
        guard let ratio = rows[row][width].divided(by: rows[row][entering]) else { return nil }
        if let known = leaving {
          guard ratio < known.ratio || (ratio == known.ratio && basis[row] < basis[known.row])
          else {
            continue
          }
        }
        leaving = (row, ratio)
      }
      guard let leaving, pivot(leaving.row, entering) else { return nil }
    }
  }

  /// The sum of the rows whose basic variable is artificial.
  private func costs() -> [Rational]? {
    var costs = [Rational](repeating: .zero, count: width + 1)
    for row in rows.indices where basis[row] >= artificial {
      for place in 0...width where rows[row][place] != .zero {
        guard let sum = costs[place].adding(rows[row][place]) else { return nil }
        costs[place] = sum
      }
    }
    return costs
  }

  private mutating func pivot(_ row: Int, _ column: Int) -> Bool {
    let divisor = rows[row][column]
    for place in 0...width where rows[row][place] != .zero {
      guard let share = rows[row][place].divided(by: divisor) else { return false }
      rows[row][place] = share
    }
    for other in rows.indices where other != row && rows[other][column] != .zero {
      let factor = rows[other][column]
      for place in 0...width where rows[row][place] != .zero {
        guard let part = rows[row][place].multiplied(by: factor),
          let rest = rows[other][place].subtracting(part)
        else { return false }
        rows[other][place] = rest
      }
    }
    basis[row] = column
    return true
  }
}
