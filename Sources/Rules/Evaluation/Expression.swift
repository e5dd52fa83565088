import Numerals
import Tabular

/// A field of a table, looked up.
struct FieldReference: Sendable, Hashable {
  /// The table's number in the catalogue's order.
  var table: Int
  /// The column.
  var position: Int
  var kind: Field.Kind

  /// A percentage counts as hundredths wherever it is calculated with.
  var scaleShift: Int { kind == .percent ? 2 : 0 }
}

/// A calculation with all names looked up.
indirect enum Expression: Sendable {
  case number(ExactDecimal)
  case text(String)
  case field(FieldReference)
  /// The field of the record so many places before this one in the same source.
  case previous(FieldReference, Int)
  case negated(Expression)
  case arithmetic(Syntax.Operator, Expression, Expression)
  case conditional(Condition, then: Expression, otherwise: Expression)
  /// The value of an aggregate for the group that the record or statement belongs to.
  case aggregate(Int)
  /// The field of the one record of another table that fulfils a condition.
  case lookup(Int)
  case absolute(Expression)
  case rounded(Expression, scale: Int)
  case band(Expression, Bands)
  case words(Expression)
}

/// A statement that is true, false or, with something missing, neither.
indirect enum Condition: Sendable {
  case constant(Bool)
  case comparison(Syntax.Comparator, Expression, Expression)
  case between(Expression, Expression, Expression)
  case missing(Expression)
  /// Membership in a code list; the set holds the codes as written.
  case member(Expression, list: CodeSet)
  case textTest(Syntax.TextTest, Expression, Expression)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)
}

/// The codes of a list, ready to be looked up, with the spellings that stand for them.
struct CodeSet: Sendable {
  var name: String
  var codes: [String]
  private var known: Set<String>

  init(name: String, list: CodeList) {
    self.name = name
    codes = list.codes
    known = Set(list.codes).union(list.aliases.keys)
  }

  func contains(_ code: String) -> Bool { known.contains(code) }
}

extension Expression {
  /// The field this is and nothing else.
  var plainField: FieldReference? {
    if case .field(let field) = self { field } else { nil }
  }

  /// Calls `visit` with this and every expression within it.
  func walk(_ visit: (Expression) -> Void) {
    visit(self)
    switch self {
    case .number, .text, .field, .previous, .aggregate, .lookup: break
    case .negated(let inner), .absolute(let inner), .rounded(let inner, _), .band(let inner, _),
      .words(let inner):
      inner.walk(visit)
    case .arithmetic(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    case .conditional(let condition, let first, let second):
      condition.walk(visit)
      first.walk(visit)
      second.walk(visit)
    }
  }

  /// True where `test` holds for this or an expression within it.
  func contains(_ test: (Expression) -> Bool) -> Bool {
    var found = false
    walk { found = found || test($0) }
    return found
  }
}

extension Condition {
  /// Calls `visit` with every expression within this.
  func walk(_ visit: (Expression) -> Void) {
    switch self {
    case .constant: break
    case .comparison(_, let left, let right), .textTest(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    case .between(let value, let lower, let upper):
      value.walk(visit)
      lower.walk(visit)
      upper.walk(visit)
    case .missing(let value), .member(let value, _): value.walk(visit)
    case .not(let inner): inner.walk(visit)
    case .and(let left, let right), .or(let left, let right):
      left.walk(visit)
      right.walk(visit)
    }
  }

  /// The fields that the condition reads.
  var fields: Set<FieldReference> {
    var fields: Set<FieldReference> = []
    walk {
      switch $0 {
      case .field(let field), .previous(let field, _): fields.insert(field)
      default: break
      }
    }
    return fields
  }
}
