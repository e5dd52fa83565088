import Tabular

/// What a look-up `table[condition].field` found: the value that all records that fulfil the
/// condition have.
struct LookupResult {
  private var found: Value?
  private var isUnique = true
  private let table: Int
  /// The first record (from 1) that was found.
  private(set) var record: Int?

  init(table: Int) { self.table = table }

  /// Takes the value of a record that fulfils the condition; nil where it has none.
  mutating func offer(_ value: Value?, record: Int) {
    guard self.record != nil else {
      (found, self.record) = (value, record)
      return
    }
    if !Self.areSame(found, value) { isUnique = false }
  }

  private static func areSame(_ one: Value?, _ other: Value?) -> Bool {
    switch (one, other) {
    case (.text(let one)?, .text(let other)?): one == other
    case (.number(let one)?, .number(let other)?):
      one.center == other.center && one.interval == other.interval
    case (nil, nil): true
    default: false
    }
  }

  func value() throws(Gap) -> Value {
    guard record != nil else { throw .noRecord(table: table) }
    guard isUnique else { throw .manyRecords(table: table) }
    guard let found else { throw .missingPart }
    return found
  }
}
