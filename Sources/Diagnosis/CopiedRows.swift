import Numerals
import Rules

/// Records whose figures are those of a record nearby.
///
/// Several of the figures are solved from what other records and tables state, and then those that
/// are calculated from them within the record.
enum CopiedRows {
  /// The significant digits of all equal figures from which on they are a copy.
  private static let leastDigits = 6
  /// How many figures of a long record are looked at first.
  private static let sampleSize = 12

  /// The records of which at least two figures that take part in failing relations equal those of
  /// one other record.
  static func found(in network: RelationNetwork, _ evidence: Evidence) -> [DerivedFigures] {
    var rows: [Row: Set<Int>] = [:]
    for relation in network.failing {
      for cell in network.system.relations[relation].cells {
        rows[Row(network.system.cells[cell].origin), default: []].insert(cell)
      }
    }
    var found: [DerivedFigures] = []
    for (_, cells) in rows.sorted(by: { $0.key < $1.key }) where cells.count > 1 {
      if let copied = copied(cells.sorted(), network, evidence) { found.append(copied) }
    }
    // People copy downwards: of two that explain the same the later one comes first.
    return found.reversed().sorted { $0.relations.count > $1.relations.count }
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
    _ cells: [Int], _ network: RelationNetwork, _ evidence: Evidence
  ) -> DerivedFigures? {
    guard let source = source(of: cells, network, evidence) else { return nil }
    var search = RepairSearch(network)
    var repairs: [Repair] = []
    for cell in source.cells {
      // What other records state settles a figure; what the own record states follows from it.
      let repair = search.repairs(of: cell).first { repair in
        repair.resolved.contains { isAcross($0, network) }
      }
      guard let repair else { continue }
      search.apply(repair)
      repairs.append(repair)
    }
    guard repairs.count > 1 else { return nil }
    // What follows within the record is no change of its own.
    let independent = repairs.count
    settle(cells, network, &search, &repairs)
    let resolved = search.resolvedAtLast
    guard search.holdsAsBefore, resolved.count >= independent else { return nil }
    // A record that should hold nothing is no copy: it should not be there.
    guard repairs.contains(where: { $0.value.mantissa != 0 }) else { return nil }
    repairs.sort {
      let (one, other) = (network.system.cells[$0.cell], network.system.cells[$1.cell])
      return one.origin.field < other.origin.field
    }
    return DerivedFigures(
      relations: resolved, repairs: repairs, mechanism: .copiedRow, source: source.cell)
  }

  /// The nearest record that holds the same in at least two figures, of so many digits that it is no
  /// chance, and in at least half of all; the cells that hold the same.
  private static func source(
    of cells: [Int], _ network: RelationNetwork, _ evidence: Evidence
  ) -> (cells: [Int], cell: RelationCell)? {
    // Of many figures a few tell whether it can be a copy at all.
    if cells.count > 2 * sampleSize {
      let sample = (0..<sampleSize).map { cells[$0 * cells.count / sampleSize] }
      let likely = equals(of: sample, network, evidence).values
      guard likely.contains(where: { 4 * $0.count >= sampleSize }) else { return nil }
    }
    let same = equals(of: cells, network, evidence)
    let record = network.system.cells[cells[0]].origin.record
    let best = same.filter { _, equal in
      equal.count > 1 && 2 * equal.count >= cells.count
        && equal.reduce(0) { $0 + $1.cell.center.significantDigits } >= Self.leastDigits
    }
    .max { ($0.value.count, abs($1.key - record)) < ($1.value.count, abs($0.key - record)) }
    return best.map { ($0.value.map(\.number), $0.value[0].cell) }
  }

  /// The cells that hold the same as one of the records nearby, by that record.
  private static func equals(
    of cells: [Int], _ network: RelationNetwork, _ evidence: Evidence
  ) -> [Int: [(number: Int, cell: RelationCell)]] {
    var same: [Int: [(number: Int, cell: RelationCell)]] = [:]
    for number in cells {
      let own = network.system.cells[number]
      for figure in evidence.figures(own.origin, .sameField) where figure.cell.value == own.value {
        same[figure.cell.origin.record, default: []].append((number, figure.cell))
      }
    }
    return same
  }

  /// True where a relation speaks of cells of several records.
  private static func isAcross(_ relation: Int, _ network: RelationNetwork) -> Bool {
    let cells = network.system.relations[relation].cells
    let first = Row(network.system.cells[cells[0]].origin)
    return cells.contains { Row(network.system.cells[$0].origin) != first }
  }

  /// Changes the other figures of the record until its relations hold again.
  private static func settle(
    _ cells: [Int], _ network: RelationNetwork, _ search: inout RepairSearch,
    _ repairs: inout [Repair]
  ) {
    let row = Row(network.system.cells[cells[0]].origin)
    for _ in 0..<8 {
      let failing = Set(repairs.flatMap { network.relations(of: $0.cell).map(Int.init) })
        .filter(search.fails).sorted()
      var next: Repair?
      for relation in failing {
        for cell in network.system.relations[relation].cells
        where search.change[cell] == nil && Row(network.system.cells[cell].origin) == row {
          guard let repair = search.repairs(of: cell).first,
            repair.resolved.count > repair.broken.count
          else { continue }
          if repair.resolved.count > next?.resolved.count ?? 0 { next = repair }
        }
      }
      guard let next else { return }
      search.apply(next)
      repairs.append(next)
    }
  }
}
