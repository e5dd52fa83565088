/// Whole rules: the forms that speak of hierarchies, pairs of tables, keys and series, and plain
/// conditions.
extension Parser {
  static func rule(_ text: String) throws(RuleProblem) -> RuleSyntax {
    var parser = try Parser(text)
    let statement = try parser.statement()
    var rule = RuleSyntax(statement: statement, by: [], condition: nil)
    if parser.take(word: "by") { rule.by = try parser.names() }
    if parser.take(word: "where") { rule.condition = try parser.disjunction() }
    try parser.expectEnd()
    return rule
  }

  /// The forms that begin with a name of their own and stand for a whole rule.
  static let forms = [
    "agrees", "complete", "members", "monotone", "names", "rollup", "series", "unique",
  ]

  private mutating func statement() throws(RuleProblem) -> RuleSyntax.Statement {
    guard case .name(let name) = current.kind, following.kind == .sign("(") else {
      return .condition(try disjunction())
    }
    switch name {
    case "rollup": return .rollup(try bracketedNames())
    case "unique": return .unique(try bracketedNames())
    case "agrees": return try agreement()
    case "members": return try membership()
    case "names": return try nameList()
    case "complete": return .complete(try completeFields())
    case "series":
      advance()
      advance()
      let field = try expectName()
      try expect(sign: ")")
      return .series(field)
    case "monotone": return try monotone()
    default: return .condition(try disjunction())
    }
  }

  private mutating func monotone() throws(RuleProblem) -> RuleSyntax.Statement {
    advance()
    try expect(sign: "(")
    let value = try sum()
    try expect(sign: ",")
    let order = try expectName()
    try expect(sign: ")")
    return .monotone(value, order: order)
  }

  private mutating func bracketedNames() throws(RuleProblem) -> [Syntax.Name] {
    advance()
    try expect(sign: "(")
    let fields = try names()
    try expect(sign: ")")
    return fields
  }

  private mutating func agreement() throws(RuleProblem) -> RuleSyntax.Statement {
    let fields = try bracketedNames()
    try expect(word: "with")
    let table = try expectName("a table")
    try expect(word: "on")
    var key = [try keyPair()]
    while take(sign: ",") { key.append(try keyPair()) }
    return .agrees(fields, table: table, key: key)
  }

  private mutating func keyPair() throws(RuleProblem) -> RuleSyntax.KeyPair {
    let here = try expectName()
    let there = take(sign: "=") ? try expectName() : here
    return RuleSyntax.KeyPair(here: here, there: there)
  }

  private mutating func membership() throws(RuleProblem) -> RuleSyntax.Statement {
    let left = try memberList()
    let mayHaveMore = take(word: "in")
    if !mayHaveMore { try expect(sign: "=") }
    guard case .name("members") = current.kind else { throw problem(expected: "members(…)") }
    return .members(left, try memberList(), mayHaveMore: mayHaveMore)
  }

  private mutating func memberList() throws(RuleProblem) -> RuleSyntax.Members {
    advance()
    try expect(sign: "(")
    var table: Syntax.Name?
    var field = try expectName()
    if take(sign: ".") {
      table = field
      field = try expectName()
    }
    let condition = take(word: "where") ? try disjunction() : nil
    try expect(sign: ")")
    return RuleSyntax.Members(table: table, field: field, condition: condition)
  }

  private mutating func nameList() throws(RuleProblem) -> RuleSyntax.Statement {
    advance()
    try expect(sign: "(")
    let field = try expectName()
    try expect(sign: ")")
    try expect(word: "in")
    return .names(field, list: try expectName("a code list"))
  }

  private mutating func completeFields() throws(RuleProblem) -> [RuleSyntax.CompleteField] {
    advance()
    try expect(sign: "(")
    var fields: [RuleSyntax.CompleteField] = []
    repeat {
      let field = try expectName()
      let list = take(word: "in") ? try expectName("a code list") : nil
      fields.append(RuleSyntax.CompleteField(field: field, list: list))
    } while take(sign: ",")
    try expect(sign: ")")
    return fields
  }
}
