/// Literals, names, calls and everything else that binds tightest.
extension Parser {
  mutating func primary() throws(RuleProblem) -> Syntax {
    let start = current.span.lowerBound
    switch current.kind {
    case .number(let digits):
      advance()
      let isPercentage = take(sign: "%")
      return Syntax(
        form: isPercentage ? .percentage(digits) : .number(digits), span: span(from: start))
    case .text(let text):
      advance()
      return Syntax(form: .text(text), span: span(from: start))
    case .sign("("):
      advance()
      let items = try list(closedBy: ")")
      if items.count == 1 { return items[0] }
      return Syntax(form: .tuple(items), span: span(from: start))
    case .name("if"):
      return try conditional()
    case .name(let name) where !Self.reserved.contains(name):
      advance()
      return try named(name, from: start)
    default:
      throw problem(expected: "a field, a number or a text")
    }
  }

  private mutating func conditional() throws(RuleProblem) -> Syntax {
    let start = current.span.lowerBound
    advance()
    let condition = try disjunction()
    try expect(word: "then")
    let first = try sum()
    try expect(word: "else")
    let second = try sum()
    return Syntax(
      form: .conditional(condition, then: first, otherwise: second), span: span(from: start))
  }

  private mutating func named(_ name: String, from start: Int) throws(RuleProblem) -> Syntax {
    if take(sign: "(") { return try call(name, table: nil, from: start) }
    if take(sign: "[") {
      let condition = try disjunction()
      try expect(sign: "]")
      try expect(sign: ".")
      let field = try expectName()
      return Syntax(
        form: .lookup(table: name, condition: condition, field: field.name),
        span: span(from: start))
    }
    if take(sign: ".") {
      let member = try expectName("a field or function")
      if take(sign: "(") { return try call(member.name, table: name, from: start) }
      return Syntax(form: .qualified(table: name, field: member.name), span: span(from: start))
    }
    return Syntax(form: .name(name), span: span(from: start))
  }

  private mutating func call(
    _ name: String, table: String?, from start: Int
  ) throws(RuleProblem) -> Syntax {
    var call = Syntax.Call(table: table, name: name, arguments: [])
    if current.kind != .sign(")"), current.kind != .name("where"), current.kind != .name("by") {
      repeat { call.arguments.append(try disjunction()) } while take(sign: ",")
    }
    if take(word: "where") { call.condition = try disjunction() }
    if take(word: "by") { call.by = try names() }
    try expect(sign: ")")
    return Syntax(form: .call(call), span: span(from: start))
  }

  mutating func names() throws(RuleProblem) -> [Syntax.Name] {
    var names = [try expectName()]
    while take(sign: ",") { names.append(try expectName()) }
    return names
  }
}
