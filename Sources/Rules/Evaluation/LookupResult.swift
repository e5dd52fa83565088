import Tabular

/// What a look-up `table[condition].field` found.
struct LookupResult {
  private var found: Value?
  private var isUnique = true
  private let table: Int
  /// The record (from 1) that was found.
  private(set) var record: Int?

  init(table: Int) { self.table = table }

  /// Takes the value of a record that fulfils the condition; nil where it has none.
  mutating func offer(_ value: Value?, record: Int) {
    guard self.record != nil else {
      (found, self.record) = (value, record)
      return
    }
    isUnique = false
  }

  func value() throws(Gap) -> Value {
    guard record != nil else { throw .noRecord(table: table) }
    guard isUnique else { throw .manyRecords(table: table) }
    guard let found else { throw .missingPart }
    return found
  }
}
