import Tabular

/// Conditions: what is compared with what, and whether that makes sense.
extension Resolver {
  mutating func condition(_ syntax: Syntax) throws(RuleProblem) -> Condition {
    switch syntax.form {
    case .comparison(let comparator, let left, let right):
      return try comparison(comparator, left, right, at: syntax.span)
    case .between(let value, let lower, let upper):
      let middle = try number(value)
      let low = try number(lower)
      let high = try number(upper)
      try demandSameUnit(middle.type, low.type, at: lower.span)
      try demandSameUnit(middle.type, high.type, at: upper.span)
      return .between(middle.expression, low.expression, high.expression)
    case .member(let value, let list):
      return .member(try expression(value).expression, list: try codeSet(list, at: syntax.span))
    case .oneOf(let value, let items): return try oneOf(value, items)
    case .missing(let value): return .missing(try expression(value).expression)
    case .textTest(let test, let value, let wanted):
      return .textTest(test, try text(value), try text(wanted))
    case .not(let inner): return .not(try condition(inner))
    case .and(let left, let right):
      let first = try condition(left)
      return .and(first, try condition(right))
    case .or(let left, let right):
      let first = try condition(left)
      return .or(first, try condition(right))
    default:
      let type = try expression(syntax).type
      throw problem(
        .wrongKind(expected: ExpressionType.truth.described, found: type.described),
        at: syntax.span)
    }
  }

  private mutating func text(_ syntax: Syntax) throws(RuleProblem) -> Expression {
    let value = try expression(syntax)
    guard value.type.kind == .text else {
      throw problem(.wrongKind(expected: "text", found: value.type.described), at: syntax.span)
    }
    return value.expression
  }

  func codeSet(_ name: String, at span: Range<Int>) throws(RuleProblem) -> CodeSet {
    CodeSet(name: name, list: try codeList(name, at: span))
  }

  func codeList(_ name: String, at span: Range<Int>) throws(RuleProblem) -> CodeList {
    if let list = catalog.lists[name] { return list }
    throw problem(
      .unknownList(name, nearest: NearestWords.to(name, among: catalog.lists.keys)),
      at: span)
  }

  private mutating func oneOf(_ value: Syntax, _ items: [Syntax]) throws(RuleProblem) -> Condition {
    var result: Condition?
    for item in items {
      let one = try comparison(.agrees, value, item, at: item.span)
      result = result.map { .or($0, one) } ?? one
    }
    return result ?? .constant(false)
  }

  private mutating func comparison(
    _ comparator: Syntax.Comparator, _ left: Syntax, _ right: Syntax, at span: Range<Int>
  ) throws(RuleProblem) -> Condition {
    var one = try expression(left)
    var other = try expression(right)
    if one.type.kind == .text, case .number = other.expression {
      other = (.text(spelling(of: right)), .text)
    } else if other.type.kind == .text, case .number = one.expression {
      one = (.text(spelling(of: left)), .text)
    }
    guard one.type.kind == other.type.kind else {
      throw problem(
        .wrongKind(expected: one.type.described, found: other.type.described), at: right.span)
    }
    if one.type.kind == .text, ![.agrees, .same, .differs].contains(comparator) {
      throw problem(.wrongKind(expected: "number", found: "text"), at: span)
    }
    try demandSameUnit(one.type, other.type, at: span)
    return .comparison(comparator, one.expression, other.expression)
  }

  /// A number that is compared with text, as its author typed it.
  private func spelling(of syntax: Syntax) -> String {
    switch syntax.form {
    case .number(let digits): digits
    case .percentage(let digits): digits + "%"
    default: ""
    }
  }
}
