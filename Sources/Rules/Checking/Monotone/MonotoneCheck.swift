import Numerals
import Tabular

extension SpecialChecks {
  /// The values of a calculation must never fall, or never rise, in the order of a field.
  func monotone(
    _ monotone: ResolvedRule.Monotone, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    var evaluator = evaluator
    evaluator.missing = resolved.definition.missing
    var groups: [UInt32: [MonotoneItem]] = [:]
    var order: [UInt32] = []
    try forEachRecord(of: monotone.table, resolved) { (batch, row) throws(TabularError) in
      let place = Place.record(table: monotone.table, batch: batch, row: row)
      do throws(Gap) {
        guard let interval = try evaluator.present(monotone.expression, at: place) else { return }
        let group = try self.group(monotone, batch, row, place)
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(
          MonotoneItem(
            record: batch.firstRecord + row, time: try time(monotone.order, batch, row),
            interval: interval))
      } catch {
        tally.gap(error, subject: batch.firstRecord + row)
      }
    }
    var drafts: [Draft] = []
    for group in order {
      let judged = MonotoneGroup(
        checks: self, evaluator: evaluator, monotone: monotone, rule: resolved, group: group)
      try judged.judge(groups[group] ?? [], &drafts, &tally)
    }
    return drafts
  }

  /// The group of a record; a key that lacks a value is a gap.
  private func group(
    _ monotone: ResolvedRule.Monotone, _ batch: Batch, _ row: Int, _ place: Place
  ) throws(Gap) -> UInt32 {
    for position in plan.groupings[monotone.grouping].fields
    where batch.columns[position].text(at: row) == nil {
      let kind = plan.tables[monotone.table].shape.schema.fields[position].kind
      throw .missing(FieldReference(table: monotone.table, position: position, kind: kind))
    }
    return try evaluator.group(of: monotone.grouping, at: place)
  }

  private func time(
    _ field: FieldReference, _ batch: Batch, _ row: Int
  ) throws(Gap) -> MonotoneTime {
    guard let text = batch.columns[field.position].text(at: row) else {
      let isMalformed = batch.columns[field.position].numerals?.state(at: row) == .malformed
      throw isMalformed ? .malformed(field) : .missing(field)
    }
    guard let time = MonotoneTime(text, kind: field.kind) else { throw .malformed(field) }
    return time
  }
}

extension Evaluator {
  /// What a calculation may stand for; nil where nothing stands there.
  fileprivate func present(_ expression: Expression, at place: Place) throws(Gap) -> Interval? {
    do throws(Gap) {
      return try number(expression, at: place).interval
    } catch {
      switch error {
      case .missing, .noPrevious, .emptyGroup, .noRecord: return nil
      default: throw error
      }
    }
  }
}

/// A record of a series.
struct MonotoneItem {
  /// From 1.
  var record: Int
  var time: MonotoneTime
  var interval: Interval
}

/// A place in the order of a series: a year, a day, a period or a number.
struct MonotoneTime: Equatable {
  /// As it stands in its field.
  var text: String
  /// What kind of period it is; those of different kinds have no order.
  var grain: String
  private var number: Int128

  /// The place that a text tells; nil where it tells none.
  init?(_ text: String, kind: Field.Kind) {
    self.text = text
    if let number = Int128(text) {
      (self.number, grain) = (number, "")
      return
    }
    switch kind {
    case .period, .date:
      // `2023-S1`, `2023-01`, `2023-01-31`, as they were read.
      guard let number = Int128(text.filter(\.isNumber)) else { return nil }
      (self.number, grain) = (number, text.filter { !$0.isNumber })
    default:
      let words = text.split { !$0.isNumber }
      guard words.count == 1, let word = words.first, word.utf8.count == 4,
        let year = Int128(word)
      else { return nil }
      (number, grain) = (year, "")
    }
  }

  /// True where this comes before `other`, which is of the same grain.
  func isBefore(_ other: MonotoneTime) -> Bool { number < other.number }

  /// True where both are the same place.
  func isSame(as other: MonotoneTime) -> Bool { number == other.number && grain == other.grain }
}
