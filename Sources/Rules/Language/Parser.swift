/// Reads expressions and conditions by precedence climbing.
struct Parser {
  let text: String
  private let tokens: [Token]
  private var position = 0

  init(_ text: String) throws(RuleProblem) {
    self.text = text
    tokens = try Lexer.tokens(of: text)
  }

  /// A whole condition, with nothing after it.
  static func condition(_ text: String) throws(RuleProblem) -> Syntax {
    var parser = try Parser(text)
    let syntax = try parser.disjunction()
    try parser.expectEnd()
    return syntax
  }

  // MARK: tokens

  var current: Token { tokens[position] }
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func problem(expected: String) -> RuleProblem {
    RuleProblem(.expected(expected, found: current.described), in: text, at: current.span)
  }

  mutating func take(sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard current.kind == .name(word) else { return false }
    advance()
    return true
  }

  mutating func expect(sign: String) throws(RuleProblem) {
    guard take(sign: sign) else { throw problem(expected: "'\(sign)'") }
  }

  mutating func expect(word: String) throws(RuleProblem) {
    guard take(word: word) else { throw problem(expected: "'\(word)'") }
  }

  mutating func expectName(_ what: String = "a field") throws(RuleProblem) -> Syntax.Name {
    guard case .name(let name) = current.kind, !Self.reserved.contains(name) else {
      throw problem(expected: what)
    }
    let span = current.span
    advance()
    return Syntax.Name(name: name, span: span)
  }

  func expectEnd() throws(RuleProblem) {
    guard current.kind == .end else { throw problem(expected: "the end of the rule") }
  }

  /// Words that can't be names of fields.
  static let reserved: Set<String> = [
    "and", "or", "not", "in", "is", "by", "where", "between", "contains", "starts", "ends",
    "matches", "if", "then", "else", "with", "on",
  ]

  // MARK: conditions

  mutating func disjunction() throws(RuleProblem) -> Syntax {
    var left = try conjunction()
    while take(word: "or") {
      let right = try conjunction()
      left = Syntax(form: .or(left, right), span: joined(left, right))
    }
    return left
  }

  private mutating func conjunction() throws(RuleProblem) -> Syntax {
    var left = try negation()
    while take(word: "and") {
      let right = try negation()
      left = Syntax(form: .and(left, right), span: joined(left, right))
    }
    return left
  }

  private mutating func negation() throws(RuleProblem) -> Syntax {
    let start = current.span.lowerBound
    guard take(word: "not") else { return try comparison() }
    let inner = try negation()
    return Syntax(form: .not(inner), span: start..<inner.span.upperBound)
  }

  private mutating func comparison() throws(RuleProblem) -> Syntax {
    let left = try sum()
    if case .sign(let sign) = current.kind, let comparator = Syntax.Comparator(rawValue: sign) {
      advance()
      let right = try sum()
      return Syntax(form: .comparison(comparator, left, right), span: joined(left, right))
    }
    guard case .name(let word) = current.kind else { return left }
    switch word {
    case "between": return try range(of: left)
    case "in", "is", "not": return try membership(of: left)
    case "contains", "starts", "ends", "matches": return try textTest(word, of: left)
    default: return left
    }
  }

  private mutating func range(of value: Syntax) throws(RuleProblem) -> Syntax {
    advance()
    let lower = try sum()
    try expect(word: "and")
    let upper = try sum()
    return Syntax(form: .between(value, lower, upper), span: joined(value, upper))
  }

  private mutating func membership(of value: Syntax) throws(RuleProblem) -> Syntax {
    if take(word: "is") {
      let negative = take(word: "not")
      let start = value.span.lowerBound
      let end = current.span.upperBound
      if take(word: "missing") {
        let missing = Syntax(form: .missing(value), span: start..<end)
        return negative ? Syntax(form: .not(missing), span: start..<end) : missing
      }
      try expect(word: "present")
      let missing = Syntax(form: .missing(value), span: start..<end)
      return negative ? missing : Syntax(form: .not(missing), span: start..<end)
    }
    let negative = take(word: "not")
    try expect(word: "in")
    var form: Syntax.Form
    let start = value.span.lowerBound
    if take(sign: "(") {
      form = .oneOf(value, try list(closedBy: ")"))
    } else {
      form = .member(value, list: try expectName("a code list").name)
    }
    let span = start..<tokens[position - 1].span.upperBound
    if negative { form = .not(Syntax(form: form, span: span)) }
    return Syntax(form: form, span: span)
  }

  private mutating func textTest(_ word: String, of value: Syntax) throws(RuleProblem) -> Syntax {
    guard let test = Syntax.TextTest(rawValue: word) else { throw problem(expected: "a test") }
    advance()
    if test == .starts || test == .ends { try expect(word: "with") }
    let wanted = try sum()
    return Syntax(form: .textTest(test, value, wanted), span: joined(value, wanted))
  }

  // MARK: arithmetic

  mutating func sum() throws(RuleProblem) -> Syntax {
    var left = try product()
    while case .sign(let sign) = current.kind, sign == "+" || sign == "-",
      let sum = Syntax.Operator(rawValue: sign)
    {
      advance()
      let right = try product()
      left = Syntax(form: .arithmetic(sum, left, right), span: joined(left, right))
    }
    return left
  }

  private mutating func product() throws(RuleProblem) -> Syntax {
    var left = try unary()
    while case .sign(let sign) = current.kind, sign == "*" || sign == "/",
      let product = Syntax.Operator(rawValue: sign)
    {
      advance()
      let right = try unary()
      left = Syntax(form: .arithmetic(product, left, right), span: joined(left, right))
    }
    return left
  }

  private mutating func unary() throws(RuleProblem) -> Syntax {
    let start = current.span.lowerBound
    guard take(sign: "-") else { return try primary() }
    let inner = try unary()
    return Syntax(form: .negated(inner), span: start..<inner.span.upperBound)
  }

  func joined(_ left: Syntax, _ right: Syntax) -> Range<Int> {
    left.span.lowerBound..<right.span.upperBound
  }

  func span(from start: Int) -> Range<Int> { start..<tokens[max(position - 1, 0)].span.upperBound }

  mutating func list(closedBy sign: String) throws(RuleProblem) -> [Syntax] {
    var items: [Syntax] = []
    repeat { items.append(try disjunction()) } while take(sign: ",")
    try expect(sign: sign)
    return items
  }
}
