import Numerals
package import Rules
import Tabular

/// Orders changes that explain the same by what else speaks for them.
package struct RepairRanking: Sendable {
  let network: RelationNetwork
  /// The figures around a cell; empty where nothing is known of them.
  let figures: @Sendable (RelationCell) -> [NearFigure]
  /// The exact figures of all tables.
  let facts: FactIndex
  /// The most changes of which the surroundings are looked at.
  private static let surroundingLimit = 24

  package init(
    _ network: RelationNetwork, facts: FactIndex,
    figures: @escaping @Sendable (RelationCell) -> [NearFigure]
  ) {
    self.network = network
    self.facts = facts
    self.figures = figures
  }

  /// The changes, the likeliest first.
  func ranked(_ repairs: [Repair]) -> [Repair] {
    var repairs = repairs.map(traced)
    if repairs.count > 1 || repairs[0].trace.weight < 3 {
      repairs.sort(by: Self.isBefore)
      for index in repairs.indices.prefix(Self.surroundingLimit) {
        let near = SurroundingTrace(repairs[index], network, figures(cell(repairs[index])))
        let known = FactTrace(repairs[index], network, facts)
        for trace in [near.trace, known?.trace].compactMap({ $0 })
        where trace.weight > repairs[index].trace.weight {
          repairs[index].trace = trace
        }
      }
    }
    return repairs.sorted(by: Self.isBefore)
  }

  private func cell(_ repair: Repair) -> RelationCell { network.system.cells[repair.cell] }

  private func traced(_ repair: Repair) -> Repair {
    var repair = repair
    let relations = repair.resolved.map { network.system.relations[$0] }
    // What is calculated from others is wrong more often than what it is calculated from.
    if relations.allSatisfy({ $0.stated == repair.cell && $0.kind != .agreement }) {
      repair.evidence = 1
    }
    if let trace = MistypedDigits.mechanism(of: cell(repair), right: repair.value) {
      repair.trace = trace
    }
    if let parts = SumTrace(repair, network)?.trace, parts.weight > repair.trace.weight {
      repair.trace = parts
    }
    if repair.trace.weight < 2.5, isTruncated(repair) {
      repair.trace = MistakeTrace(mechanism: .truncated, weight: 2.5)
    }
    return repair
  }

  /// True where the cell holds what is calculated, cut off where it should have been rounded.
  private func isTruncated(_ repair: Repair) -> Bool {
    let cell = cell(repair)
    guard cell.halfWidth != .zero else { return false }
    return repair.resolved.contains { relation in
      guard
        let solution = network.system.relations[relation].solution(
          for: repair.cell, now: cell.center)
      else { return false }
      return solution.center.truncated(toScale: cell.scale).map { Rational($0) == cell.center }
        ?? false
    }
  }

  private static func isBefore(_ one: Repair, _ other: Repair) -> Bool {
    one.weight != other.weight ? one.weight > other.weight : one.cell < other.cell
  }
}
