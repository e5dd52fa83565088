public import Numerals
public import Tabular

/// A condition or calculation on single records, for filters, derived fields and datasets.
///
/// It sees the fields of its own table, parameters and code lists; aggregates and other tables have
/// no meaning here and are refused.
public struct RecordExpression: Sendable {
  /// What a calculation gives for one record.
  public enum Result: Sendable {
    /// A number with as many decimals as it needs.
    case number(ExactDecimal)
    /// A text.
    case text(String)
    /// Nothing, because a value that it needs is missing or it can't be calculated.
    case missing
  }

  /// True where the calculation gives numbers.
  public let isNumeric: Bool
  private let plan: Plan
  private let expression: Expression?
  private let condition: Condition?
  private let mask: MaskNode?

  /// Reads a condition or calculation over the records of `schema`.
  ///
  /// Throws where the text is neither, or names something that is not there.
  public init(
    _ text: String, schema: Schema, catalog: RuleCatalog = RuleCatalog()
  ) throws(RuleProblem) {
    var resolver = Self.resolver(text, schema, catalog)
    let syntax = try Parser.condition(text)
    if syntax.isCondition {
      condition = try resolver.condition(syntax)
      mask = condition.map { MaskNode($0, in: MaskLibrary(.none)) }
      expression = nil
      isNumeric = false
    } else {
      let typed = try resolver.expression(syntax)
      expression = typed.expression
      condition = nil
      mask = nil
      isNumeric = typed.type.kind == .number
    }
    plan = resolver.plan
  }

  /// True for a condition, false for a calculation.
  public var isCondition: Bool { condition != nil }

  private static func resolver(
    _ text: String, _ schema: Schema, _ catalog: RuleCatalog
  ) -> Resolver {
    var plan = Plan()
    plan.tables = [
      Plan.PlannedTable(name: "", shape: TableShape(schema: schema), totals: nil, levels: [])
    ]
    return Resolver(
      catalog: catalog, text: text, rule: nil, table: 0, allowsAggregates: false, plan: plan)
  }

  private var evaluator: Evaluator {
    Evaluator(
      plan: plan, groupings: Groupings(plan: plan), aggregates: AggregateStates(plan: plan),
      lookups: [], reader: RecordReader(tables: [nil]))
  }

  /// The truth of the condition for every record of a batch; nil where a value it needs is missing.
  ///
  /// Every distinct text is looked at once, so this is the way for many records. It remembers what
  /// it learnt and must be used by one thread at a time.
  public func truths(in batch: Batch) -> [Bool?] {
    guard let mask else { return [Bool?](repeating: nil, count: batch.count) }
    let evaluator = evaluator
    let vectors = VectorEvaluator(plan: plan, batch: batch, aggregates: nil, table: 0)
    let truths = mask.mask(batch, vectors) { condition, row in
      do throws(Gap) {
        let holds = try evaluator.holds(condition, at: .record(table: 0, batch: batch, row: row))
        return holds ? MaskNode.yes : MaskNode.no
      } catch {
        return MaskNode.unknown
      }
    }
    return truths.map { $0 == MaskNode.unknown ? nil : $0 == MaskNode.yes }
  }

  /// The truth of the condition for one record; nil where a value it needs is missing.
  public func condition(_ batch: Batch, row: Int) -> Bool? {
    guard let condition else { return nil }
    return try? evaluator.holds(condition, at: .record(table: 0, batch: batch, row: row))
  }

  /// The value of the calculation for one record.
  public func value(_ batch: Batch, row: Int) -> Result {
    guard let expression else { return .missing }
    do throws(Gap) {
      switch try evaluator.value(expression, at: .record(table: 0, batch: batch, row: row)) {
      case .text(let text): return .text(text)
      case .number(let quantity):
        guard let value = quantity.center.exactDecimal else { return .missing }
        return .number(magnitude(in: batch) > 0 ? quantity.printed(value) : value)
      }
    } catch {
      return .missing
    }
  }

  /// What the numbers that the calculation starts from are printed in, as a power of ten: the
  /// largest of the fields in it that its result has the unit of; 0 where all stand for themselves.
  public func magnitude(in batch: Batch) -> Int {
    guard let expression else { return 0 }
    return Self.magnitude(of: expression, in: batch)
  }

  private static func magnitude(of expression: Expression, in batch: Batch) -> Int {
    switch expression {
    case .field(let field): batch.columns[field.position].magnitude
    case .negated(let inner), .absolute(let inner), .rounded(let inner, _),
      .arithmetic(.times, .number, let inner), .arithmetic(.times, let inner, .number),
      .arithmetic(.over, let inner, .number):
      magnitude(of: inner, in: batch)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right),
      .conditional(_, let left, let right):
      max(magnitude(of: left, in: batch), magnitude(of: right, in: batch))
    default: 0
    }
  }
}
