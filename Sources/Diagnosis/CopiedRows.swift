import Numerals
import Rules

/// Records whose figures are those of a record nearby.
enum CopiedRows {
  /// The records of which at least two cells stand in failing relations of their own, and all of
  /// whose figures in such relations equal those of another record.
  static func found(in network: RelationNetwork, _ evidence: Evidence) -> [DerivedFigures] {
    var rows: [Row: [Int: Set<Int>]] = [:]
    for relation in network.failing {
      for cell in network.system.relations[relation].cells {
        let origin = network.system.cells[cell].origin
        rows[Row(origin), default: [:]][cell, default: []].insert(relation)
      }
    }
    var found: [DerivedFigures] = []
    for (_, cells) in rows.sorted(by: { $0.key < $1.key }) where cells.count > 1 {
      let relations = cells.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
      guard relations.count > 1 else { continue }
      if let copied = copied(cells, network, evidence) { found.append(copied) }
    }
    return found
  }

  private struct Row: Hashable, Comparable {
    var table: String
    var record: Int

    init(_ origin: RelationCell.Origin) {
      table = origin.pipeline + "/" + origin.table
      record = origin.record
    }

    static func < (left: Row, right: Row) -> Bool {
      left.table == right.table ? left.record < right.record : left.table < right.table
    }
  }

  private static func copied(
    _ cells: [Int: Set<Int>], _ network: RelationNetwork, _ evidence: Evidence
  ) -> DerivedFigures? {
    let system = network.system
    let numbers = cells.keys.sorted()
    // The records whose figures are the same in all of these fields.
    var sources: [Int: (count: Int, cell: RelationCell)] = [:]
    for number in numbers {
      let own = system.cells[number]
      for figure in evidence.figures(own.origin)
      where figure.relation == .sameField && figure.cell.value == own.value {
        let record = figure.cell.origin.record
        sources[record] = ((sources[record]?.count ?? 0) + 1, figure.cell)
      }
    }
    let own = system.cells[numbers[0]].origin.record
    guard
      let source = sources.filter({ $0.value.count == numbers.count })
        .min(by: { (abs($0.key - own), $0.key) < (abs($1.key - own), $1.key) }),
      numbers.contains(where: { system.cells[$0].center.isTelling })
    else { return nil }
    var search = RepairSearch(network)
    var repairs: [Repair] = []
    for number in numbers {
      guard let repair = search.repairs(of: number).first(where: { $0.broken.isEmpty }) else {
        continue
      }
      repairs.append(repair)
      search.apply(repair)
    }
    guard repairs.count > 1 else { return nil }
    return DerivedFigures(
      relations: Array(Set(repairs.flatMap(\.resolved))).sorted(), repairs: repairs,
      mechanism: .copiedRow, source: source.value.cell)
  }
}
