import Tabular

/// A rule with all names looked up.
struct ResolvedRule: Sendable {
  /// What a statement holds for.
  enum Scope: Sendable, Equatable {
    /// Every record of a table.
    case record(table: Int)
    /// Every group of a grouping.
    case group(Int)
    /// The run as a whole.
    case once
  }

  enum Form: Sendable {
    /// One condition for each component of the tuples written, judged apart.
    case statement([Condition], scope: Scope)
    case rollup(Rollup)
    case agreement(Agreement)
    /// Two lists of the same members, or of which the right may have more.
    case members(Members, Members, mayHaveMore: Bool)
    /// Every text of the field is a name of the list.
    case names(FieldReference, NameList)
    case unique(key: Int, fields: [Int])
    case complete(Complete)
    case series(FieldReference, grouping: Int)
    case monotone(Monotone)
  }

  struct Monotone: Sendable {
    var table: Int
    /// What must never fall, or never rise, within a group.
    var expression: Expression
    /// The field that orders the records of a group.
    var order: FieldReference
    var grouping: Int
  }

  struct Rollup: Sendable {
    var table: Int
    var fields: [FieldReference]
    var grouping: Int
  }

  struct Agreement: Sendable {
    var table: Int
    var other: Int
    /// Pairs of fields that state the same fact.
    var fields: [(here: FieldReference, there: FieldReference)]
    var key: [(here: FieldReference, there: FieldReference)]
  }

  struct Members: Sendable {
    var field: FieldReference
    var condition: Condition?
  }

  struct Complete: Sendable {
    /// Fields whose combinations must all be there, with the values expected where a list is named.
    var fields: [(field: FieldReference, list: CodeSet?)]
    /// The groups within which they must.
    var by: Int
    /// The columns of `by`.
    var groupFields: [Int]
    /// The key of `by` and the fields together.
    var key: Int
  }

  var definition: RuleDefinition
  var form: Form
  var when: Condition?
  /// The suffix `where`: which records the rule speaks of at all.
  var condition: Condition?
  var tolerance: Tolerance?
  var kind: Finding.Kind
  /// The table that `in` names, or the first one the rule speaks of.
  var table: Int
}

extension ResolvedRule.Form {
  /// True where names may be written in several ways.
  var comparesNames: Bool {
    switch self {
    case .agreement, .members, .names: true
    default: false
    }
  }
}
