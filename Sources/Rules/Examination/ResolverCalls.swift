import Numerals
import Tabular

/// Functions of values and aggregates of tables.
extension Resolver {
  /// Every function with its usage, for problems and the reference.
  static let usages: [String: String] = [
    "sum": "sum(field [where condition] [by fields])",
    "count": "count([condition] [by fields])",
    "mean": "mean(field [where condition] [by fields])",
    "min": "min(field [where condition] [by fields])",
    "max": "max(field [where condition] [by fields])",
    "distinct": "distinct(field [where condition] [by fields])",
    "total": "total(field [where condition] [by fields])",
    "previous": "previous(field[, places])",
    "abs": "abs(number)",
    "round": "round(number, decimals)",
    "band": "band(number, bands)",
    "words": "words(number)",
  ]

  mutating func call(_ call: Syntax.Call, at span: Range<Int>) throws(RuleProblem) -> Typed {
    if let function = AggregateSpecification.Function(rawValue: call.name) {
      return try aggregate(function, call, at: span)
    }
    let wrong = problem(
      .wrongArguments(function: call.name, usage: Self.usages[call.name] ?? call.name), at: span)
    guard Self.usages[call.name] != nil else {
      throw problem(
        .unknownFunction(
          call.name,
          nearest: NearestWords.to(call.name, among: Self.usages.keys.sorted() + Parser.forms)),
        at: span)
    }
    guard let first = call.arguments.first, call.table == nil, call.condition == nil,
      call.by == nil, call.arguments.count <= 2
    else { throw wrong }
    let second = call.arguments.count == 2 ? call.arguments[1] : nil
    switch (call.name, second?.form) {
    case ("previous", nil): return try previous(first, places: 1)
    case ("previous", .number(let digits)?):
      guard let places = Int(digits), places > 0 else { throw wrong }
      return try previous(first, places: places)
    case ("abs", nil):
      let value = try number(first)
      return (.absolute(value.expression), value.type)
    case ("round", .number(let digits)?):
      guard let scale = Int(digits), (0...18).contains(scale) else { throw wrong }
      let value = try number(first)
      return (.rounded(value.expression, scale: scale), value.type)
    case ("band", .name(let name)?):
      return (.band(try number(first).expression, try bands(name, at: span)), .text)
    case ("words", nil): return (.words(try number(first).expression), .text)
    default: throw wrong
    }
  }

  private func bands(_ name: String, at span: Range<Int>) throws(RuleProblem) -> Bands {
    if let bands = catalog.bands[name] { return bands }
    throw problem(
      .unknownBands(name, nearest: NearestWords.to(name, among: catalog.bands.keys)), at: span)
  }

  private func previous(_ syntax: Syntax, places: Int) throws(RuleProblem) -> Typed {
    guard case .name(let name) = syntax.form else {
      throw problem(
        .wrongArguments(function: "previous", usage: Self.usages["previous"] ?? ""),
        at: syntax.span)
    }
    let field = try field(Syntax.Name(name: name, span: syntax.span), in: table)
    return (.previous(field, places), type(of: field))
  }

  // MARK: aggregates

  private mutating func aggregate(
    _ function: AggregateSpecification.Function, _ call: Syntax.Call, at span: Range<Int>
  ) throws(RuleProblem) -> Typed {
    guard allowsAggregates else { throw problem(.notAllowedHere("\(call.name)(…)"), at: span) }
    var argument = try chosenArgument(of: call, function, at: span)
    let source = try sourceTable(of: call, argument: &argument, at: span)
    if function == .total, plan.tables[source].shape.totals == nil, call.condition == nil {
      throw problem(.noTotals(table: plan.tables[source].name), at: span)
    }
    let isOwn = source == table
    let keys = try groupFields(call.by, in: source, isOwn: isOwn)
    let condition = joined(call.condition, isOwn ? suffix : nil)
    let (resolved, test) = try scoped(to: source) {
      resolver throws(RuleProblem) -> (Typed?, Condition?) in
      var value: Typed?
      var test: Condition?
      if let argument {
        if function == .count {
          test = try resolver.condition(argument)
        } else {
          value = try resolver.expression(argument)
        }
      }
      if let condition {
        let more = try resolver.condition(condition)
        test = test.map { .and($0, more) } ?? more
      }
      return (value, test)
    }
    let type = try self.type(of: function, argument: resolved, at: span)
    let grouping = plan.grouping(table: source, fields: keys.map(\.position))
    let told = Set(keys).union(test?.fields ?? [])
    let totals = plan.tables[source].totals?.fields ?? []
    let levels = plan.tables[source].levels.reduce(into: Set<FieldReference>()) {
      $0.formUnion($1.condition.fields)
    }
    let adds = function == .sum || function == .mean
    let number = plan.aggregate(
      AggregateSpecification(
        function: function, table: source, argument: resolved?.expression,
        field: resolved?.expression.plainField, condition: test, grouping: grouping,
        keepsTotals: totals.isSubset(of: told) && !totals.isEmpty,
        leavesOnly: adds && !levels.isEmpty && levels.isDisjoint(with: told),
        written: AggregateIdentity(
          function: function, table: source, argument: argument, condition: condition,
          grouping: grouping)))
    return (.aggregate(number), type)
  }

  private func joined(_ one: Syntax?, _ other: Syntax?) -> Syntax? {
    guard let one else { return other }
    guard let other else { return one }
    return Syntax(form: .and(one, other), span: one.span)
  }

  private func chosenArgument(
    of call: Syntax.Call, _ function: AggregateSpecification.Function, at span: Range<Int>
  ) throws(RuleProblem) -> Syntax? {
    guard !call.arguments.isEmpty else {
      if function == .count { return nil }
      throw problem(
        .wrongArguments(function: call.name, usage: Self.usages[call.name] ?? ""), at: span)
    }
    guard call.arguments.count > 1 else { return call.arguments[0] }
    guard component < call.arguments.count else {
      throw problem(.unequalLengths(component + 1, call.arguments.count), at: span)
    }
    return call.arguments[component]
  }

  /// The table that is aggregated: the one named before the function or in its argument, else the
  /// rule's own.
  ///
  /// A qualified argument becomes a bare one.
  private func sourceTable(
    of call: Syntax.Call, argument: inout Syntax?, at span: Range<Int>
  ) throws(RuleProblem) -> Int {
    if let name = call.table {
      return try tableNumber(
        Syntax.Name(name: name, span: span.lowerBound..<span.lowerBound + name.count))
    }
    if let written = argument, case .qualified(let name, let field) = written.form {
      argument = Syntax(form: .name(field), span: written.span)
      return try tableNumber(Syntax.Name(name: name, span: written.span))
    }
    guard let table else { throw problem(.noTable(field: call.name), at: span) }
    return table
  }

  /// The fields by which an aggregate groups: its own `by`, else the rule's where the table has
  /// them all.
  private func groupFields(
    _ own: [Syntax.Name]?, in source: Int, isOwn: Bool
  ) throws(RuleProblem) -> [FieldReference] {
    var fields: [FieldReference] = []
    let schema = plan.tables[source].shape.schema
    let inherited = isOwn || by.allSatisfy { schema.position(of: $0.name) != nil } ? by : []
    for name in own ?? inherited { fields.append(try field(name, in: source)) }
    return fields
  }

  private func type(
    of function: AggregateSpecification.Function, argument: Typed?, at span: Range<Int>
  ) throws(RuleProblem) -> ExpressionType {
    switch function {
    case .count, .distinct: return .number(.unknown)
    case .total: return argument?.type ?? .number(.unknown)
    case .sum, .mean, .min, .max:
      guard let type = argument?.type, type.kind == .number else {
        throw problem(
          .wrongKind(expected: "number", found: argument?.type.described ?? ""), at: span)
      }
      return type
    }
  }
}
