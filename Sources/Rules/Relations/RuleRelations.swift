import Numerals
public import Tabular

/// The rules of a pipeline, once they are judged, as relations between figures.
extension RuleEvaluation {
  /// The most records of a table that is searched for the cells of others, or told to them.
  private static let searchLimit = 1_000_000

  /// The places of the cells of failing relations that may stand in the tables of others too.
  ///
  /// Throws where a stored batch can't be read again.
  public func suspectPlaces() throws(TabularError) -> Set<CellKey> {
    var places: Set<CellKey> = []
    for number in suspects.tables {
      guard let table = evaluator.reader.table(number), table.recordCount <= Self.searchLimit
      else { continue }
      for (record, fields) in suspects.records(of: number).sorted(by: { $0.key < $1.key }) {
        guard let found = try evaluator.reader.find(record: record, of: number) else { continue }
        for field in fields {
          places.insert(
            CellKey(
              table.location(of: field, row: found.row, in: found.batch),
              raw: found.batch.columns[field].raw(at: found.row)))
        }
      }
    }
    return places
  }

  /// Adds the relations that fail, and those that speak of their cells or of the cells at `places`.
  ///
  /// Throws where a stored batch can't be read again.
  public func add(
    touching places: Set<CellKey>, to system: inout RelationSystem
  ) throws(TabularError) {
    var cells = suspects
    try search(for: places, &cells)
    let related = try RelatedPlaces(
      of: cells, plan: plan, evaluator: evaluator, reader: evaluator.reader, pass: pass)
    var statements = try related.subjects(of: plan.rules.flatMap(\.questions))[...]
    var subjects: [[[Int]]] = []
    for (rule, resolved) in plan.rules.enumerated() {
      var own = self.subjects(of: resolved, &statements, cells)
      // What the other statements of a rule come to at the same place tells a missing record from a
      // wrong figure.
      for violation in failing[rule].keys {
        for component in own.indices { own[component].append(violation.subject) }
      }
      subjects.append(own.map { Array(Set($0)).sorted() })
    }
    try add(subjects, to: &system)
  }

  private func subjects(
    of resolved: ResolvedRule, _ statements: inout ArraySlice<[Int]>, _ cells: CellSet
  ) -> [[Int]] {
    switch resolved.form {
    case .statement(let components, _):
      defer { statements = statements.dropFirst(components.count) }
      return Array(statements.prefix(components.count))
    case .rollup(let rollup):
      let wholes = facts.wholes[resolved.definition.id] ?? []
      return rollup.fields.map { field in
        var found: Set<Int> = []
        for (record, fields) in cells.records(of: rollup.table)
        where fields.contains(field.position) {
          found.insert(record)
          if record < wholes.count, wholes[record] != 0 { found.insert(Int(wholes[record])) }
        }
        return found.sorted()
      }
    case .agreement(let agreement):
      let pairs = facts.pairs[resolved.definition.id] ?? []
      return agreement.fields.map { field in
        pairs.filter { pair in
          cells.contains(
            table: agreement.table, record: pair.here, field: field.here.position)
            || cells.contains(
              table: agreement.other, record: pair.there, field: field.there.position)
        }
        .map(\.here)
      }
    default: return []
    }
  }

  // MARK: cells

  /// Adds where places of sources stand in the tables of this pipeline.
  private func search(
    for places: Set<CellKey>, _ cells: inout CellSet
  ) throws(TabularError) {
    let lines = places.reduce(into: [String: Set<UInt32>]()) {
      $0[$1.resource, default: []].insert(UInt32($1.row))
    }
    for number in plan.tables.indices {
      guard let table = evaluator.reader.table(number), table.recordCount <= Self.searchLimit,
        table.sources.contains(where: { lines[$0.resource] != nil })
      else { continue }
      try search(table, number, for: places, on: lines, &cells)
    }
  }

  private func search(
    _ table: Table, _ number: Int, for places: Set<CellKey>, on lines: [String: Set<UInt32>],
    _ cells: inout CellSet
  ) throws(TabularError) {
    for position in 0..<table.batches.count {
      let batch = try table.batches.batch(at: position)
      guard let lines = lines[table.sources[batch.source].resource] else { continue }
      for field in table.schema.fields.indices {
        guard let column = batch.columns[field].numerals else { continue }
        let own = batch.columns[field].places
        for row in 0..<batch.count where column.value(at: row) != nil {
          guard lines.contains(own.isEmpty ? batch.lines[row] : own[row].line) else { continue }
          let key = CellKey(
            table.location(of: field, row: row, in: batch), raw: batch.columns[field].raw(at: row))
          guard places.contains(key) else { continue }
          cells.insert(table: number, record: batch.firstRecord + row, field: field)
        }
      }
    }
  }

  // MARK: relations

  /// Adds the relations at the subjects given for each component of each rule.
  func add(_ subjects: [[[Int]]], to system: inout RelationSystem) throws(TabularError) {
    let reader = evaluator.reader
    let members = try MemberRecords(
      of: wanted(subjects), limit: RelationBuilding.memberLimit + 1, pinning: true, plan: plan,
      evaluator: evaluator, pass: pass)
    let known = KnownCells()
    for (rule, resolved) in plan.rules.enumerated() {
      var evaluator = evaluator
      evaluator.missing = resolved.definition.missing
      let building = RelationBuilding(
        pipeline: pipeline, plan: plan, evaluator: evaluator, reader: reader, members: members,
        known: known)
      switch resolved.form {
      case .statement(let components, let scope):
        for (component, subjects) in subjects[rule].enumerated() {
          for subject in subjects {
            let violation = Violation(component: component, subject: subject)
            let finding = failing[rule][violation]
            guard let place = try scope.place(of: subject, reader),
              finding != nil || speaks(resolved, at: place, components)
            else { continue }
            building.relations(
              of: components[component], at: place, resolved, violation, finding: finding,
              into: &system)
          }
        }
      case .rollup(let rollup):
        try addRollups(rollup, rule, subjects[rule], building, to: &system)
      case .agreement(let agreement):
        try addPairs(agreement, rule, subjects[rule], building, to: &system)
      default: continue
      }
    }
  }

  private func speaks(_ rule: ResolvedRule, at place: Place, _ components: [Condition]) -> Bool {
    guard fires(rule, at: place) else { return false }
    switch place {
    case .record:
      guard let condition = rule.condition else { return true }
      return (try? evaluator.holds(condition, at: place)) ?? false
    case .group(let grouping, let group): return takesPart(group, grouping, rule, components)
    case .once: return true
    }
  }

  /// The groups of sums whose members are needed.
  private func wanted(_ subjects: [[[Int]]]) throws(TabularError) -> MemberRecords.Wanted {
    var wanted: MemberRecords.Wanted = [:]
    for (rule, resolved) in plan.rules.enumerated() {
      guard case .statement(let components, let scope) = resolved.form else { continue }
      for (condition, subjects) in zip(components, subjects[rule]) {
        let sums = condition.aggregates.filter { plan.aggregates[$0].isSum }
        guard !sums.isEmpty else { continue }
        for subject in subjects {
          guard let place = try scope.place(of: subject, evaluator.reader) else { continue }
          for number in sums {
            let grouping = plan.aggregates[number].grouping
            guard let group = try? evaluator.group(of: grouping, at: place) else { continue }
            wanted[number, default: []].insert(group)
          }
        }
      }
    }
    return wanted
  }
}

extension ResolvedRule {
  /// Its statements, whose subjects have to be looked for.
  fileprivate var questions: [RelatedPlaces.Question] {
    guard case .statement(let components, let scope) = form else { return [] }
    return components.map { RelatedPlaces.Question(condition: $0, scope: scope) }
  }

  /// How many statements it makes.
  fileprivate var componentCount: Int {
    switch form {
    case .statement(let components, _): components.count
    case .rollup(let rollup): rollup.fields.count
    case .agreement(let agreement): agreement.fields.count
    default: 0
    }
  }
}

extension Condition {
  /// The aggregates it names.
  fileprivate var aggregates: [Int] {
    var numbers: [Int] = []
    walk { if case .aggregate(let number) = $0 { numbers.append(number) } }
    return numbers
  }
}

extension AggregateSpecification {
  /// True where it adds up its parts.
  fileprivate var isSum: Bool { function == .sum || function == .mean }
}
