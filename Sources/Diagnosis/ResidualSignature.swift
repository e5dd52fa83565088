import Numerals
import Rules

/// Cells that lack the same in several failing sums: single mistakes among many, found in time in
/// proportion to the cells of the failing relations.
struct ResidualSignature {
  /// A difference as a key.
  private struct Difference: Hashable {
    var numerator: Int128
    var denominator: Int128

    init(_ value: Rational) {
      (numerator, denominator) = (value.numerator, value.denominator)
    }
  }

  private let network: RelationNetwork

  init(_ network: RelationNetwork) { self.network = network }

  /// The cells whose change by one difference may resolve at least two of the relations, those that
  /// may resolve the most first.
  func suspects(in relations: [Int], under search: RepairSearch) -> [Int] {
    var groups: [Difference: [[Int]]] = [:]
    for relation in relations {
      for (difference, cells) in differences(of: relation, under: search.change) {
        groups[difference, default: []].append(cells)
      }
    }
    var counts: [Int: Int] = [:]
    for lists in groups.values where lists.count > 1 {
      var shared: [Int: Int] = [:]
      for cells in lists { for cell in cells { shared[cell, default: 0] += 1 } }
      for (cell, count) in shared where count > 1 { counts[cell] = max(counts[cell] ?? 0, count) }
    }
    return counts.keys.sorted { (counts[$0] ?? 0, $1) > (counts[$1] ?? 0, $0) }
  }

  /// Two cells that share a failing sum, and that sum.
  ///
  /// What two other failing sums lack is together what it lacks; only pairs are told that nothing
  /// else gives.
  func pairs(
    in relations: [Int], under search: RepairSearch
  ) -> [(shared: Int, first: Int, second: Int)] {
    var residues: [Int: Rational] = [:]
    var owners: [Difference: [Int]] = [:]
    for relation in relations {
      guard let residue = residue(of: relation, under: search.change) else { continue }
      residues[relation] = residue
      owners[Difference(residue), default: []].append(relation)
    }
    var pairs: [(shared: Int, first: Int, second: Int)] = []
    for relation in relations {
      guard let wanted = residues[relation] else { continue }
      var found: [(first: Int, second: Int)] = []
      for (other, residue) in residues where other != relation {
        guard let rest = wanted.subtracting(residue), let second = owners[Difference(rest)] else {
          continue
        }
        for another in second where another > other && another != relation {
          let one = shared(relation, other)
          let two = shared(relation, another)
          if one.count == 1, two.count == 1, one[0] != two[0] { found.append((one[0], two[0])) }
        }
      }
      if found.count == 1 { pairs.append((relation, found[0].first, found[0].second)) }
    }
    return pairs
  }

  private func shared(_ one: Int, _ other: Int) -> [Int] {
    let cells = network.system.relations[other].cells
    return network.system.relations[one].cells.filter(cells.hasSorted)
  }

  /// By what the sum of the parts is too small; nil where it is no plain sum, or holds.
  private func residue(of relation: Int, under change: CellChange) -> Rational? {
    guard
      case .agrees(.linear(let left), .linear(let right), nil, _) =
        network.system.relations[relation].statement,
      let one = Term.linear(left).quantity(change)?.center,
      let other = Term.linear(right).quantity(change)?.center,
      let residue = other.subtracting(one), residue != .zero
    else { return nil }
    return residue
  }

  /// By what each cell of a failing sum would have to change for it to hold.
  private func differences(
    of relation: Int, under change: CellChange
  ) -> [Difference: [Int]] {
    guard
      case .agrees(.linear(let left), .linear(let right), nil, _) =
        network.system.relations[relation].statement,
      let residue = residue(of: relation, under: change)
    else { return [:] }
    var cells: [Difference: [Int]] = [:]
    for (term, sign) in [(left, Rational(1)), (right, Rational(-1))] {
      // Most sums have one factor for all of their cells.
      for factor in Self.distinct(term.factors) {
        guard let own = factor.multiplied(by: sign), let share = residue.divided(by: own) else {
          continue
        }
        let parts = zip(term.cells, term.factors).compactMap { $1 == factor ? $0 : nil }
        cells[Difference(share), default: []] += parts
      }
    }
    return cells
  }

  private static func distinct(_ factors: [Rational]) -> [Rational] {
    var distinct: [Rational] = []
    for factor in factors where distinct.count < 16 && !distinct.contains(factor) {
      distinct.append(factor)
    }
    return distinct
  }
}
