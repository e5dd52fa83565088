/// A part of a rule as it was written, before names are looked up.
struct Syntax: Sendable, Equatable {
  indirect enum Form: Sendable, Equatable {
    case number(String)
    /// A number followed by `%`.
    case percentage(String)
    case text(String)
    case name(String)
    /// `table.field`.
    case qualified(table: String, field: String)
    /// `name(arguments where … by …)`, or `table.name(…)`.
    case call(Call)
    /// `table[condition].field`.
    case lookup(table: String, condition: Syntax, field: String)
    case tuple([Syntax])
    case negated(Syntax)
    case arithmetic(Operator, Syntax, Syntax)
    case comparison(Comparator, Syntax, Syntax)
    case between(Syntax, Syntax, Syntax)
    case member(Syntax, list: String)
    case oneOf(Syntax, [Syntax])
    case missing(Syntax)
    case textTest(TextTest, Syntax, Syntax)
    case not(Syntax)
    case and(Syntax, Syntax)
    case or(Syntax, Syntax)
    case conditional(Syntax, then: Syntax, otherwise: Syntax)
  }

  struct Call: Sendable, Equatable {
    var table: String?
    var name: String
    var arguments: [Syntax]
    var condition: Syntax?
    var by: [Name]?
  }

  /// A field named in a list, with its place.
  struct Name: Sendable, Equatable {
    var name: String
    var span: Range<Int>

    static func == (left: Name, right: Name) -> Bool { left.name == right.name }
  }

  enum Operator: String, Sendable { case plus = "+", minus = "-", times = "*", over = "/" }

  enum Comparator: String, Sendable {
    /// Agrees within what was printed.
    case agrees = "="
    /// The very same.
    case same = "=="
    case differs = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum TextTest: String, Sendable { case contains, starts, ends, matches }

  var form: Form
  var span: Range<Int>

  /// True for what is true or false rather than a number or text.
  var isCondition: Bool {
    switch form {
    case .comparison, .between, .member, .oneOf, .missing, .textTest, .not, .and, .or: true
    case .number, .percentage, .text, .name, .qualified, .call, .lookup, .tuple, .negated,
      .arithmetic, .conditional:
      false
    }
  }

  /// Equality of what is said, wherever it stands.
  static func == (left: Syntax, right: Syntax) -> Bool { left.form == right.form }
}

/// A whole rule as it was written.
struct RuleSyntax: Sendable, Equatable {
  enum Statement: Sendable, Equatable {
    case condition(Syntax)
    /// `rollup(fields)`.
    case rollup([Syntax.Name])
    /// `agrees(fields) with table on key`.
    case agrees([Syntax.Name], table: Syntax.Name, key: [KeyPair])
    /// `members(a.x) = members(b.y)`; with `in` the right may have more.
    case members(Members, Members, mayHaveMore: Bool)
    /// `names(field) in list`.
    case names(Syntax.Name, list: Syntax.Name)
    /// `unique(fields)`.
    case unique([Syntax.Name])
    /// `complete(fields)`, each optionally `in` a list.
    case complete([CompleteField])
    /// `series(field)`: numbered 1, 2, 3.
    case series(Syntax.Name)
    /// `monotone(expression, order)`: never falling or never rising.
    case monotone(Syntax, order: Syntax.Name)
  }

  struct KeyPair: Sendable, Equatable {
    var here: Syntax.Name
    var there: Syntax.Name
  }

  struct Members: Sendable, Equatable {
    var table: Syntax.Name?
    var field: Syntax.Name
    var condition: Syntax?
  }

  struct CompleteField: Sendable, Equatable {
    var field: Syntax.Name
    var list: Syntax.Name?
  }

  var statement: Statement
  var by: [Syntax.Name]
  var condition: Syntax?
}
