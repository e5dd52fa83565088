import Numerals
import Rules

/// Carries changes on to what was calculated from them, or states the same fact elsewhere.
enum FactPropagation {
  /// The most cells that are changed so.
  private static let limit = 24

  /// Changes further cells until the relations hold that held at the outset, as far as each can be
  /// mended by the cell that states it or, where it ties two cells, by either.
  static func propagate(_ search: inout RepairSearch, _ repairs: inout [Repair]) {
    for _ in 0..<limit {
      guard let next = next(&search) else { return }
      search.apply(next)
      repairs.append(next)
    }
  }

  private static func next(_ search: inout RepairSearch) -> Repair? {
    for relation in search.brokenSince.sorted() {
      let broken = search.network.system.relations[relation]
      let alone = broken.stated ?? broken.aloneOnItsSide
      let cells = broken.cells.count == 2 ? broken.cells : alone.map { [$0] } ?? []
      for cell in cells where search.change[cell] == nil {
        if let repair = search.repairs(of: cell).first(where: { $0.resolved.contains(relation) }) {
          return repair
        }
      }
    }
    return nil
  }
}

extension Relation {
  /// The only cell of one side, where the other side has several: a sum that is itself a sum of one.
  fileprivate var aloneOnItsSide: Int? {
    guard case .agrees(.linear(let left), .linear(let right), _, _) = statement else { return nil }
    if left.cells.count == 1, right.cells.count > 1 { return left.cells[0] }
    if right.cells.count == 1, left.cells.count > 1 { return right.cells[0] }
    return nil
  }
}
