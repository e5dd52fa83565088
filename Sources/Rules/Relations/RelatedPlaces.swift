import Tabular

/// Finds at which places the rules of a pipeline speak of some cells.
struct RelatedPlaces {
  /// The most records or groups of one rule that are looked at.
  static let subjectLimit = 200_000

  let plan: Plan
  let evaluator: Evaluator
  let reader: RecordReader
  let pass: BatchPass
  let cells: CellSet

  private var touched: [Int: Set<UInt32>] = [:]

  init(
    of cells: CellSet, plan: Plan, evaluator: Evaluator, reader: RecordReader,
    pass: BatchPass
  ) throws(TabularError) {
    (self.plan, self.evaluator, self.reader, self.pass) = (plan, evaluator, reader, pass)
    self.cells = cells
    for table in cells.tables { try touch(table) }
  }

  /// The groups of each aggregate over the table that one of the cells takes part in.
  private mutating func touch(_ table: Int) throws(TabularError) {
    guard let source = reader.table(table) else { return }
    let records = cells.records(of: table)
    let numbers = plan.aggregates.indices.filter { plan.aggregates[$0].table == table }
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
      while next < sorted.count, sorted[next] < end {
        reader.pin(sorted[next] - batch.firstRecord, of: batch, table: table)
        next += 1
      }
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

  /// A component of a statement, whose subjects are asked for.
  struct Question {
    var condition: Condition
    var scope: ResolvedRule.Scope
  }

  /// The subjects of components of statements at which they speak of one of the cells.
  func subjects(of questions: [Question]) throws(TabularError) -> [[Int]] {
    var found = [Set<Int>](repeating: [], count: questions.count)
    var searches: [Int: [Search]] = [:]
    for (number, question) in questions.enumerated() {
      let parts = Parts(question.condition)
      let aggregates = parts.aggregates.filter { touched[$0] != nil }
      let looksUp = looksUp(parts)
      switch question.scope {
      case .once: found[number] = aggregates.isEmpty && !looksUp ? [] : [0]
      case .group(let grouping): found[number] = Set(groups(of: grouping, aggregates, looksUp))
      case .record(let table):
        found[number] = records(of: table, parts)
        guard looksUp || !aggregates.isEmpty else { continue }
        searches[table, default: []].append(
          Search(question: number, aggregates: aggregates, all: looksUp, in: plan, table))
      }
    }
    for (table, searches) in searches.sorted(by: { $0.key < $1.key }) {
      try search(table, searches, &found)
    }
    return found.map { $0.sorted() }
  }

  private func looksUp(_ parts: Parts) -> Bool {
    parts.lookups.contains { number in
      guard let record = evaluator.lookups[number].record else { return false }
      let field = plan.lookups[number].field
      return cells.contains(table: field.table, record: record, field: field.position)
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

  private func records(of table: Int, _ parts: Parts) -> Set<Int> {
    var found: Set<Int> = []
    for (record, fields) in cells.records(of: table) {
      if !fields.isDisjoint(with: parts.fields) { found.insert(record) }
      for (field, places) in parts.previous where fields.contains(field) {
        found.insert(record + places)
      }
    }
    return found
  }

  /// What is searched for among the records of a table: those whose statement speaks of touched
  /// groups.
  private struct Search {
    var question: Int
    /// The aggregates over the table itself, whose groups are numbered batch by batch.
    var own: [Int]
    /// Those over other tables, and over all records.
    var others: [Int]
    var all: Bool

    init(question: Int, aggregates: [Int], all: Bool, in plan: Plan, _ table: Int) {
      self.question = question
      self.all = all
      own = aggregates.filter {
        plan.aggregates[$0].table == table
          && !plan.groupings[plan.aggregates[$0].grouping].fields.isEmpty
      }
      others = aggregates.filter { [own] in !own.contains($0) }
    }
  }

  /// Goes over the records once for all searches, pinning what is found.
  private func search(
    _ table: Int, _ searches: [Search], _ found: inout [Set<Int>]
  ) throws(TabularError) {
    guard let source = reader.table(table) else { return }
    var groupings = evaluator.groupings
    let needed = Set(searches.flatMap(\.own).map { plan.aggregates[$0].grouping })
    for position in 0..<source.batches.count {
      let batch = try source.batches.batch(at: position)
      let groups = groupings.number(batch, of: table, for: needed)
      for search in searches {
        let own = search.own.map {
          (groups.groups(of: plan.aggregates[$0].grouping), touched[$0] ?? [])
        }
        let isSlow = search.all || !search.others.isEmpty
        for row in 0..<batch.count where found[search.question].count < Self.subjectLimit {
          let record = batch.firstRecord + row
          let place = Place.record(table: table, batch: batch, row: row)
          guard
            own.contains(where: { groups, touched in
              groups.map { touched.contains($0[row]) } ?? true
            })
              || (isSlow && record <= Self.subjectLimit
                && (search.all || speaks(of: search.others, at: place)))
          else { continue }
          found[search.question].insert(record)
          reader.pin(row, of: batch, table: table)
        }
      }
    }
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
