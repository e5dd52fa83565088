public import Numerals
import Tabular

/// An aggregate over groups of a table, computed once for all rules that name it.
struct AggregateSpecification: Sendable {
  enum Function: String, Sendable, CaseIterable {
    case sum, count, mean, min, max, total, distinct
  }

  var function: Function
  var table: Int
  /// What is aggregated; nil for `count()`.
  var argument: Expression?
  /// The field that is aggregated where it is just that; its cells are named in findings.
  var field: FieldReference?
  /// Which records take part besides the exclusion of totals.
  var condition: Condition?
  /// Number of the grouping in the plan; every aggregate has one, `by` nothing is one group.
  var grouping: Int
  /// True where records that state totals take part, because the grouping or the condition keeps
  /// them apart.
  var keepsTotals: Bool
  /// True where only the records of the innermost level take part, as the others state their sums.
  var leavesOnly: Bool
  /// What the author wrote, to recognise the same aggregate elsewhere.
  var written: AggregateIdentity
}

/// What makes two aggregates the same one.
struct AggregateIdentity: Sendable, Equatable {
  var function: AggregateSpecification.Function
  var table: Int
  var argument: Syntax?
  var condition: Syntax?
  var grouping: Int
}

/// Records of a table that share the values of some fields.
struct GroupingSpecification: Sendable, Equatable {
  var table: Int
  /// The columns of the key, in the order written.
  var fields: [Int]
}

/// Fields whose values together are looked up or must not repeat.
struct KeySpecification: Sendable, Equatable {
  var table: Int
  /// The columns, in the order in which they are kept.
  var fields: [Int]
  /// The grouping by all of them but the last; nil for a single field.
  var before: Int?
}

/// `table[condition].field`.
struct LookupSpecification: Sendable {
  var table: Int
  var condition: Condition
  var field: FieldReference
  var written: Syntax
}

/// A relative or absolute tolerance that replaces printing precision.
public enum Tolerance: Sendable {
  /// In the unit of what is compared.
  case absolute(Rational)
  /// As a share of what is expected: 0.01 for a hundredth.
  case relative(Rational)
}
