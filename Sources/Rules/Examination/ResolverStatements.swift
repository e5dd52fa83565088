import Numerals
import Tabular

/// Whole rules: scope, components and the special forms.
extension Resolver {
  mutating func form(
    of rule: RuleSyntax, definition: RuleDefinition
  ) throws(RuleProblem) -> ResolvedRule.Form {
    by = rule.by
    suffix = rule.condition
    switch rule.statement {
    case .condition(let syntax): return try statement(syntax)
    case .rollup(let names): return try rollup(names)
    case .agrees(let names, let other, let key): return try agreement(names, other, key)
    case .members(let left, let right, let mayHaveMore):
      let one = try members(left)
      return .members(one, try members(right), mayHaveMore: mayHaveMore)
    case .names(let name, let list):
      return try self.names(name, list)
    case .unique(let names):
      let table = try ownTable(for: "unique(…)")
      let fields = try self.fields(names, in: table)
      let positions = fields.map(\.position)
      return .unique(key: plan.key(table: table, fields: positions), fields: positions)
    case .complete(let wanted): return try complete(wanted)
    case .series(let name):
      let table = try ownTable(for: "series(…)")
      let field = try field(name, in: table)
      return .series(field, grouping: try ownGrouping(table))
    case .monotone(let value, let order): return try monotone(value, order)
    }
  }

  private mutating func monotone(
    _ value: Syntax, _ order: Syntax.Name
  ) throws(RuleProblem) -> ResolvedRule.Form {
    let table = try ownTable(for: "monotone(…)")
    let expression = try number(value).expression
    let readsRecord = expression.contains {
      switch $0 {
      case .field, .previous: true
      default: false
      }
    }
    guard readsRecord else { throw problem(.alwaysHolds, at: value.span) }
    let field = try field(order, in: table)
    guard [.integer, .count, .code, .text, .period, .date].contains(field.kind) else {
      throw problem(
        .wrongKind(expected: "period", found: field.kind == .boolean ? "boolean" : "number"),
        at: order.span)
    }
    if by.contains(order) { throw problem(.alwaysHolds, at: order.span) }
    return .monotone(
      ResolvedRule.Monotone(
        table: table, expression: expression, order: field, grouping: try ownGrouping(table)))
  }

  private func ownTable(for form: String) throws(RuleProblem) -> Int {
    guard let table else { throw problem(.noTable(field: form), at: 0..<text.count) }
    return table
  }

  private func fields(
    _ names: [Syntax.Name], in table: Int
  ) throws(RuleProblem) -> [FieldReference] {
    var fields: [FieldReference] = []
    for name in names { fields.append(try field(name, in: table)) }
    return fields
  }

  private mutating func ownGrouping(_ table: Int) throws(RuleProblem) -> Int {
    plan.grouping(table: table, fields: try fields(by, in: table).map(\.position))
  }

  private mutating func statement(_ syntax: Syntax) throws(RuleProblem) -> ResolvedRule.Form {
    let width = try Self.width(of: syntax, in: self)
    var components: [Condition] = []
    for component in 0..<width {
      self.component = component
      components.append(try condition(syntax))
    }
    var readsRecords = false
    for condition in components {
      condition.walk {
        switch $0 {
        case .field, .previous: readsRecords = true
        default: break
        }
      }
    }
    if readsRecords {
      return .statement(components, scope: .record(table: try ownTable(for: "")))
    }
    guard !by.isEmpty else { return .statement(components, scope: .once) }
    return .statement(
      components, scope: .group(try ownGrouping(try ownTable(for: "by"))))
  }

  /// How many components a statement has: the length of its tuples and lists of arguments.
  private static func width(of syntax: Syntax, in resolver: Resolver) throws(RuleProblem) -> Int {
    var widths: [(Int, Range<Int>)] = []
    collectWidths(of: syntax, into: &widths)
    guard let first = widths.first else { return 1 }
    for (width, span) in widths where width != first.0 {
      throw resolver.problem(.unequalLengths(first.0, width), at: span)
    }
    return first.0
  }

  private static func collectWidths(of syntax: Syntax, into widths: inout [(Int, Range<Int>)]) {
    func visit(_ parts: Syntax...) {
      for part in parts { collectWidths(of: part, into: &widths) }
    }
    switch syntax.form {
    case .tuple(let items): widths.append((items.count, syntax.span))
    case .call(let call):
      let isAggregate = AggregateSpecification.Function(rawValue: call.name) != nil
      if isAggregate, call.arguments.count > 1 {
        widths.append((call.arguments.count, syntax.span))
      } else if let first = call.arguments.first {
        visit(first)
      }
    case .negated(let inner), .not(let inner), .missing(let inner), .member(let inner, _),
      .oneOf(let inner, _):
      visit(inner)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .textTest(_, let left, let right), .and(let left, let right), .or(let left, let right):
      visit(left, right)
    case .between(let value, let lower, let upper): visit(value, lower, upper)
    case .conditional(let test, let first, let second): visit(test, first, second)
    case .number, .percentage, .text, .name, .qualified, .lookup: break
    }
  }

  private mutating func rollup(_ names: [Syntax.Name]) throws(RuleProblem) -> ResolvedRule.Form {
    let table = try ownTable(for: "rollup(…)")
    if case .none = plan.tables[table].shape.levels {
      throw problem(.noLevels(table: plan.tables[table].name), at: 0..<text.count)
    }
    let fields = try fields(names, in: table)
    for (field, name) in zip(fields, names) where !field.kind.isNumeric {
      throw problem(.wrongKind(expected: "number", found: "text"), at: name.span)
    }
    return .rollup(
      ResolvedRule.Rollup(table: table, fields: fields, grouping: try ownGrouping(table)))
  }

  private mutating func agreement(
    _ names: [Syntax.Name], _ other: Syntax.Name, _ key: [RuleSyntax.KeyPair]
  ) throws(RuleProblem) -> ResolvedRule.Form {
    let table = try ownTable(for: "agrees(…)")
    let partner = try tableNumber(other)
    var pairs: [(here: FieldReference, there: FieldReference)] = []
    for name in names {
      let pair = (here: try field(name, in: table), there: try field(name, in: partner))
      guard pair.here.kind.isNumeric == pair.there.kind.isNumeric else {
        throw problem(
          .wrongKind(
            expected: type(of: pair.here).described, found: type(of: pair.there).described),
          at: name.span)
      }
      try demandSameUnit(type(of: pair.here), type(of: pair.there), at: name.span)
      pairs.append(pair)
    }
    var keys: [(here: FieldReference, there: FieldReference)] = []
    for pair in key {
      keys.append((try field(pair.here, in: table), try field(pair.there, in: partner)))
    }
    return .agreement(
      ResolvedRule.Agreement(table: table, other: partner, fields: pairs, key: keys))
  }

  private func names(
    _ name: Syntax.Name, _ list: Syntax.Name
  ) throws(RuleProblem) -> ResolvedRule.Form {
    let field = try field(name, in: try ownTable(for: "names(…)"))
    guard !field.kind.isNumeric else {
      throw problem(.wrongKind(expected: "text", found: "number"), at: name.span)
    }
    let codes = try codeList(list.name, at: list.span)
    return .names(field, NameList(name: list.name, list: codes))
  }

  private mutating func members(
    _ list: RuleSyntax.Members
  ) throws(RuleProblem) -> ResolvedRule.Members {
    let source: Int
    if let name = list.table {
      source = try tableNumber(name)
    } else {
      source = try ownTable(for: list.field.name)
    }
    let field = try field(list.field, in: source)
    guard let written = list.condition else { return ResolvedRule.Members(field: field) }
    let condition = try scoped(to: source) { resolver throws(RuleProblem) in
      try resolver.condition(written)
    }
    return ResolvedRule.Members(field: field, condition: condition)
  }

  private mutating func complete(
    _ wanted: [RuleSyntax.CompleteField]
  ) throws(RuleProblem) -> ResolvedRule.Form {
    let table = try ownTable(for: "complete(…)")
    var fields: [(field: FieldReference, list: CodeSet?)] = []
    for item in wanted {
      let reference = try field(item.field, in: table)
      let declared = plan.tables[table].shape.schema.fields[reference.position].constraints
      var list: CodeSet?
      if let name = item.list {
        list = try codeSet(name.name, at: name.span)
      } else if let name = declared.list {
        list = try codeSet(name, at: item.field.span)
      } else if !declared.values.isEmpty {
        list = CodeSet(name: item.field.name, list: CodeList(codes: declared.values))
      }
      fields.append((reference, list))
    }
    let groups = try self.fields(by, in: table).map(\.position)
    return .complete(
      ResolvedRule.Complete(
        fields: fields, by: plan.grouping(table: table, fields: groups), groupFields: groups,
        key: plan.key(table: table, fields: groups + fields.map(\.field.position))))
  }
}
