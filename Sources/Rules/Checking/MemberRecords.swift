import Tabular

/// The records that take part in some groups of some aggregates.
///
/// They are found in one pass over each table concerned, from the first record of the wanted groups
/// on; of a batch only the wanted groups are looked at.
struct MemberRecords {
  /// The groups that are wanted of each aggregate.
  typealias Wanted = [Int: Set<UInt32>]

  private var found: [Int: [UInt32: [Int]]] = [:]
  private let limit: Int

  private let pins: Bool

  /// Finds the records of all groups in `wanted`, the first `limit` of each, and pins them at the
  /// evaluator's reader where it is asked to.
  init(
    of wanted: Wanted, limit: Int, pinning: Bool = false, plan: Plan, evaluator: Evaluator,
    pass: BatchPass
  ) throws(TabularError) {
    (self.limit, pins) = (limit, pinning)
    for table in plan.tables.indices {
      let numbers = wanted.keys.filter { plan.aggregates[$0].table == table }.sorted()
      if !numbers.isEmpty { try collect(numbers, wanted, of: table, plan, evaluator, pass) }
    }
  }

  /// The records (from 1) of a group, rising; none where it was not asked for.
  func records(of aggregate: Int, group: UInt32) -> [Int] { found[aggregate]?[group] ?? [] }

  private mutating func collect(
    _ numbers: [Int], _ wanted: Wanted, of table: Int, _ plan: Plan, _ evaluator: Evaluator,
    _ pass: BatchPass
  ) throws(TabularError) {
    guard let source = evaluator.reader.table(table) else { return }
    var groupings = evaluator.groupings
    let needed = Set(numbers.map { plan.aggregates[$0].grouping })
    let masks = numbers.map { Self.mask(of: wanted[$0] ?? []) }
    let first = Self.firstRecord(numbers, wanted, plan, evaluator)
    for position in 0..<source.batches.count {
      let batch = try source.batches.batch(at: position)
      if batch.firstRecord + batch.count <= first { continue }
      let work = BatchPass.Work(
        table: table, batch: batch, groups: groupings.number(batch, of: table, for: needed),
        vectors: VectorEvaluator(plan: plan, batch: batch, aggregates: nil, table: table))
      for (number, isWanted) in zip(numbers, masks) {
        note(number, isWanted, work, plan, evaluator, pass)
      }
    }
  }

  private static func mask(of groups: Set<UInt32>) -> [Bool] {
    var mask = [Bool](repeating: false, count: groups.max().map { Int($0) + 1 } ?? 0)
    for group in groups { mask[Int(group)] = true }
    return mask
  }

  private static func firstRecord(
    _ numbers: [Int], _ wanted: Wanted, _ plan: Plan, _ evaluator: Evaluator
  ) -> Int {
    var first = Int.max
    for number in numbers {
      for group in wanted[number] ?? [] {
        let grouping = plan.aggregates[number].grouping
        first = min(first, evaluator.groupings.firstRecord(of: group, in: grouping) ?? 1)
      }
    }
    return first
  }

  private mutating func note(
    _ number: Int, _ isWanted: [Bool], _ work: BatchPass.Work, _ plan: Plan,
    _ evaluator: Evaluator, _ pass: BatchPass
  ) {
    let groups = work.groups.groups(of: plan.aggregates[number].grouping)
    var members: [UInt8]??
    for row in 0..<work.batch.count {
      let group = groups.map { $0[row] } ?? 0
      guard group < isWanted.count, isWanted[Int(group)] else { continue }
      let taking = members ?? pass.members(of: number, work, evaluator)
      members = taking
      if let taking, taking[row] != MaskNode.yes { continue }
      if found[number]?[group]?.count ?? 0 < limit {
        found[number, default: [:]][group, default: []].append(work.batch.firstRecord + row)
        if pins { evaluator.reader.pin(row, of: work.batch, table: work.table) }
      }
    }
  }
}
