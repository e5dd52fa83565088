import Rules
import Tabular

/// The steps on typed values, ready to be applied to one batch after the other.
struct TypedSteps {
  private enum Work {
    case filter(RecordExpression)
    case derive(RecordExpression, Field, TextPool)
    case join(JoinStep)
  }

  /// The fields that come from the file or from steps on texts, in the order of the declaration.
  let decoded: [Field]
  private var works: [Work] = []
  /// For each declared field its place among the columns of a batch after all steps.
  private var order: [Int] = []
  private var recordCount = 0

  /// Prepares the steps of `resource`.
  ///
  /// `tables` are those that may be joined, as far as they could be read. Throws at the place of
  /// the step that can't be prepared.
  init(
    _ resource: Resource, catalog: RuleCatalog, tables: [String: Table]
  ) throws(PipelineError) {
    decoded = resource.decodedFields
    var schema = Schema(fields: decoded)
    for step in resource.steps where step.action.isTyped {
      works += try Self.works(of: step, schema, resource, catalog, tables)
      schema.fields += step.action.madeColumns.compactMap { resource.schema[$0] }
    }
    order = resource.schema.fields.map { schema.position(of: $0.name) ?? 0 }
  }

  /// True where batches pass through as they are.
  var isEmpty: Bool { works.isEmpty }

  private static func works(
    of step: Step, _ schema: Schema, _ resource: Resource, _ catalog: RuleCatalog,
    _ tables: [String: Table]
  ) throws(PipelineError) -> [Work] {
    switch step.action {
    case .filter(let condition):
      let expression = try parsed(at: step.place) { () throws(RuleProblem) in
        try RecordExpression.condition(condition, schema, catalog)
      }
      return [.filter(expression)]
    case .derive(let name, let text):
      guard let field = resource.schema[name] else { return [] }
      let expression = try parsed(at: step.place) { () throws(RuleProblem) in
        try RecordExpression.calculation(text, schema, catalog)
      }
      return [.derive(expression, field, TextPool())]
    case .join(let name, let on, let take, let names):
      // Where the other table could not be read its fields are missing: the run stays incomplete,
      // but what is wrong with this file is still told.
      let table =
        tables[name]
        ?? Table(name: name, schema: Schema(fields: []), sources: [], batches: BatchStore())
      let fields = take.compactMap { resource.schema[$0.new] }
      let key = JoinStep.Key(fields: on, names: names)
      return [.join(try JoinStep(table, on: key, take: take, fields, schema, step.place))]
    default: return []
    }
  }

  private static func parsed(
    at place: FilePlace, _ body: () throws(RuleProblem) -> RecordExpression
  ) throws(PipelineError) -> RecordExpression {
    do throws(RuleProblem) {
      return try body()
    } catch {
      throw PipelineError(.rule(error), at: place)
    }
  }

  /// The records of `batch` after all steps, numbered behind those of the batches before.
  mutating func apply(to batch: Batch) -> Batch {
    var batch = batch
    for work in works {
      switch work {
      case .filter(let condition):
        let truths = condition.truths(in: batch)
        let rows = truths.indices.filter { truths[$0] == true }
        batch = batch.keeping(rows: rows, firstRecord: 1)
      case .derive(let expression, let field, let pool):
        var column = ColumnBuilding(field: field, pool: pool)
        let magnitude = expression.magnitude(in: batch)
        for row in 0..<batch.count {
          column.append(
            ColumnBuilding.Cell(expression.value(batch, row: row)), magnitude: magnitude)
        }
        batch.columns.append(column.column())
      case .join(let join): batch.columns += join.columns(for: batch)
      }
    }
    batch.columns = order.map { batch.columns[$0] }
    batch.firstRecord = recordCount + 1
    recordCount += batch.count
    return batch
  }
}

extension Resource {
  /// The fields that are there before the steps on typed values, in the order of the declaration.
  var decodedFields: [Field] {
    let made = Set(steps.filter(\.action.isTyped).flatMap(\.action.madeColumns))
    return schema.fields.filter { !made.contains($0.name) }
  }
}

extension ColumnBuilding.Cell {
  /// The cell that the value of a calculation makes.
  init(_ result: RecordExpression.Result) {
    switch result {
    case .number(let value): self = .number(value)
    case .text(let text): self = .text(text)
    case .missing: self = .missing
    }
  }
}
