import Numerals
package import Rules

/// Which relations each cell takes part in, and which fail.
package struct RelationNetwork: Sendable {
  /// The figures and relations.
  let system: RelationSystem
  /// The relations of all cells, one cell after the other.
  private let relations: [Int32]
  /// Where the relations of each cell begin in `relations`.
  private let starts: [Int32]
  /// The relations that fail.
  let failing: [Int]

  /// Prepares a system; takes time in proportion to the cells of its relations.
  package init(_ system: RelationSystem) {
    self.system = system
    var counts = [Int32](repeating: 0, count: system.cells.count + 1)
    for relation in system.relations { for cell in relation.cells { counts[cell + 1] += 1 } }
    for cell in system.cells.indices { counts[cell + 1] += counts[cell] }
    var next = counts
    var relations = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (number, relation) in system.relations.enumerated() {
      for cell in relation.cells {
        relations[Int(next[cell])] = Int32(number)
        next[cell] += 1
      }
    }
    (self.relations, starts) = (relations, counts)
    failing = system.relations.indices.filter { system.relations[$0].finding != nil }
  }

  /// The relations that a cell takes part in, rising.
  func relations(of cell: Int) -> ArraySlice<Int32> {
    relations[Int(starts[cell])..<Int(starts[cell + 1])]
  }

  /// Those of the failing relations in `wanted` that are connected by cells, in the order of their
  /// first.
  func components(of wanted: Set<Int>) -> [[Int]] {
    var owner: [Int: Int] = [:]
    var parents: [Int: Int] = [:]
    func root(_ relation: Int) -> Int {
      var relation = relation
      while let parent = parents[relation], parent != relation {
        parents[relation] = parents[parent]
        relation = parent
      }
      return relation
    }
    for relation in failing where wanted.contains(relation) {
      parents[relation] = relation
      for cell in system.relations[relation].cells {
        guard let other = owner[cell] else {
          owner[cell] = relation
          continue
        }
        let (one, another) = (root(relation), root(other))
        if one != another { parents[max(one, another)] = min(one, another) }
      }
    }
    var groups: [Int: [Int]] = [:]
    for relation in failing where wanted.contains(relation) {
      groups[root(relation), default: []].append(relation)
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
