import Numerals
import Rules

/// Figures that were all calculated from one sum, which was added up wrongly.
///
/// Each of them disagrees with its parts alone, and all would agree if the sum of the parts were
/// another number.
struct DerivedFigures {
  /// The relations that fail.
  var relations: [Int]
  /// The changes: first the cell that states the sum, where one does.
  var repairs: [Repair]
  /// How it came about.
  var mechanism: Cause.Mechanism
  /// The other record, of copied ones.
  var source: RelationCell?
}

enum SharedSums {
  /// The most cells of a sum that is looked at.
  private static let cellLimit = 5_000

  /// The sums of which at least two failing relations need another value, the same for all.
  static func found(in network: RelationNetwork, _ ranking: RepairRanking) -> [DerivedFigures] {
    var groups: [[Int]: [Int]] = [:]
    for relation in network.failing {
      for sum in network.system.relations[relation].sums(limit: cellLimit) {
        groups[sum, default: []].append(relation)
      }
    }
    var found: [DerivedFigures] = []
    for (sum, relations) in groups.sorted(by: { $0.value[0] < $1.value[0] })
    where relations.count > 1 {
      if let figures = derived(from: sum, relations, network) { found.append(figures) }
    }
    return found
  }

  private static func derived(
    from sum: [Int], _ relations: [Int], _ network: RelationNetwork
  ) -> DerivedFigures? {
    guard let cell = sum.first else { return nil }
    let system = network.system
    // A change of any part stands for one of the sum, whatever the part allows.
    let center = system.cells[cell].center
    var joint: Interval?
    for relation in relations {
      guard let solution = system.relations[relation].solution(for: cell, now: center) else {
        return nil
      }
      guard let known = joint else {
        joint = solution.interval
        continue
      }
      guard let both = known.intersection(solution.interval) else { return nil }
      joint = both
    }
    guard let joint, !joint.contains(center), !isExplainedByAPart(sum, relations, network) else {
      return nil
    }
    var repairs: [Repair] = []
    for relation in relations {
      guard let stated = system.relations[relation].stated, !sum.contains(stated) else {
        return nil
      }
      var search = RepairSearch(network)
      guard
        let repair = search.repairs(of: stated).first(where: { $0.resolved.contains(relation) }),
        repair.broken.isEmpty
      else { return nil }
      if !repairs.contains(where: { $0.cell == repair.cell }) { repairs.append(repair) }
    }
    guard repairs.count > 1 else { return nil }
    repairs.sort { isRoot($0, network) && !isRoot($1, network) }
    return DerivedFigures(relations: relations, repairs: repairs, mechanism: .derived)
  }

  /// True where a change of one part explains all, and more than any other cell.
  private static func isExplainedByAPart(
    _ sum: [Int], _ relations: [Int], _ network: RelationNetwork
  ) -> Bool {
    var search = RepairSearch(network)
    return sum.contains { cell in
      search.repairs(of: cell).contains { repair in
        repair.broken.isEmpty && relations.allSatisfy(repair.resolved.contains)
      }
    }
  }

  /// True for a cell that states a sum itself, rather than something calculated from it.
  private static func isRoot(_ repair: Repair, _ network: RelationNetwork) -> Bool {
    StatedSum(of: repair.cell, in: repair.resolved, network) != nil
  }
}

extension Relation {
  /// The cells of each weighted sum in it of more than two cells, but those that are stated.
  fileprivate func sums(limit: Int) -> [[Int]] {
    guard case .agrees(let left, let right, _, _) = statement else { return [] }
    var sums: [[Int]] = []
    for side in [left, right] {
      side.forEachSum { term in
        let cells = term.cells.filter { $0 != stated }
        if cells.count > 2, cells.count <= limit { sums.append(cells) }
      }
    }
    return sums
  }
}

extension Term {
  /// Calls `visit` with every weighted sum.
  func forEachSum(_ visit: (LinearTerm) -> Void) {
    switch self {
    case .linear(let term): visit(term)
    case .sum(let left, let right), .product(let left, let right), .quotient(let left, let right):
      left.forEachSum(visit)
      right.forEachSum(visit)
    case .absolute(let inner), .rounded(let inner, _): inner.forEachSum(visit)
    }
  }
}
