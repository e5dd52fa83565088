import Numerals
public import Rules
public import Tabular

/// Printed values that each pass alone, but that no true values can satisfy together.
public enum JointRounding {
  /// The rule that such findings are reported under.
  public static let rule = "pembulatan-bersama"
  /// The most rounded figures, and relations, that are looked at together.
  private static let sizeLimit = 36

  /// The smallest sets of relations that clash, as findings with their causes.
  ///
  /// - Parameters:
  ///   - system: All relations of rounded figures.
  ///   - wrong: The places of figures that are known to be wrong; their relations are left out.
  /// - Returns: The findings, each with its cause.
  public static func clashes(
    in system: RelationSystem, besides wrong: Set<CellKey>
  ) -> [(finding: Finding, cause: Cause)] {
    var equations: [(relation: Int, equation: TrueValues.Equation)] = []
    for (number, relation) in system.relations.enumerated() where relation.finding == nil {
      guard let equation = relation.equation(in: system), !relation.followsFromPrinted(system),
        !relation.cells.contains(where: {
          wrong.contains(CellKey(system.cells[$0].location, raw: system.cells[$0].raw))
        })
      else { continue }
      equations.append((number, equation))
    }
    var clashes: [(finding: Finding, cause: Cause)] = []
    for group in groups(equations.map(\.equation)) where group.count > 1 {
      let own = group.map { equations[$0] }
      let cells = Set(own.flatMap(\.equation.factors.keys))
      guard own.count <= sizeLimit, cells.count <= sizeLimit else { continue }
      let intervals = intervals(of: cells, system)
      guard TrueValues.exist(own.map(\.equation), within: intervals) == false else { continue }
      // What can be left out without the rest holding is no part of the clash.
      var kept = own
      for one in own {
        let rest = kept.filter { $0.relation != one.relation }
        if rest.count > 0, TrueValues.exist(rest.map(\.equation), within: intervals) == false {
          kept = rest
        }
      }
      clashes.append(clash(kept.map(\.relation), system))
    }
    return clashes
  }

  private static func intervals(
    of cells: Set<Int>, _ system: RelationSystem
  ) -> [Int: Interval] {
    var intervals: [Int: Interval] = [:]
    for number in cells {
      let cell = system.cells[number]
      guard let low = cell.center.subtracting(cell.halfWidth),
        let high = cell.center.adding(cell.halfWidth)
      else { continue }
      intervals[number] = Interval(low, high)
    }
    return intervals
  }

  /// Equations that are connected by rounded figures.
  private static func groups(_ equations: [TrueValues.Equation]) -> [[Int]] {
    var owner: [Int: Int] = [:]
    var parents = Array(equations.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number { number = parents[number] }
      return number
    }
    for (number, equation) in equations.enumerated() {
      for cell in equation.factors.keys {
        guard let other = owner[cell] else {
          owner[cell] = number
          continue
        }
        let (one, another) = (root(number), root(other))
        if one != another { parents[max(one, another)] = min(one, another) }
      }
    }
    let groups = Dictionary(grouping: equations.indices, by: root)
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private static func clash(
    _ relations: [Int], _ system: RelationSystem
  ) -> (finding: Finding, cause: Cause) {
    var numbers: [Int] = []
    for relation in relations {
      for cell in system.relations[relation].cells where !numbers.contains(cell) {
        if system.cells[cell].halfWidth != .zero { numbers.append(cell) }
      }
    }
    let cells = numbers.map { system.cells[$0] }
    let named = cells.map { Cause.Cell(location: $0.location, raw: $0.raw) }
    let message = Words.message { $0.jointly(named) }
    let cited = cells.map { Finding.Cell(role: .other, location: $0.location, raw: $0.raw) }
    let key = system.relations[relations[0]].key
    let id = Fingerprint.of(
      [key.pipeline, rule]
        + relations.map { system.relations[$0].key.rule }
        + cells.map { "\($0.origin.table) \($0.title)" } + cells.map(\.raw))
    let finding = Finding(
      id: id, pipeline: key.pipeline, rule: rule, kind: .arithmetic, severity: .note,
      verdict: .impossible, about: cited[0], otherCells: Array(cited.dropFirst()),
      message: message)
    let cause = Cause(
      id: 0, findings: [id], severity: .note, confidence: .certain,
      explanation: Cause.Explanation(
        mechanism: .jointRounding, cells: named, message: message))
    return (finding, cause)
  }
}

extension Relation {
  /// True where what is stated is just what the printed values give, correctly rounded: people
  /// calculate from what they printed, which is no contradiction.
  fileprivate func followsFromPrinted(_ system: RelationSystem) -> Bool {
    guard case .agrees(let left, let right, _, _) = statement, let one = left.quantity()?.center,
      let other = right.quantity()?.center,
      let difference = one.subtracting(other)?.magnitude
    else { return false }
    return difference <= (stated.map { system.cells[$0].halfWidth } ?? .zero)
  }

  /// What must hold exactly between the true values of rounded figures; nil where it is not linear
  /// in them, has a tolerance, or speaks of none.
  fileprivate func equation(in system: RelationSystem) -> TrueValues.Equation? {
    guard case .agrees(let left, let right, nil, _) = statement,
      let one = left.rounded(in: system), let other = right.rounded(in: system)
    else { return nil }
    var equation = one
    guard let less = equation.constant.subtracting(other.constant) else { return nil }
    equation.constant = less
    for (cell, factor) in other.factors {
      guard let less = (equation.factors[cell] ?? .zero).subtracting(factor) else { return nil }
      equation.factors[cell] = less == .zero ? nil : less
    }
    return equation.factors.isEmpty ? nil : equation
  }
}

extension Term {
  /// The term as a weighted sum of rounded figures, exact ones being numbers; nil where it is none.
  fileprivate func rounded(in system: RelationSystem) -> TrueValues.Equation? {
    switch self {
    case .linear(let term):
      // What is calculated from printed values that are not named leaves room of its own.
      guard term.slack == .zero else { return nil }
      var sum = TrueValues.Equation(factors: [:], constant: term.constant)
      for (cell, factor) in zip(term.cells, term.factors) {
        if system.cells[cell].halfWidth != .zero {
          sum.factors[cell] = factor
        } else {
          guard let part = system.cells[cell].center.multiplied(by: factor),
            let more = sum.constant.adding(part)
          else { return nil }
          sum.constant = more
        }
      }
      return sum
    case .sum(let left, let right):
      guard var one = left.rounded(in: system), let other = right.rounded(in: system),
        let constant = one.constant.adding(other.constant)
      else { return nil }
      one.constant = constant
      for (cell, factor) in other.factors {
        guard let sum = (one.factors[cell] ?? .zero).adding(factor) else { return nil }
        one.factors[cell] = sum
      }
      return one
    case .product(let left, let right):
      guard let one = left.rounded(in: system), let other = right.rounded(in: system) else {
        return nil
      }
      if one.factors.isEmpty { return other.scaled(by: one.constant) }
      return other.factors.isEmpty ? one.scaled(by: other.constant) : nil
    case .quotient(let above, let below):
      guard let top = above.rounded(in: system), let bottom = below.rounded(in: system),
        bottom.factors.isEmpty, let share = Rational(1).divided(by: bottom.constant)
      else { return nil }
      return top.scaled(by: share)
    case .absolute, .rounded: return nil
    }
  }
}

extension TrueValues.Equation {
  fileprivate func scaled(by factor: Rational) -> TrueValues.Equation? {
    guard let constant = constant.multiplied(by: factor) else { return nil }
    var scaled = TrueValues.Equation(factors: [:], constant: constant)
    for (cell, own) in factors {
      guard let product = own.multiplied(by: factor) else { return nil }
      scaled.factors[cell] = product
    }
    return scaled
  }
}
