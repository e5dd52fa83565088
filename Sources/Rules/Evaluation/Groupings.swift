import Numerals
import Tabular

/// Numbers the groups of every grouping of the plan while batches pass by.
///
/// A key of several fields is numbered pair by pair, (first, second), then (that, third), so that
/// groupings with the same beginning share the work and every key is compared exactly.
struct Groupings {
  /// What a record without a group has: one whose key lacks a value.
  static let none = PairIndex.none

  /// One step of a key: the group of the fields before it and one more field.
  fileprivate struct Step {
    var table: Int
    var fields: [Int]
    var before: Int?
    var pairs = PairIndex()
    /// The first record of each group; for single fields by code.
    var firstRecords: [UInt32] = []
  }

  private var steps: [Step] = []
  /// The step that numbers each grouping; nil for the one group of an empty key.
  private var stepOfGrouping: [Int?] = []
  private var numericCodes: [FieldReference: ValueCodes] = [:]
  private let plan: Plan

  init(plan: Plan) {
    self.plan = plan
    for grouping in plan.groupings {
      stepOfGrouping.append(addSteps(table: grouping.table, fields: grouping.fields))
    }
  }

  private mutating func addSteps(table: Int, fields: [Int]) -> Int? {
    guard !fields.isEmpty else { return nil }
    if let known = steps.firstIndex(where: { $0.table == table && $0.fields == fields }) {
      return known
    }
    let before = addSteps(table: table, fields: Array(fields.dropLast()))
    steps.append(Step(table: table, fields: fields, before: before))
    return steps.count - 1
  }

  /// The group of every record of one batch, for every grouping of its table.
  struct BatchGroups {
    fileprivate var ofStep: [[UInt32]]
    fileprivate let stepOfGrouping: [Int?]

    /// The groups of the records, or nil where all are in the one group.
    func groups(of grouping: Int) -> [UInt32]? { stepOfGrouping[grouping].map { ofStep[$0] } }

    /// The group of one record.
    func group(of grouping: Int, row: Int) -> UInt32 {
      stepOfGrouping[grouping].map { ofStep[$0][row] } ?? 0
    }
  }

  /// Numbers the records of a batch, giving new groups the next numbers; with `needed` only for
  /// those groupings.
  mutating func number(
    _ batch: Batch, of table: Int, for needed: Set<Int>? = nil
  ) -> BatchGroups {
    var ofStep = [[UInt32]](repeating: [], count: steps.count)
    let neededSteps = needed.map { self.neededSteps(for: $0) }
    for index in steps.indices where steps[index].table == table {
      if let neededSteps, !neededSteps.contains(index) { continue }
      let codes = self.codes(of: steps[index].fields[steps[index].fields.count - 1], batch, table)
      if let before = steps[index].before {
        ofStep[index] = steps[index].extend(ofStep[before], by: codes, batch: batch)
      } else {
        ofStep[index] = steps[index].single(codes, batch: batch)
      }
    }
    return BatchGroups(ofStep: ofStep, stepOfGrouping: stepOfGrouping)
  }

  /// The steps of some groupings and those before them.
  private func neededSteps(for groupings: Set<Int>) -> Set<Int> {
    var needed: Set<Int> = []
    for grouping in groupings {
      var step = stepOfGrouping[grouping]
      while let index = step, needed.insert(index).inserted { step = steps[index].before }
    }
    return needed
  }

  private mutating func codes(of field: Int, _ batch: Batch, _ table: Int) -> [UInt32] {
    switch batch.columns[field].values {
    case .texts(let column): return column.codes
    case .numerals(let column):
      let kind = plan.tables[table].shape.schema.fields[field].kind
      let reference = FieldReference(table: table, position: field, kind: kind)
      return numericCodes[reference, default: ValueCodes()].codes(of: column, count: batch.count)
    }
  }

  // MARK: looking up

  /// One more than the highest number of a group.
  func groupCount(of grouping: Int) -> Int {
    guard let step = stepOfGrouping[grouping] else { return 1 }
    return steps[step].firstRecords.count
  }

  /// The first record (from 1) of a group, or nil for a number that no group has.
  func firstRecord(of group: UInt32, in grouping: Int) -> Int? {
    guard let step = stepOfGrouping[grouping] else { return 1 }
    guard group < steps[step].firstRecords.count else { return nil }
    let record = steps[step].firstRecords[Int(group)]
    return record == 0 ? nil : Int(record)
  }

  /// The group whose key has the given codes, or nil where there is none; codes beyond those of the
  /// key are not looked at.
  func group(with codes: [UInt32?], in grouping: Int) -> UInt32? {
    guard let step = stepOfGrouping[grouping] else { return 0 }
    return group(with: codes, at: step)
  }

  private func group(with codes: [UInt32?], at step: Int) -> UInt32? {
    guard let code = codes[steps[step].fields.count - 1], code != 0 else { return nil }
    guard let before = steps[step].before else { return code }
    guard let first = group(with: codes, at: before) else { return nil }
    let found = steps[step].pairs.find(first, code)
    return found == Self.none ? nil : found
  }

  /// The code of a number in a numeric field, or nil where the field never has it.
  func code(of value: ExactDecimal, in field: FieldReference) -> UInt32? {
    numericCodes[field]?.find(value)
  }
}

extension Groupings.Step {
  fileprivate mutating func single(_ codes: [UInt32], batch: Batch) -> [UInt32] {
    var groups = codes
    for row in groups.indices {
      let code = Int(codes[row])
      if code == 0 {
        groups[row] = Groupings.none
        continue
      }
      if code >= firstRecords.count {
        firstRecords.append(contentsOf: repeatElement(0, count: code + 1 - firstRecords.count))
      }
      if firstRecords[code] == 0 { firstRecords[code] = UInt32(batch.firstRecord + row) }
    }
    return groups
  }

  fileprivate mutating func extend(
    _ before: [UInt32], by codes: [UInt32], batch: Batch
  ) -> [UInt32] {
    var groups = [UInt32](repeating: Groupings.none, count: codes.count)
    var last: (before: UInt32, code: UInt32, group: UInt32) = (.max, 0, 0)
    for row in codes.indices {
      let (first, second) = (before[row], codes[row])
      guard first != Groupings.none, second != 0 else { continue }
      if first == last.before, second == last.code {
        groups[row] = last.group
        continue
      }
      let group = pairs.number(first, second)
      if Int(group) == firstRecords.count {
        firstRecords.append(UInt32(batch.firstRecord + row))
      }
      groups[row] = group
      last = (first, second, group)
    }
    return groups
  }
}
