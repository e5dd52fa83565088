import Tabular

/// Finds at which places the rules of a pipeline speak of some cells.
struct RelatedPlaces {
  /// The most records or groups of one rule that are looked at.
  static let subjectLimit = 200_000

  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader
  let pass: BatchPass
  /// The cells by table and record, the fields of each.
  let cells: [Int: [Int: Set<Int>]]

  private var touched: [Int: Set<UInt32>] = [:]

  init(
    of cells: [Int: [Int: Set<Int>]], plan: Plan, evaluator: Evaluator, reader: RecordReader,
    pass: BatchPass
  ) throws(TabularError) {
    (self.plan, self.evaluator, self.reader, self.pass) = (plan, evaluator, reader, pass)
    self.cells = cells
    for table in cells.keys.sorted() { try touch(table) }
  }

  /// The groups of each aggregate over the table that one of the cells takes part in.
  private mutating func touch(_ table: Int) throws(TabularError) {
    guard let source = reader.table(table), let records = cells[table] else { return }
    let numbers = plan.aggregates.indices.filter { plan.aggregates[$0].table == table }
    guard !numbers.isEmpty else { return }
    let needed = Set(numbers.map { plan.aggregates[$0].grouping })
    var groupings = evaluator.groupings
    let sorted = records.keys.sorted()
    var next = 0
    for position in 0..<source.batches.count where next < sorted.count {
      let batch = try source.batches.batch(at: position)
      let end = batch.firstRecord + batch.count
      guard sorted[next] < end else { continue }
      let work = BatchPass.Work(
        table: table, batch: batch, groups: groupings.number(batch, of: table, for: needed),
        vectors: VectorEvaluator(plan: plan, batch: batch, aggregates: nil, table: table))
      let first = next
      while next < sorted.count, sorted[next] < end { next += 1 }
      for number in numbers {
        let members = pass.members(of: number, work, evaluator)
        let fields = plan.aggregates[number].fields
        for record in sorted[first..<next] {
          let row = record - batch.firstRecord
          if let members, members[row] != MaskNode.yes { continue }
          guard !(records[record] ?? []).isDisjoint(with: fields) else { continue }
          let group = work.groups.group(of: plan.aggregates[number].grouping, row: row)
          touched[number, default: []].insert(group)
        }
      }
    }
  }

  /// The subjects of a component of a statement at which it speaks of one of the cells.
  func subjects(
    of condition: Condition, _ scope: ResolvedRule.Scope
  ) throws(TabularError) -> [Int] {
    let parts = Parts(condition)
    let aggregates = parts.aggregates.filter { touched[$0] != nil }
    let looksUp = parts.lookups.contains { number in
      guard let record = evaluator.lookups[number].record else { return false }
      let field = plan.lookups[number].field
      return cells[field.table]?[record]?.contains(field.position) ?? false
    }
    switch scope {
    case .once: return aggregates.isEmpty && !looksUp ? [] : [0]
    case .group(let grouping): return groups(of: grouping, aggregates, looksUp)
    case .record(let table): return try records(of: table, parts, aggregates, looksUp)
    }
  }

  private func groups(of grouping: Int, _ aggregates: [Int], _ all: Bool) -> [Int] {
    var found: Set<Int> = []
    for number in aggregates where plan.aggregates[number].grouping == grouping {
      found.formUnion((touched[number] ?? []).map(Int.init))
    }
    let others = aggregates.filter { plan.aggregates[$0].grouping != grouping }
    if all || !others.isEmpty {
      let count = min(evaluator.groupings.groupCount(of: grouping), Self.subjectLimit)
      for group in 0..<UInt32(count) where !found.contains(Int(group)) {
        let place = Place.group(grouping: grouping, group: group)
        if all || speaks(of: others, at: place) { found.insert(Int(group)) }
      }
    }
    return found.sorted()
  }

  private func speaks(of aggregates: [Int], at place: Place) -> Bool {
    aggregates.contains { number in
      guard let group = try? evaluator.group(of: plan.aggregates[number].grouping, at: place) else {
        return false
      }
      return touched[number]?.contains(group) ?? false
    }
  }

  private func records(
    of table: Int, _ parts: Parts, _ aggregates: [Int], _ all: Bool
  ) throws(TabularError) -> [Int] {
    var found: Set<Int> = []
    for (record, fields) in cells[table] ?? [:] {
      if !fields.isDisjoint(with: parts.fields) { found.insert(record) }
      for (field, places) in parts.previous where fields.contains(field) {
        found.insert(record + places)
      }
    }
    guard all || !aggregates.isEmpty, let source = reader.table(table) else {
      return found.sorted()
    }
    for position in 0..<source.batches.count {
      let batch = try source.batches.batch(at: position)
      for row in 0..<batch.count where found.count < Self.subjectLimit {
        if batch.firstRecord + row > Self.subjectLimit { return found.sorted() }
        let place = Place.record(table: table, batch: batch, row: row)
        if all || speaks(of: aggregates, at: place) { found.insert(batch.firstRecord + row) }
      }
    }
    return found.sorted()
  }

  /// What a condition is made of.
  private struct Parts {
    var fields: Set<Int> = []
    var previous: [(field: Int, places: Int)] = []
    var aggregates: [Int] = []
    var lookups: [Int] = []

    init(_ condition: Condition) {
      var parts = (
        fields: Set<Int>(), previous: [(field: Int, places: Int)](), aggregates: [Int](),
        lookups: [Int]()
      )
      condition.walk {
        switch $0 {
        case .field(let field): parts.fields.insert(field.position)
        case .previous(let field, let places): parts.previous.append((field.position, places))
        case .aggregate(let number): parts.aggregates.append(number)
        case .lookup(let number): parts.lookups.append(number)
        default: break
        }
      }
      (fields, previous, aggregates, lookups) = (
        parts.fields, parts.previous, parts.aggregates, parts.lookups
      )
    }
  }
}

extension AggregateSpecification {
  /// The fields whose cells it aggregates.
  var fields: Set<Int> {
    guard let argument else { return [] }
    var fields: Set<Int> = []
    argument.walk { if case .field(let field) = $0 { fields.insert(field.position) } }
    return fields
  }
}
