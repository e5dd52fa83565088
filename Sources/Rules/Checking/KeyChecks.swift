import Tabular

/// Keeps the keys that `unique` and `complete` ask for, while batches pass by.
struct KeyChecks {
  /// The records by one key.
  struct Keys {
    var specification: KeySpecification
    var index = KeyIndex()
    var last: FieldReference
    var numeric = ValueCodes()
  }

  private(set) var keys: [Keys] = []
  /// The records (from 1) that repeat a key, by rule.
  private(set) var repetitions: [Int: [Int]] = [:]
  private(set) var repetitionCounts: [Int: Int] = [:]
  private(set) var checked: [Int: Int] = [:]
  private(set) var flagged: [Int: RecordSet] = [:]
  private var ofRule: [Int: Int] = [:]

  init(plan: Plan) {
    var sharedKeys: [Int: Int] = [:]
    for (rule, resolved) in plan.rules.enumerated() {
      let key: Int
      switch resolved.form {
      case .unique(let own, _): key = own
      case .complete(let complete): key = complete.key
      default: continue
      }
      // Rules with a condition see other records and keep keys of their own.
      let isPlain = resolved.when == nil && resolved.condition == nil
      if isPlain, let known = sharedKeys[key] {
        ofRule[rule] = known
        continue
      }
      if isPlain { sharedKeys[key] = keys.count }
      ofRule[rule] = keys.count
      keys.append(Self.keys(plan.keys[key], in: plan))
    }
  }

  private static func keys(_ wanted: KeySpecification, in plan: Plan) -> Keys {
    let last = wanted.fields[wanted.fields.count - 1]
    let field = plan.tables[wanted.table].shape.schema.fields[last]
    return Keys(
      specification: wanted,
      last: FieldReference(table: wanted.table, position: last, kind: field.kind))
  }

  /// The keys that a rule uses.
  func keys(of rule: Int) -> Keys? { ofRule[rule].map { keys[$0] } }

  /// Takes note of the keys of a batch.
  mutating func note(_ work: BatchPass.Work, pass: BatchPass, evaluator: Evaluator) {
    for index in keys.indices where keys[index].last.table == work.table {
      let users = ofRule.filter { $0.value == index }.keys.sorted()
      let firing = users.first.flatMap { pass.firing($0, work, evaluator) }
      let found = keys[index].note(work, firing: firing)
      for rule in users {
        checked[rule, default: 0] += work.batch.count
        guard case .unique = pass.plan.rules[rule].form, !found.isEmpty else { continue }
        let room = Tally.limit - (repetitions[rule]?.count ?? 0)
        repetitions[rule, default: []] += found.prefix(max(0, room))
        repetitionCounts[rule, default: 0] += found.count
        for record in found { flagged[rule, default: RecordSet()].insert(record) }
      }
    }
  }
}

extension KeyChecks.Keys {
  fileprivate mutating func note(
    _ work: BatchPass.Work, firing: [UInt8]?
  ) -> [Int] {
    var codes = lastCodes(work.batch)
    if let firing {
      for row in codes.indices where firing[row] != MaskNode.yes { codes[row] = 0 }
    }
    let before = specification.before.flatMap { work.groups.groups(of: $0) }
    return index.note(before: before, codes: codes).map { work.batch.firstRecord + $0 }
  }

  /// The codes of the last field of the key.
  mutating func lastCodes(_ batch: Batch) -> [UInt32] {
    switch batch.columns[last.position].values {
    case .texts(let column): column.codes
    case .numerals(let column): numeric.codes(of: column, count: batch.count)
    }
  }
}
