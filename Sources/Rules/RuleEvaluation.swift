import Numerals
public import Tabular

/// Checks all rules of one pipeline.
///
/// Every batch of every table is shown to it once, in order, while it is read; `conclude` then goes
/// over the tables again for what needs the sums of all records. It must not be used by two threads
/// at once.
public final class RuleEvaluation: @unchecked Sendable {
  let pipeline: String
  let plan: Plan
  let pass: BatchPass
  private(set) var evaluator: Evaluator
  /// For each rule the fingerprints of the findings that are about a relation, once it is judged.
  private(set) var failing: [[Violation: String]] = []
  /// The cells of those: by table and record the fields.
  private(set) var suspects = CellSet()
  let facts = PairedFacts()
  private var tallies: [Tally]
  private var keys: KeyChecks
  private var shapes: ShapeNotes

  /// Prepares to evaluate `book`, which must have no problems, for the pipeline of that name.
  public convenience init(book: RuleBook, pipeline: String) {
    self.init(book: book, pipeline: pipeline, screening: .on)
  }

  init(book: RuleBook, pipeline: String, screening: BatchPass.Screening) {
    self.pipeline = pipeline
    plan = book.plan
    pass = BatchPass(plan: book.plan, screening: screening)
    evaluator = Evaluator(
      plan: book.plan, groupings: Groupings(plan: book.plan),
      aggregates: AggregateStates(plan: book.plan),
      lookups: book.plan.lookups.map { LookupResult(table: $0.table) },
      reader: RecordReader(tables: book.plan.tables.map { _ in nil }))
    tallies = book.plan.rules.map { _ in Tally() }
    keys = KeyChecks(plan: book.plan)
    shapes = ShapeNotes(plan: book.plan)
  }

  /// Takes note of the next batch of `table`; a table that no rule knows is ignored.
  public func observe(_ batch: Batch, of table: String) {
    guard let number = plan.tableNumber(of: table) else { return }
    let work = firstWork(on: batch, of: number)
    pass.collect(work, into: &evaluator)
    keys.note(work, pass: pass, evaluator: evaluator)
    shapes.note(work, pass: pass, evaluator: evaluator)
    for (rule, resolved) in plan.rules.enumerated()
    where resolved.judgedRecords == number && !resolved.needsAllRecords {
      evaluator.missing = resolved.definition.missing
      pass.judge(rule, work, evaluator, &tallies[rule])
    }
  }

  /// A batch while aggregates are still being collected: new groups are numbered.
  private func firstWork(on batch: Batch, of table: Int) -> BatchPass.Work {
    BatchPass.Work(
      table: table, batch: batch, groups: evaluator.groupings.number(batch, of: table),
      vectors: VectorEvaluator(plan: plan, batch: batch, aggregates: nil, table: table))
  }

  /// A batch when all aggregates are known, with the groups that some rules need.
  private func laterWork(on batch: Batch, of table: Int, for needed: Set<Int>) -> BatchPass.Work {
    let groups = evaluator.groupings.number(batch, of: table, for: needed)
    return BatchPass.Work(
      table: table, batch: batch, groups: groups,
      vectors: VectorEvaluator(
        plan: plan, batch: batch, aggregates: (groups, evaluator.aggregates), table: table))
  }

  /// Judges what needs all records and puts everything into words.
  ///
  /// `tables` must hold the very batches that were observed. Throws where a stored batch can't be
  /// read again.
  public func conclude(tables: [String: Table]) throws(TabularError) -> RuleRun {
    let reader = RecordReader(tables: plan.tables.map { tables[$0.name] })
    evaluator = Evaluator(
      plan: plan, groupings: evaluator.groupings, aggregates: evaluator.aggregates,
      lookups: evaluator.lookups, reader: reader)
    try judgeRecords(reader)
    judgeGroups()
    let special = SpecialChecks(
      plan: plan, evaluator: evaluator, reader: reader, keys: keys, shapes: shapes, facts: facts)
    let drafting = Drafting(plan: plan, evaluator: evaluator, reader: reader)
    let parts = try PartCells(
      of: tallies.map(\.kept), plan: plan, evaluator: evaluator, reader: reader, pass: pass)
    var run = RuleRun()
    for (rule, resolved) in plan.rules.enumerated() {
      evaluator.missing = resolved.definition.missing
      var drafts = try special.drafts(for: rule, tally: &tallies[rule])
      drafts += try drafting.drafts(of: tallies[rule].kept, for: rule, parts: parts)
      try report(drafts, for: rule, to: &run, reader)
    }
    let pairing = plan.rules.filter { if case .agreement = $0.form { true } else { false } }
    run.findings = run.findings.withoutRepeatedSpellings(of: Set(pairing.map(\.definition.id)))
    return run
  }

  private func judgeRecords(_ reader: RecordReader) throws(TabularError) {
    for number in plan.tables.indices {
      let rules = plan.rules.indices.filter {
        plan.rules[$0].judgedRecords == number && plan.rules[$0].needsAllRecords
      }
      guard !rules.isEmpty, let table = reader.table(number) else { continue }
      let needed = rules.reduce(into: Set<Int>()) {
        $0.formUnion(plan.rules[$1].groupings(in: plan))
      }
      for position in 0..<table.batches.count {
        let batch = try table.batches.batch(at: position)
        let work = laterWork(on: batch, of: number, for: needed)
        for rule in rules {
          evaluator.missing = plan.rules[rule].definition.missing
          pass.judge(rule, work, evaluator, &tallies[rule])
        }
      }
    }
  }

  private func judgeGroups() {
    for (rule, resolved) in plan.rules.enumerated() {
      guard case .statement(let components, let scope) = resolved.form else { continue }
      evaluator.missing = resolved.definition.missing
      let judge = Judge(evaluator: evaluator, tolerance: resolved.tolerance)
      switch scope {
      case .record: continue
      case .once:
        guard fires(resolved, at: .once) else { continue }
        for (component, condition) in components.enumerated() {
          tallies[rule].note(
            judge.judgement(of: condition, at: .once), component: component, subject: 0,
            isRecord: false)
        }
      case .group(let grouping):
        for group in 0..<UInt32(evaluator.groupings.groupCount(of: grouping)) {
          let place = Place.group(grouping: grouping, group: group)
          guard takesPart(group, grouping, resolved, components), fires(resolved, at: place)
          else { continue }
          for (component, condition) in components.enumerated() {
            tallies[rule].note(
              judge.judgement(of: condition, at: place), component: component,
              subject: Int(group), isRecord: false)
          }
        }
      }
    }
  }

  func fires(_ rule: ResolvedRule, at place: Place) -> Bool {
    guard let when = rule.when else { return true }
    do throws(Gap) { return try evaluator.holds(when, at: place) } catch { return false }
  }

  /// A group counts where a record of it fulfils the suffix `where`, which is where one of the
  /// rule's aggregates met one.
  func takesPart(
    _ group: UInt32, _ grouping: Int, _ rule: ResolvedRule, _ components: [Condition]
  ) -> Bool {
    guard evaluator.groupings.firstRecord(of: group, in: grouping) != nil else { return false }
    guard rule.condition != nil else { return true }
    var found = false
    for condition in components {
      condition.walk {
        if case .aggregate(let number) = $0, plan.aggregates[number].grouping == grouping {
          let state = evaluator.aggregates.states[number]
          found =
            found || state.present[group] + state.absent[group] > 0
            || state.chosen?.record(of: group) != nil
        }
      }
    }
    return found
  }

  private func report(
    _ drafts: [Draft], for rule: Int, to run: inout RuleRun, _ reader: RecordReader
  ) throws(TabularError) {
    let resolved = plan.rules[rule]
    let writer = FindingWriter(plan: plan, pipeline: pipeline, reader: reader)
    let (findings, relations) = try writer.findings(of: drafts, rule: resolved)
    failing.append(relations)
    for draft in drafts where draft.violation != nil {
      for cell in draft.cells + draft.furtherParts where cell.role != .key { suspects.insert(cell) }
    }
    run.findings += findings
    var outcome = writer.outcome(of: resolved, tally: tallies[rule])
    outcome.gravest = findings.map(\.severity).max()
    run.outcomes.append(outcome)
    if !tallies[rule].flagged.isEmpty {
      run.flaggedRecords[resolved.definition.id] = tallies[rule].flagged
    }
  }
}

extension ResolvedRule {
  /// The groupings of the aggregates that a statement names.
  func groupings(in plan: Plan) -> Set<Int> {
    guard case .statement(let components, _) = form else { return [] }
    var groupings: Set<Int> = []
    for condition in components + (when.map { [$0] } ?? []) {
      condition.walk {
        if case .aggregate(let number) = $0 { groupings.insert(plan.aggregates[number].grouping) }
      }
    }
    return groupings
  }

  /// The table whose single records the rule judges; nil where it judges something else.
  var judgedRecords: Int? {
    if case .statement(_, .record(let table)) = form { table } else { nil }
  }

  /// True where the rule can be judged only when all records are known.
  var needsAllRecords: Bool {
    guard case .statement(let components, _) = form else { return true }
    var needs = false
    for condition in components + (when.map { [$0] } ?? []) {
      condition.walk {
        switch $0 {
        case .aggregate, .lookup, .previous: needs = true
        default: break
        }
      }
    }
    return needs
  }
}
