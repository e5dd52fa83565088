import Tabular

/// A place in which a rule failed, kept small until it is put into words.
struct Violation: Sendable, Hashable {
  /// Which component of the rule.
  var component: Int
  /// The record (from 1) or the group it failed for; 0 for the run as a whole.
  var subject: Int
}

/// What was counted of one rule so far.
struct Tally {
  /// How many violations are kept to be listed; all are counted.
  static let limit = 100_000

  var checked = 0
  var violations = 0
  var unverifiable = 0
  /// The first gap of each sort, with the place it was met at.
  var gaps: [(gap: Gap, subject: Int, count: Int)] = []
  var kept: [Violation] = []
  var flagged = RecordSet()

  mutating func hold() { checked += 1 }

  /// Notes a violation about a record or group.
  mutating func fail(component: Int, subject: Int) {
    checked += 1
    violations += 1
    if kept.count < Self.limit { kept.append(Violation(component: component, subject: subject)) }
  }

  mutating func gap(_ gap: Gap, subject: Int) {
    unverifiable += 1
    if let known = gaps.firstIndex(where: { $0.gap == gap }) {
      gaps[known].count += 1
    } else if gaps.count < 8 {
      gaps.append((gap, subject, 1))
    }
  }
}
