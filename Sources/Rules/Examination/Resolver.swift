import Numerals
import Tabular

/// Looks up the names of one rule, checks kinds and units, and adds to the plan what it needs.
struct Resolver {
  let catalog: RuleCatalog
  /// The text that is being resolved, for problems.
  let text: String
  /// The rule's name, for problems.
  let rule: String?
  /// The table that bare names belong to.
  var table: Int?
  /// The suffix `by`, which aggregates without their own take over.
  var by: [Syntax.Name] = []
  /// The suffix `where`, which aggregates of the rule's own table take over.
  var suffix: Syntax?
  /// Which component of tuples and lists of arguments is being resolved.
  var component = 0
  /// False where aggregates and look-ups have no meaning, as in filters of records.
  var allowsAggregates = true
  var plan: Plan

  func problem(_ reason: RuleProblem.Reason, at span: Range<Int>) -> RuleProblem {
    RuleProblem(reason, in: text, at: span, rule: rule)
  }

  // MARK: names

  func tableNumber(_ name: Syntax.Name) throws(RuleProblem) -> Int {
    if let number = plan.tableNumber(of: name.name) { return number }
    let nearest = NearestWords.to(name.name, among: plan.tables.map(\.name))
    throw problem(.unknownTable(name.name, nearest: nearest), at: name.span)
  }

  func field(_ name: Syntax.Name, in table: Int?) throws(RuleProblem) -> FieldReference {
    guard let table else { throw problem(.noTable(field: name.name), at: name.span) }
    let planned = plan.tables[table]
    guard let position = planned.shape.schema.position(of: name.name) else {
      let names = planned.shape.schema.fields.map(\.name)
      throw problem(
        .unknownField(
          name.name, table: planned.name, nearest: NearestWords.to(name.name, among: names)),
        at: name.span)
    }
    return FieldReference(
      table: table, position: position, kind: planned.shape.schema.fields[position].kind)
  }

  func type(of field: FieldReference) -> ExpressionType {
    guard field.kind.isNumeric else { return .text }
    if field.kind == .percent { return .number(.pure) }
    return .number(
      .named(plan.tables[field.table].shape.schema.fields[field.position].unit))
  }

  // MARK: expressions

  typealias Typed = (expression: Expression, type: ExpressionType)

  mutating func expression(_ syntax: Syntax) throws(RuleProblem) -> Typed {
    switch syntax.form {
    case .number(let digits):
      return (.number(try literal(digits, at: syntax.span)), .number(.unknown))
    case .percentage(let digits):
      let value = try literal(digits, at: syntax.span)
      let hundredth = ExactDecimal(mantissa: value.mantissa, scale: value.scale + 2)
      return (.number(hundredth), .number(.pure))
    case .text(let text): return (.text(text), .text)
    case .name(let name): return try bareName(name, at: syntax.span)
    case .qualified(let table, let field):
      throw problem(.notAllowedHere("\(table).\(field)"), at: syntax.span)
    case .call(let call): return try self.call(call, at: syntax.span)
    case .lookup(let table, let condition, let field):
      return try lookup(table: table, condition: condition, field: field, syntax: syntax)
    case .tuple(let items):
      guard component < items.count else {
        throw problem(.unequalLengths(component + 1, items.count), at: syntax.span)
      }
      return try expression(items[component])
    case .negated(let inner):
      let value = try number(inner)
      return (.negated(value.expression), value.type)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left, right, at: syntax.span)
    case .conditional(let condition, let first, let second):
      return try conditional(condition, first, second, at: syntax.span)
    default:
      throw problem(.wrongKind(expected: "number", found: "condition"), at: syntax.span)
    }
  }

  mutating func number(_ syntax: Syntax) throws(RuleProblem) -> Typed {
    let value = try expression(syntax)
    guard value.type.kind == .number else {
      throw problem(
        .wrongKind(expected: "number", found: value.type.described), at: syntax.span)
    }
    return value
  }

  func literal(_ digits: String, at span: Range<Int>) throws(RuleProblem) -> ExactDecimal {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    guard let mantissa = Int128(parts.joined()), decimals <= 30 else {
      throw problem(.expected("number", found: digits), at: span)
    }
    return ExactDecimal(mantissa: mantissa, scale: decimals)
  }

  private func bareName(_ name: String, at span: Range<Int>) throws(RuleProblem) -> Typed {
    let isField = table.map { plan.tables[$0].shape.schema.position(of: name) != nil } ?? false
    if !isField, let parameter = catalog.parameters[name] {
      switch parameter {
      case .number(let value): return (.number(value), .number(.unknown))
      case .text(let text): return (.text(text), .text)
      }
    }
    let field = try field(Syntax.Name(name: name, span: span), in: table)
    return (.field(field), type(of: field))
  }

  private mutating func arithmetic(
    _ sign: Syntax.Operator, _ left: Syntax, _ right: Syntax, at span: Range<Int>
  ) throws(RuleProblem) -> Typed {
    let one = try number(left)
    let other = try number(right)
    let expression = Expression.arithmetic(sign, one.expression, other.expression)
    switch sign {
    case .plus, .minus:
      try demandSameUnit(one.type, other.type, at: span)
      return (expression, .number(one.type.unit.merged(with: other.type.unit)))
    case .times:
      return (expression, .number(one.type.unit.combined(with: other.type.unit, sign: 1)))
    case .over:
      return (expression, .number(one.type.unit.combined(with: other.type.unit, sign: -1)))
    }
  }

  func demandSameUnit(
    _ left: ExpressionType, _ right: ExpressionType, at span: Range<Int>
  ) throws(RuleProblem) {
    guard left.unit.fits(right.unit) else {
      throw problem(
        .unitMismatch(left: left.unit.described, right: right.unit.described), at: span)
    }
  }

  private mutating func conditional(
    _ condition: Syntax, _ first: Syntax, _ second: Syntax, at span: Range<Int>
  ) throws(RuleProblem) -> Typed {
    let test = try self.condition(condition)
    let one = try expression(first)
    let other = try expression(second)
    guard one.type.kind == other.type.kind else {
      throw problem(
        .wrongKind(expected: one.type.described, found: other.type.described), at: second.span)
    }
    try demandSameUnit(one.type, other.type, at: span)
    let type = ExpressionType(
      kind: one.type.kind, unit: one.type.unit.merged(with: other.type.unit))
    return (.conditional(test, then: one.expression, otherwise: other.expression), type)
  }

  private mutating func lookup(
    table name: String, condition: Syntax, field: String, syntax: Syntax
  ) throws(RuleProblem) -> Typed {
    guard allowsAggregates else { throw problem(.notAllowedHere("\(name)[…]"), at: syntax.span) }
    let start = syntax.span.lowerBound
    let number = try tableNumber(
      Syntax.Name(name: name, span: start..<start + name.count))
    let reference = try self.field(
      Syntax.Name(name: field, span: syntax.span.upperBound - field.count..<syntax.span.upperBound),
      in: number)
    let test = try scoped(to: number) { resolver throws(RuleProblem) in
      try resolver.condition(condition)
    }
    let known = plan.lookups.firstIndex { $0.table == number && $0.written == syntax }
    if known == nil {
      plan.lookups.append(
        LookupSpecification(table: number, condition: test, field: reference, written: syntax))
    }
    return (.lookup(known ?? plan.lookups.count - 1), type(of: reference))
  }

  /// Resolves something about records of another table, where no aggregates may stand.
  mutating func scoped<Result>(
    to table: Int, _ body: (inout Resolver) throws(RuleProblem) -> Result
  ) throws(RuleProblem) -> Result {
    var inner = self
    inner.table = table
    inner.allowsAggregates = false
    let result = try body(&inner)
    plan = inner.plan
    return result
  }
}
