import Numerals
import Rules

/// What the difference between a stated sum and its parts tells: a part that was left out or added
/// twice.
struct SumTrace {
  /// The parts that were left out or added twice.
  private(set) var parts: [Int] = []
  private(set) var trace: MistakeTrace?

  /// Looks at a change of the stated cell of a sum; nil where it is none.
  init?(_ repair: Repair, _ network: RelationNetwork) {
    guard let sum = StatedSum(of: repair.cell, in: repair.resolved, network),
      sum.parts.count > 1
    else { return nil }
    let cells = network.system.cells
    // The stated sum minus that of its parts.
    guard
      let difference = cells[repair.cell].center.subtracting(Rational(repair.value))
    else { return nil }
    guard difference.isTelling else { return }
    let twice = sum.parts.filter { cells[$0].center == difference }
    let missing = sum.parts.filter { cells[$0].center == difference.negated ?? .zero }
    if twice.count == 1 {
      (parts, trace) = (twice, MistakeTrace(mechanism: .countedTwice, weight: 3.2))
    } else if missing.count == 1 {
      (parts, trace) = (missing, MistakeTrace(mechanism: .missingPart, weight: 3.2))
    } else if let pair = Self.pair(in: sum.parts, adding: difference.negated, cells) {
      (parts, trace) = (pair, MistakeTrace(mechanism: .missingPart, weight: 2.6))
    }
  }

  /// Two parts that add up to a number with so many digits that it is no chance.
  private static func pair(
    in parts: [Int], adding wanted: Rational?, _ cells: [RelationCell]
  ) -> [Int]? {
    guard let wanted, wanted > .zero, wanted.significantDigits >= 5, parts.count <= 200 else {
      return nil
    }
    var found: [[Int]] = []
    for (place, one) in parts.enumerated() {
      for other in parts[(place + 1)...]
      where cells[one].center.adding(cells[other].center).map({ $0 == wanted }) ?? false {
        found.append([one, other])
      }
    }
    return found.count == 1 ? found[0] : nil
  }
}

/// A cell that states the sum of others.
struct StatedSum {
  /// The parts, each counted once.
  var parts: [Int]

  /// The first relation of `relations` in which a cell states the sum of others, each counted once;
  /// nil where there is none.
  init?(of cell: Int, in relations: [Int], _ network: RelationNetwork) {
    for number in relations {
      let relation = network.system.relations[number]
      guard relation.stated == cell, let parts = Self.parts(of: relation, beside: cell) else {
        continue
      }
      self.parts = parts
      return
    }
    return nil
  }

  private static func parts(of relation: Relation, beside cell: Int) -> [Int]? {
    guard case .agrees(.linear(let left), .linear(let right), _, _) = relation.statement else {
      return nil
    }
    let (own, other) = left.position(of: cell) != nil ? (left, right) : (right, left)
    guard let place = own.position(of: cell) else { return nil }
    let factor = own.factors[place]
    var parts: [Int] = []
    for (term, sign) in [(own, Rational(-1)), (other, Rational(1))] {
      for (part, weight) in zip(term.cells, term.factors) where part != cell {
        guard let share = weight.divided(by: factor)?.multiplied(by: sign), share == Rational(1)
        else { return nil }
        parts.append(part)
      }
    }
    return parts
  }
}

extension Rational {
  /// How many digits a number has without the zeros at its end; 0 where it does not end.
  var significantDigits: Int {
    guard let decimal = exactDecimal?.reduced else { return 0 }
    var digits = decimal.mantissa.magnitude
    while digits != 0, digits % 10 == 0 { digits /= 10 }
    return digits == 0 ? 0 : String(digits).count
  }

  /// True where it has so many digits that it equals another number hardly by chance.
  var isTelling: Bool { significantDigits >= 3 && self != .zero }
}
