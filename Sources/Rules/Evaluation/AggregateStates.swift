import Numerals
import Tabular

/// The state of every aggregate of the plan while batches pass by, and its value afterwards.
struct AggregateStates {
  /// The state of one aggregate.
  struct State {
    var sums = SumState()
    /// How many records of each group have a value.
    var present = GroupCounts()
    /// How many have none; empty where all have one.
    var absent = GroupCounts()
    /// How many of those without a value hold something that can't be read.
    var malformed = GroupCounts()
    var chosen: ChosenState?
    /// How many values are zero; nil where no rule asks for it.
    var zeros: GroupCounts?
    /// The distinct values of each group.
    var distinct = PairIndex()
    /// The codes of the numbers that `distinct` counts, the same through all batches.
    var values = ValueCodes()
  }

  private(set) var states: [State]
  let plan: Plan

  init(plan: Plan) {
    self.plan = plan
    states = plan.aggregates.map { specification in
      var state = State()
      if plan.rules.contains(where: { $0.definition.missing == .nonZero }) {
        state.zeros = GroupCounts()
      }
      switch specification.function {
      case .total: state.chosen = ChosenState(.total)
      case .min: state.chosen = ChosenState(.least)
      case .max: state.chosen = ChosenState(.greatest)
      case .sum, .count, .mean, .distinct: break
      }
      return state
    }
  }

  /// Adds the records of one batch to aggregate `number`.
  ///
  /// `rows` tells which take part, nil all.
  mutating func collect(
    _ number: Int, batch: Batch, rows: [UInt8]?, groups: [UInt32]?, arguments: ArgumentValues
  ) {
    let specification = plan.aggregates[number]
    switch (specification.function, arguments) {
    case (.count, _): states[number].countRecords(batch, rows, groups)
    case (.distinct, .codes(let codes)): states[number].noteDistinct(codes, batch, rows, groups)
    case (.distinct, .column(let column, _)):
      let codes = states[number].values.codes(of: column, count: batch.count)
      states[number].noteDistinct(codes, batch, rows, groups)
    case (.sum, .column(let column, let field)), (.mean, .column(let column, let field)):
      states[number].add(column, isExact: field.kind.isExact, batch, rows, groups)
    case (_, .column(let column, _)): states[number].choose(column, batch, rows, groups)
    case (_, .calculated(let values)): states[number].add(values, batch, rows, groups)
    case (_, .codes(let codes)): states[number].countTexts(codes, batch, rows, groups)
    case (_, .none): states[number].countRecords(batch, rows, groups)
    }
  }

  /// What is aggregated, for one batch.
  enum ArgumentValues {
    case none
    case column(NumeralColumn, FieldReference)
    case codes([UInt32])
    case calculated([ExactDecimal?])
  }
}

extension AggregateStates.State {
  @inline(__always)
  private func forEachRow(
    _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?, _ body: (Int, UInt32) -> Void
  ) {
    for row in 0..<batch.count {
      if let rows, rows[row] != 1 { continue }
      let group = groups.map { $0[row] } ?? 0
      if group != Groupings.none { body(row, group) }
    }
  }

  fileprivate mutating func countRecords(_ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?) {
    var counts = present
    present = GroupCounts()
    forEachRow(batch, rows, groups) { _, group in counts.add(group) }
    present = counts
  }

  fileprivate mutating func countTexts(
    _ codes: [UInt32], _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?
  ) {
    var (counts, gaps) = (present, absent)
    (present, absent) = (GroupCounts(), GroupCounts())
    forEachRow(batch, rows, groups) { row, group in
      if codes[row] == 0 { gaps.add(group) } else { counts.add(group) }
    }
    (present, absent) = (counts, gaps)
  }

  fileprivate mutating func noteDistinct(
    _ codes: [UInt32], _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?
  ) {
    var (counts, pairs) = (present, distinct)
    (present, distinct) = (GroupCounts(), PairIndex())
    forEachRow(batch, rows, groups) { row, group in
      guard codes[row] != 0 else { return }
      let known = pairs.count
      _ = pairs.number(group, codes[row])
      if pairs.count > known { counts.add(group) }
    }
    (present, distinct) = (counts, pairs)
  }

  fileprivate mutating func add(
    _ column: NumeralColumn, isExact: Bool, _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?
  ) {
    var (sums, counts, gaps) = (self.sums, present, absent)
    (self.sums, present, absent) = (SumState(), GroupCounts(), GroupCounts())
    let isExact = isExact && !column.isRounded
    let isPlain = column.states.isEmpty && isExact
    sums.note(magnitude: column.magnitude)
    column.mantissas.withUnsafeBufferPointer { mantissas in
      forEachRow(batch, rows, groups) { row, group in
        if isPlain {
          sums.add(mantissas[row], scale: column.scale, group: group)
          counts.add(group)
          if mantissas[row] == 0 { zeros?.add(group) }
          return
        }
        guard let value = column.value(at: row) else {
          if column.state(at: row) == .malformed { malformed.add(group) }
          return gaps.add(group)
        }
        counts.add(group)
        if value.mantissa == 0 { zeros?.add(group) }
        sums.addWide(value, group: group)
        if !isExact { sums.notePrinted(scale: value.scale, group: group) }
      }
    }
    (self.sums, present, absent) = (sums, counts, gaps)
  }

  fileprivate mutating func add(
    _ values: [ExactDecimal?], _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?
  ) {
    var (sums, counts, gaps) = (self.sums, present, absent)
    (self.sums, present, absent) = (SumState(), GroupCounts(), GroupCounts())
    var choice = chosen
    forEachRow(batch, rows, groups) { row, group in
      choice?.offer(
        values[row], isRounded: false, group: group, record: batch.firstRecord + row)
      guard let value = values[row] else { return gaps.add(group) }
      counts.add(group)
      if value.mantissa == 0 { zeros?.add(group) }
      sums.addWide(value, group: group)
    }
    (self.sums, present, absent, chosen) = (sums, counts, gaps, choice)
  }

  fileprivate mutating func choose(
    _ column: NumeralColumn, _ batch: Batch, _ rows: [UInt8]?, _ groups: [UInt32]?
  ) {
    guard var choice = chosen else { return }
    chosen = nil
    var counts = present
    present = GroupCounts()
    forEachRow(batch, rows, groups) { row, group in
      let value = column.value(at: row)
      if value != nil { counts.add(group) }
      choice.offer(
        value, isRounded: column.isRounded, group: group, record: batch.firstRecord + row)
    }
    (chosen, present) = (choice, counts)
  }
}
