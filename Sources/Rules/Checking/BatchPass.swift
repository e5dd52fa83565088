import Numerals
import Tabular

/// What goes over the records: collects aggregates and judges statements about single records.
struct BatchPass {
  /// Whether records that surely hold are passed over unseen; off only to test that they do hold.
  enum Screening {
    case on, off
  }

  let plan: Plan
  private let masks: Masks
  private let screening: Screening

  /// The compiled conditions of all tables, aggregates, look-ups and rules.
  private struct Masks {
    var totals: [MaskNode?]
    var levels: [[MaskNode]]
    var aggregates: [MaskNode?]
    var lookups: [MaskNode]
    var whens: [MaskNode?]
    var suffixes: [MaskNode?]
    var statements: [[MaskNode]]
  }

  init(plan: Plan, screening: Screening = .on) {
    self.plan = plan
    self.screening = screening
    let library = MaskLibrary(.lastBatch)
    masks = Masks(
      totals: plan.tables.map { $0.totals.map(library.node) },
      levels: plan.tables.map { $0.levels.map { library.node(for: $0.condition) } },
      aggregates: plan.aggregates.map { $0.condition.map(library.node) },
      lookups: plan.lookups.map { library.node(for: $0.condition) },
      whens: plan.rules.map { $0.when.map(library.node) },
      suffixes: plan.rules.map { $0.condition.map(library.node) },
      statements: plan.rules.map { rule in
        guard case .statement(let components, _) = rule.form else { return [] }
        return components.map(library.node)
      })
  }

  /// One batch with what is known about its records.
  struct Work {
    var table: Int
    var batch: Batch
    var groups: Groupings.BatchGroups
    var vectors: VectorEvaluator
  }

  /// The truth of a condition record by record, by the evaluator.
  private func slow(
    _ work: Work, _ evaluator: Evaluator
  ) -> (Condition, Int) -> UInt8 {
    { condition, row in
      do throws(Gap) {
        let place = Place.record(table: work.table, batch: work.batch, row: row)
        return try evaluator.holds(condition, at: place) ? MaskNode.yes : MaskNode.no
      } catch {
        return MaskNode.unknown
      }
    }
  }

  /// Which records of the batch take part in ordinary aggregates: all but totals and, where
  /// records nest, all but those that others add up to.
  private func ordinary(
    _ specification: AggregateSpecification, _ work: Work, _ evaluator: Evaluator
  ) -> [UInt8]? {
    var mask: [UInt8]?
    if !specification.keepsTotals, let totals = masks.totals[work.table] {
      mask = totals.mask(work.batch, work.vectors, slow(work, evaluator)).map {
        $0 == MaskNode.yes ? MaskNode.no : MaskNode.yes
      }
    }
    guard specification.leavesOnly else { return mask }
    for level in masks.levels[work.table].dropLast() {
      let outer = level.mask(work.batch, work.vectors, slow(work, evaluator))
      mask = Self.without(mask, outer)
    }
    return mask
  }

  private static func without(_ mask: [UInt8]?, _ excluded: [UInt8]) -> [UInt8] {
    guard let mask else { return excluded.map { $0 == MaskNode.yes ? MaskNode.no : MaskNode.yes } }
    return zip(mask, excluded).map { $1 == MaskNode.yes ? MaskNode.no : $0 }
  }

  private static func both(_ left: [UInt8]?, _ right: [UInt8]?) -> [UInt8]? {
    guard let left else { return right }
    guard let right else { return left }
    return zip(left, right).map {
      $0 == MaskNode.yes && $1 == MaskNode.yes ? MaskNode.yes : $0 & $1 & 1
    }
  }

  /// The records for which the suffix `where` and the condition `when` of a rule hold; nil for all.
  func firing(_ rule: Int, _ work: Work, _ evaluator: Evaluator) -> [UInt8]? {
    let when = masks.whens[rule]?.mask(work.batch, work.vectors, slow(work, evaluator))
    let suffix = masks.suffixes[rule]?.mask(work.batch, work.vectors, slow(work, evaluator))
    return Self.both(when, suffix)
  }

  /// The level of every record of a table with positional levels: the first whose condition holds,
  /// -1 for none.
  func levels(_ work: Work, _ evaluator: Evaluator) -> [Int] {
    var result = [Int](repeating: -1, count: work.batch.count)
    for (number, level) in masks.levels[work.table].enumerated() {
      let mask = level.mask(work.batch, work.vectors, slow(work, evaluator))
      for row in mask.indices where mask[row] == MaskNode.yes && result[row] < 0 {
        result[row] = number
      }
    }
    return result
  }

  // MARK: collecting

  /// Adds the batch to every aggregate and look-up over its table.
  func collect(_ work: Work, into evaluator: inout Evaluator) {
    for (number, specification) in plan.aggregates.enumerated()
    where specification.table == work.table {
      let rows = members(of: number, work, evaluator)
      let arguments = self.arguments(of: specification, work, evaluator)
      evaluator.aggregates.collect(
        number, batch: work.batch, rows: rows,
        groups: work.groups.groups(of: specification.grouping), arguments: arguments)
    }
    for (number, specification) in plan.lookups.enumerated()
    where specification.table == work.table {
      let mask = masks.lookups[number].mask(work.batch, work.vectors, slow(work, evaluator))
      for row in mask.indices where mask[row] == MaskNode.yes {
        let value = try? Evaluator.cell(specification.field, batch: work.batch, row: row)
        evaluator.lookups[number].offer(value, record: work.batch.firstRecord + row)
      }
    }
  }

  /// The records that take part in an aggregate; nil for all.
  func members(of number: Int, _ work: Work, _ evaluator: Evaluator) -> [UInt8]? {
    let specification = plan.aggregates[number]
    var rows: [UInt8]?
    if specification.function == .total {
      rows = masks.totals[work.table]?.mask(work.batch, work.vectors, slow(work, evaluator))
    } else {
      rows = ordinary(specification, work, evaluator)
    }
    guard let mask = masks.aggregates[number] else { return rows }
    return Self.both(rows, mask.mask(work.batch, work.vectors, slow(work, evaluator)))
  }

  private func arguments(
    of specification: AggregateSpecification, _ work: Work, _ evaluator: Evaluator
  ) -> AggregateStates.ArgumentValues {
    guard let argument = specification.argument else { return .none }
    if let field = argument.plainField {
      switch work.batch.columns[field.position].values {
      case .numerals(let column): return .column(column, field)
      case .texts(let column): return .codes(column.codes)
      }
    }
    return .calculated(
      (0..<work.batch.count).map { row in
        let place = Place.record(table: work.table, batch: work.batch, row: row)
        return (try? evaluator.number(argument, at: place))?.center.exactDecimal
      })
  }

  // MARK: judging records

  /// Judges a statement about records for all records of the batch.
  func judge(_ rule: Int, _ work: Work, _ evaluator: Evaluator, _ tally: inout Tally) {
    let resolved = plan.rules[rule]
    guard case .statement(let components, _) = resolved.form else { return }
    let firing = firing(rule, work, evaluator)
    for (component, condition) in components.enumerated() {
      let sure = screen(
        condition, masks.statements[rule][component], work, resolved.tolerance,
        resolved.definition.missing)
      for row in 0..<work.batch.count {
        if let firing, firing[row] != MaskNode.yes { continue }
        if let sure, sure[row] {
          tally.hold()
          continue
        }
        let place = Place.record(table: work.table, batch: work.batch, row: row)
        tally.note(
          Judge(evaluator: evaluator, tolerance: resolved.tolerance)
            .judgement(of: condition, at: place),
          component: component, subject: work.batch.firstRecord + row, isRecord: true)
      }
    }
  }

  /// The records for which a condition surely holds; nil where each has to be looked at.
  private func screen(
    _ condition: Condition, _ node: MaskNode, _ work: Work, _ tolerance: Tolerance?,
    _ mode: RuleDefinition.MissingMode
  ) -> [Bool]? {
    guard tolerance == nil, screening == .on, mode != .nonZero else { return nil }
    if case .comparison(.agrees, let left, let right) = condition,
      let sure = work.vectors.screen(left, right)
    {
      return sure
    }
    return node.mask(work.batch, work.vectors) { _, _ in MaskNode.unknown }
      .map { $0 == MaskNode.yes }
  }
}
