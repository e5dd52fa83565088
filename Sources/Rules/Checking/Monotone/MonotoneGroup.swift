import Numerals
import Tabular

/// One series: judges it and drafts what is wrong with it.
struct MonotoneGroup {
  let checks: SpecialChecks
  let evaluator: Evaluator
  let monotone: ResolvedRule.Monotone
  let rule: ResolvedRule
  let group: UInt32

  /// The most decimals that an implied value is told with besides those of its cells.
  private static let moreDigits = 6

  func judge(
    _ items: [MonotoneItem], _ drafts: inout [Draft], _ tally: inout Tally
  ) throws(TabularError) {
    let items = ordered(items, &tally)
    let search = try MonotoneSearch(searched(items))
    guard search.items.count <= MonotoneSearch.limit || search.holds else {
      for item in items { tally.gap(.longSeries, subject: item.record) }
      return
    }
    guard let result = search.result() else {
      for _ in items { tally.hold() }
      return
    }
    var found: [Draft] = []
    for index in result.certain { found.append(try suspect(index, result, items)) }
    if !result.tied.isEmpty { found.append(try undecided(result, items)) }
    for draft in found { checks.add(draft, to: &drafts, tally: &tally) }
    for _ in 0..<(items.count - found.count) { tally.hold() }
  }

  /// The records in order; those whose order is not clear are gaps.
  private func ordered(_ items: [MonotoneItem], _ tally: inout Tally) -> [MonotoneItem] {
    let isOneGrain = Set(items.map(\.time.grain)).count <= 1
    guard isOneGrain else {
      for item in items { tally.gap(.unclearOrder, subject: item.record) }
      return []
    }
    let sorted = items.sorted {
      $0.time.isSame(as: $1.time) ? $0.record < $1.record : $0.time.isBefore($1.time)
    }
    var clear: [MonotoneItem] = []
    for (index, item) in sorted.enumerated() {
      let neighbours = [index - 1, index + 1].filter { sorted.indices.contains($0) }
      if neighbours.contains(where: { sorted[$0].time.isSame(as: item.time) }) {
        tally.gap(.unclearOrder, subject: item.record)
      } else {
        clear.append(item)
      }
    }
    return clear
  }

  /// The items as the search takes them; which are implied is asked only where something is wrong.
  private func searched(
    _ items: [MonotoneItem]
  ) throws(TabularError) -> [MonotoneSearch.Item] {
    var searched = items.map { MonotoneSearch.Item(interval: $0.interval, isImplied: true) }
    if items.count > MonotoneSearch.limit || MonotoneSearch(searched).holds { return searched }
    for (index, item) in items.enumerated() {
      searched[index].isImplied = try value(of: item, digits: 0)?.isImplied ?? true
    }
    return searched
  }

  // MARK: drafts

  /// A record that every smallest set has, with those that it clashes with.
  private func suspect(
    _ index: Int, _ result: MonotoneSearch.Result, _ items: [MonotoneItem]
  ) throws(TabularError) -> Draft {
    let sure = result.kept.filter { !result.tied.contains($0) }
    let clash =
      self.clash(of: index, among: sure, items, result.direction)
      ?? self.clash(of: index, among: result.kept, items, result.direction)
    guard let clash else { return try draft([index], items, fact: untold) }
    let beyond =
      clash < index ? result.kept.first { $0 > index } : result.kept.last { $0 < index }
    let told = [index, clash] + (beyond.map { [$0] } ?? [])
    let values = try self.values(told, items, tellingApart: 2)
    guard values.count == told.count else { return try draft(told, items, fact: untold) }
    return try draft(
      told, items,
      fact: .unsteady(
        values[0], isHigher: items[clash].interval.upper < items[index].interval.lower,
        than: values[1], beside: beyond == nil ? nil : values[2], isAfter: clash < index))
  }

  /// What is told where the values have more digits than can be written down.
  private var untold: Fact {
    .condition(text: rule.definition.text, title: rule.definition.title)
  }

  /// The nearest of `kept` that the value at `index` can't stand beside.
  private func clash(
    of index: Int, among kept: [Int], _ items: [MonotoneItem],
    _ direction: MonotoneSearch.Direction
  ) -> Int? {
    let clashing = kept.filter { other in
      let (earlier, later) = (items[min(index, other)], items[max(index, other)])
      return !direction.allows(earlier.interval, before: later.interval)
    }
    return clashing.min { abs($0 - index) < abs($1 - index) }
  }

  /// The records of which the data don't tell which ones are wrong.
  private func undecided(
    _ result: MonotoneSearch.Result, _ items: [MonotoneItem]
  ) throws(TabularError) -> Draft {
    let values = try self.values(result.tied, items, tellingApart: result.tied.count)
    guard values.count == result.tied.count else {
      return try draft(result.tied, items, fact: untold)
    }
    return try draft(
      result.tied, items,
      fact: .unsettled(values, wrong: result.removals - result.certain.count))
  }

  /// A finding about the first of `told`, with the cells of all.
  private func draft(
    _ told: [Int], _ items: [MonotoneItem], fact: Fact
  ) throws(TabularError) -> Draft {
    var cells: [Draft.CellReference] = []
    var stated: ExactDecimal?
    for (position, index) in told.enumerated() where cells.count < Drafting.partLimit {
      let value = try value(of: items[index], digits: 0)
      if position == 0 { stated = value?.told.figure.value }
      for var cell in value?.cells ?? [] where !cells.contains(where: { $0.names(cell) }) {
        if position > 0 { cell.role = .other }
        cells.append(cell)
      }
    }
    let item = items[told[0]]
    return Draft(
      kind: .series, severity: rule.definition.severity, stated: stated, cells: cells,
      table: monotone.table, key: try groupKey(item) + [item.time.text], fact: fact,
      record: item.record)
  }

  private func groupKey(_ item: MonotoneItem) throws(TabularError) -> [String] {
    guard let found = try checks.reader.find(record: item.record, of: monotone.table) else {
      return []
    }
    return checks.text(
      of: checks.plan.groupings[monotone.grouping].fields, found.batch, found.row)
  }

  // MARK: values

  /// The values as they are told, with so many more decimals that the first `count` are not all
  /// alike; fewer values where one can't be written down.
  private func values(
    _ told: [Int], _ items: [MonotoneItem], tellingApart count: Int
  ) throws(TabularError) -> [SeriesValue] {
    var values = try self.values(told, items, digits: 0)
    for digits in 1...Self.moreDigits {
      let first = values.first?.figure.value
      guard values.prefix(count).allSatisfy({ $0.figure.value == first }) else { break }
      let finer = try self.values(told, items, digits: digits)
      guard finer.count == values.count else { break }
      values = finer
    }
    return values
  }

  private func values(
    _ told: [Int], _ items: [MonotoneItem], digits: Int
  ) throws(TabularError) -> [SeriesValue] {
    var values: [SeriesValue] = []
    for index in told {
      if let value = try value(of: items[index], digits: digits) { values.append(value.told) }
    }
    return values
  }

  private func value(
    of item: MonotoneItem, digits: Int
  ) throws(TabularError) -> MonotoneValue? {
    guard let found = try checks.reader.find(record: item.record, of: monotone.table) else {
      return nil
    }
    let place = Place.record(table: monotone.table, batch: found.batch, row: found.row)
    let draft = StatementDraft(
      plan: checks.plan, evaluator: evaluator, rule: rule, place: place, parts: [])
    return MonotoneValue(
      of: monotone, draft: draft, time: item.time.text, record: item.record, digits: digits)
  }
}
