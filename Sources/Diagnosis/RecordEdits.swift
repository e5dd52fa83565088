import Numerals
import Rules
import Tabular

/// A record that sums lack, or hold once too often.
struct RecordEdit {
  /// The relations that fail because of it.
  var relations: [Int]
  /// The stated sums, in the order of the relations.
  var totals: [Int]
  /// The cells of the record that stands once too often and, where there is one, of its twin; none
  /// where a record is missing.
  var surplus: [Int]
  /// What the record is about to hold, by the title of the field.
  var values: [(title: String, value: ExactDecimal)]
  /// The findings that are about the same, besides those of the relations.
  var findings: [String] = []
}

/// Finds records that were left out of a table, or stand in it twice: all sums over the same records
/// fail at once, each by what that record holds.
enum RecordEdits {
  /// The records that sums lack or hold twice; sums on several levels that differ by the same are
  /// one.
  static func found(
    in network: RelationNetwork, _ open: Set<Int>, _ findings: [Finding]
  ) -> [RecordEdit] {
    var edits: [RecordEdit] = []
    var known: [[String]: Int] = [:]
    for group in groups(in: network, open) {
      guard var edit = edit(of: group, network) else { continue }
      edit.findings = repetitions(edit, network, findings)
      let key = edit.values.map { "\($0.title) \($0.value.description)" }.sorted()
      if let number = known[key], edits[number].surplus.isEmpty == edit.surplus.isEmpty {
        edits[number].relations += edit.relations
        edits[number].totals += edit.totals
        edits[number].findings += edit.findings.filter { !edits[number].findings.contains($0) }
      } else {
        known[key] = edits.count
        edits.append(edit)
      }
    }
    return edits
  }

  /// Sums over the same records, one a field.
  private struct Group {
    var relations: [Int] = []
    var totals: [Int] = []
    var parts: [[Int]] = []
  }

  /// What sums over the same records have in common.
  private struct Key: Hashable {
    var pipeline: String
    var rule: String
    /// The table and record of the stated sum, then those of the parts.
    var records: [String]

    /// The key of a relation, with the cell that states the sum and the parts; nil where it is no
    /// sum of a table's records.
    init?(_ number: Int, _ network: RelationNetwork) {
      let relation = network.system.relations[number]
      guard let total = relation.stated,
        let parts = StatedSum(of: total, in: [number], network)?.parts, parts.count > 1
      else { return nil }
      (pipeline, rule) = (relation.key.pipeline, relation.key.rule)
      records = ([total] + parts.sorted()).map {
        let origin = network.system.cells[$0].origin
        return "\(origin.table) \(origin.record)"
      }
      (self.total, self.parts) = (total, parts)
    }

    let total: Int
    let parts: [Int]

    static func == (left: Key, right: Key) -> Bool {
      left.pipeline == right.pipeline && left.rule == right.rule && left.records == right.records
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(rule)
      hasher.combine(records)
    }
  }

  /// The sums that fail for every field that they are stated for.
  private static func groups(in network: RelationNetwork, _ open: Set<Int>) -> [Group] {
    let system = network.system
    var groups: [Key: Group] = [:]
    for relation in network.failing where open.contains(relation) {
      guard let key = Key(relation, network) else { continue }
      groups[key, default: Group()].relations.append(relation)
      groups[key]?.totals.append(key.total)
      groups[key]?.parts.append(key.parts)
    }
    groups = groups.filter { $0.value.relations.count > 1 }
    // A sum over the same records that holds speaks against it.
    let rules = Set(groups.keys.map(\.rule))
    for (number, relation) in system.relations.enumerated()
    where relation.finding == nil && rules.contains(relation.key.rule) {
      if let key = Key(number, network) { groups[key] = nil }
    }
    return groups.values.sorted { $0.relations[0] < $1.relations[0] }
  }

  private static func edit(of group: Group, _ network: RelationNetwork) -> RecordEdit? {
    let cells = network.system.cells
    var differences: [Rational] = []
    var values: [(title: String, value: ExactDecimal)] = []
    for (total, parts) in zip(group.totals, group.parts) {
      var sum = Rational.zero
      for part in parts {
        guard let more = sum.adding(cells[part].center) else { return nil }
        sum = more
      }
      guard let difference = cells[total].center.subtracting(sum), difference != .zero,
        let size = difference.magnitude?.exactDecimal
      else { return nil }
      differences.append(difference)
      values.append((cells[total].title, size))
    }
    if differences.allSatisfy({ $0 > .zero }) {
      return RecordEdit(
        relations: group.relations, totals: group.totals, surplus: [], values: values)
    }
    guard differences.allSatisfy({ $0 < .zero }) else { return nil }
    // The records that hold in every field what is too much.
    var fitting: [Int: [Int]] = [:]
    for (parts, difference) in zip(group.parts, differences) {
      for part in parts where cells[part].center.negated.map({ $0 == difference }) ?? false {
        fitting[cells[part].origin.record, default: []].append(part)
      }
    }
    let records = fitting.filter { $0.value.count == differences.count }.sorted { $0.key > $1.key }
    guard let surplus = records.first, records.count <= 2 else { return nil }
    return RecordEdit(
      relations: group.relations, totals: group.totals,
      surplus: surplus.value + records.dropFirst().flatMap(\.value), values: values)
  }

  /// The findings that a record stands twice, about one of the surplus records.
  private static func repetitions(
    _ edit: RecordEdit, _ network: RelationNetwork, _ findings: [Finding]
  ) -> [String] {
    let rows = edit.surplus.map { RowPlace(network.system.cells[$0].location) }
    guard !rows.isEmpty else { return [] }
    return findings.filter { finding in
      finding.kind == .unique && finding.cells.contains { rows.contains(RowPlace($0.location)) }
    }
    .map(\.id)
  }

  private struct RowPlace: Hashable {
    let resource: String
    let sheet: String?
    let row: Int

    init(_ location: Location) {
      resource = location.resource
      sheet = location.sheet
      row = location.line ?? location.cell.map(SheetAddress.row(of:)) ?? 0
    }
  }
}
