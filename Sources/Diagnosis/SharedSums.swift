import Numerals
import Rules
import Tabular

/// Figures that are wrong together: calculated from one wrong sum, or copied with their record.
struct DerivedFigures {
  /// The relations that fail because of them.
  var relations: [Int]
  /// The changes, the root of the mistake first.
  var repairs: [Repair]
  /// How it came about.
  var mechanism: Cause.Mechanism
  /// A cell of the record that was copied; nil where none was.
  var source: RelationCell?
}

/// Figures that were all calculated from one sum, which was added up wrongly.
///
/// Each of them disagrees with its parts alone, and all would agree if one and the same part had
/// another value, which it can't have.
enum SharedSums {
  /// What at least two failing relations need of a part that they share, where the part itself is
  /// not wrong.
  static func found(in network: RelationNetwork) -> [DerivedFigures] {
    var signatures: [Int: [Int]] = [:]
    for relation in network.failing {
      for cell in network.system.relations[relation].cells {
        signatures[cell, default: []].append(relation)
      }
    }
    var tried: Set<[Int]> = []
    var found: [DerivedFigures] = []
    let order = signatures.keys.filter { (signatures[$0]?.count ?? 0) > 1 }.sorted {
      (signatures[$0]?.count ?? 0, $1) > (signatures[$1]?.count ?? 0, $0)
    }
    for cell in order {
      guard let relations = signatures[cell], tried.insert(relations).inserted else { continue }
      if let figures = derived(from: cell, relations, network) { found.append(figures) }
    }
    return found
  }

  private static func derived(
    from cell: Int, _ relations: [Int], _ network: RelationNetwork
  ) -> DerivedFigures? {
    let system = network.system
    let relations = agreeing(relations, on: cell, network)
    let stated = relations.compactMap { system.relations[$0].stated }
    guard relations.count > 1, stated.count == relations.count, !stated.contains(cell),
      Set(stated).count > 1,
      relations.allSatisfy({
        (system.relations[$0].kind == .agreement) || system.relations[$0].cells.count > 3
      }),
      !isExplained(relations, network)
    else { return nil }
    var search = RepairSearch(network)
    var repairs: [Repair] = []
    for relation in relations where search.fails(relation) {
      guard let stated = system.relations[relation].stated, search.change[stated] == nil,
        let repair = search.repairs(of: stated).first(where: { $0.resolved.contains(relation) })
      else { return nil }
      search.apply(repair)
      repairs.append(repair)
    }
    FactPropagation.propagate(&search, &repairs)
    guard repairs.count > 1, search.holdsAsBefore else { return nil }
    let roots = repairs.filter { StatedSum(of: $0.cell, in: $0.resolved, network) != nil }
    let others = repairs.filter { repair in !roots.contains { $0.cell == repair.cell } }
    return DerivedFigures(
      relations: search.resolvedAtLast, repairs: roots + others, mechanism: .derived)
  }

  /// The relations that would hold with one other value of the cell, whether or not it may have it;
  /// none where they are fewer than half: another mistake may be in some of them.
  private static func agreeing(
    _ relations: [Int], on cell: Int, _ network: RelationNetwork
  ) -> [Int] {
    let center = network.system.cells[cell].center
    let solutions = relations.compactMap { relation in
      network.system.relations[relation].solution(for: cell, now: center).map { (relation, $0) }
    }
    .sorted { CellSolution.isNarrower($0.1, $1.1) }
    var best: [Int] = []
    // The narrowest ones tell the value; one of them may be the one that is wrong otherwise.
    for first in solutions.prefix(3) {
      var joint = first.1.interval
      var agreeing: [Int] = []
      for (relation, solution) in solutions {
        guard let both = joint.intersection(solution.interval) else { continue }
        joint = both
        agreeing.append(relation)
      }
      if agreeing.count > best.count, !joint.contains(center) { best = agreeing }
    }
    return 2 * best.count > relations.count ? best.sorted() : []
  }

  /// True where the change of one cell explains all.
  private static func isExplained(_ relations: [Int], _ network: RelationNetwork) -> Bool {
    let shared = network.system.relations[relations[0]].cells.filter { cell in
      relations.allSatisfy { network.system.relations[$0].cells.hasSorted(cell) }
    }
    var search = RepairSearch(network)
    return shared.contains { cell in
      search.repairs(of: cell).contains { repair in
        repair.broken.isEmpty && relations.allSatisfy(repair.resolved.contains)
      }
    }
  }
}
