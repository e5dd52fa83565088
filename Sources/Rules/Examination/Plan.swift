import Tabular

/// Everything that has to be computed for a set of rules: tables, groupings, aggregates, look-ups.
struct Plan: Sendable {
  /// A table as rules see it.
  struct PlannedTable: Sendable {
    var name: String
    var shape: TableShape
    /// The condition that marks records which state totals.
    var totals: Condition?
    /// The conditions of positional levels, outermost first.
    var levels: [(name: String, condition: Condition)]
  }

  var tables: [PlannedTable] = []
  var groupings: [GroupingSpecification] = []
  var keys: [KeySpecification] = []
  var aggregates: [AggregateSpecification] = []
  var lookups: [LookupSpecification] = []
  var rules: [ResolvedRule] = []

  func tableNumber(of name: String) -> Int? { tables.firstIndex { $0.name == name } }

  /// The number of a grouping, adding it where it is new.
  mutating func grouping(table: Int, fields: [Int]) -> Int {
    let wanted = GroupingSpecification(table: table, fields: fields)
    if let known = groupings.firstIndex(of: wanted) { return known }
    groupings.append(wanted)
    return groupings.count - 1
  }

  /// The number of a key, adding it where it is new; the order of its fields does not matter.
  mutating func key(table: Int, fields: [Int]) -> Int {
    if let known = keys.firstIndex(where: {
      $0.table == table && $0.fields.sorted() == fields.sorted()
    }) {
      return known
    }
    let before = fields.count > 1 ? grouping(table: table, fields: Array(fields.dropLast())) : nil
    keys.append(KeySpecification(table: table, fields: fields, before: before))
    return keys.count - 1
  }

  /// The number of an aggregate, adding it where it is new.
  mutating func aggregate(_ wanted: AggregateSpecification) -> Int {
    if let known = aggregates.firstIndex(where: { $0.written == wanted.written }) { return known }
    aggregates.append(wanted)
    return aggregates.count - 1
  }
}
