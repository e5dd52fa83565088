import Tabular

/// The rules of one pipeline, examined: names looked up, kinds, units and conflicts checked.
///
/// A book with problems must not be evaluated.
public struct RuleBook: Sendable {
  /// Everything that is wrong with the rules themselves.
  public let problems: [RuleProblem]
  /// The rules as they were defined.
  public let definitions: [RuleDefinition]
  let plan: Plan

  /// Examines `definitions` against what the catalogue holds; reads no data.
  public init(definitions: [RuleDefinition], catalog: RuleCatalog) {
    self.definitions = definitions
    var plan = Plan()
    for name in catalog.tables.keys.sorted() {
      guard let shape = catalog.tables[name] else { continue }
      plan.tables.append(Plan.PlannedTable(name: name, shape: shape, totals: nil, levels: []))
    }
    var examination = Examination(catalog: catalog, plan: plan)
    for table in plan.tables.indices { examination.resolveShape(of: table) }
    for definition in definitions { examination.resolve(definition) }
    examination.compareRules()
    problems = examination.problems
    self.plan = examination.plan
  }
}

/// The work of making a rule book.
struct Examination {
  let catalog: RuleCatalog
  var plan: Plan
  var problems: [RuleProblem] = []
  private var written: [(rule: RuleSyntax, when: Syntax?, definition: RuleDefinition)] = []

  init(catalog: RuleCatalog, plan: Plan) {
    self.catalog = catalog
    self.plan = plan
  }

  /// Looks up the conditions for totals and levels of a table.
  mutating func resolveShape(of table: Int) {
    let shape = plan.tables[table].shape
    if let totals = shape.totals {
      plan.tables[table].totals = condition(totals, on: table, rule: nil)
    }
    guard case .positional(let levels) = shape.levels else { return }
    for level in levels {
      guard let condition = condition(level.condition, on: table, rule: nil) else { continue }
      plan.tables[table].levels.append((level.name, condition))
    }
  }

  private mutating func condition(_ text: String, on table: Int, rule: String?) -> Condition? {
    var resolver = Resolver(
      catalog: catalog, text: text, rule: rule, table: table, allowsAggregates: rule != nil,
      plan: plan)
    do {
      let condition = try resolver.condition(try Parser.condition(text))
      plan = resolver.plan
      return condition
    } catch {
      problems.append(RuleProblem(error.reason, in: error.text, at: error.span, rule: rule))
      return nil
    }
  }

  mutating func resolve(_ definition: RuleDefinition) {
    do {
      let syntax = try Parser.rule(definition.text)
      let when = try definition.when.map(Parser.condition)
      try resolve(definition, syntax: syntax, when: when)
      written.append((syntax, when, definition))
    } catch {
      problems.append(
        RuleProblem(error.reason, in: error.text, at: error.span, rule: definition.id))
    }
  }

  private mutating func resolve(
    _ definition: RuleDefinition, syntax: RuleSyntax, when: Syntax?
  ) throws(RuleProblem) {
    var resolver = Resolver(
      catalog: catalog, text: definition.text, rule: definition.id, plan: plan)
    if let name = definition.table {
      guard let table = plan.tableNumber(of: name) else {
        let nearest = NearestWords.to(name, among: plan.tables.map(\.name))
        throw RuleProblem(
          .unknownTable(name, nearest: nearest), in: name, at: 0..<name.count,
          rule: definition.id)
      }
      resolver.table = table
    }
    let form = try resolver.form(of: syntax, definition: definition)
    if definition.nearMiss != nil, !form.comparesNames {
      throw resolver.problem(.notAllowedHere("near-miss"), at: 0..<definition.text.count)
    }
    var suffix: Condition?
    if let condition = syntax.condition {
      suffix = try resolver.scoped(to: resolver.table ?? 0) { inner throws(RuleProblem) in
        try inner.condition(condition)
      }
    }
    var firing: Condition?
    if let when, let text = definition.when {
      var inner = Resolver(
        catalog: catalog, text: text, rule: definition.id, table: resolver.table,
        by: syntax.by, suffix: syntax.condition, plan: resolver.plan)
      firing = try inner.condition(when)
      resolver.plan = inner.plan
    }
    plan = resolver.plan
    plan.rules.append(
      ResolvedRule(
        definition: definition, form: form, when: firing, condition: suffix,
        tolerance: try tolerance(of: definition), kind: FindingKinds.kind(of: form, in: plan),
        table: resolver.table ?? FindingKinds.firstTable(of: form, in: plan)))
  }

  /// Finds rules that repeat or contradict another, never fire or always hold.
  mutating func compareRules() {
    let conflicts = Conflicts(catalog: catalog, plan: plan)
    for (position, item) in written.enumerated() {
      problems += conflicts.problems(of: item, among: written.prefix(position))
    }
  }
}
