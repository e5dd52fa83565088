import Rules
import Tabular

extension PipelineFile {
  /// What is wrong with the conditions and calculations of steps and datasets.
  func conditionErrors(among all: [PipelineFile]) -> [PipelineError] {
    let catalog = catalog(among: all)
    let steps = resources.flatMap { stepErrors($0, catalog) }
    return steps
      + datasets.flatMap { dataset -> [PipelineError] in
        guard let schema = self[resource: dataset.table]?.schema,
          let node = root["datasets"]?[dataset.name]?["where"], let text = dataset.condition
        else { return [] }
        return problems(in: node) { () throws(RuleProblem) in
          _ = try RecordExpression.condition(text, schema, catalog)
        }
      }
  }

  private func stepErrors(_ resource: Resource, _ catalog: RuleCatalog) -> [PipelineError] {
    var schema = Schema(fields: resource.decodedFields)
    var errors: [PipelineError] = []
    for step in resource.steps where step.action.isTyped {
      switch step.action {
      case .filter(let text):
        errors += problems(in: step.node) { () throws(RuleProblem) in
          _ = try RecordExpression.condition(text, schema, catalog)
        }
      case .derive(let name, let text):
        errors += problems(in: step.node) { () throws(RuleProblem) in
          let value = try RecordExpression.calculation(text, schema, catalog)
          guard let field = resource.schema[name], field.kind.isNumeric, !value.isNumeric else {
            return
          }
          throw RuleProblem(
            .wrongKind(expected: field.kind.rawValue, found: "text"), in: text, at: 0..<text.count)
        }
      default: break
      }
      schema.fields += step.action.madeColumns.compactMap { resource.schema[$0] }
    }
    return errors
  }

  private func problems(
    in node: YAMLNode, _ examine: () throws(RuleProblem) -> Void
  ) -> [PipelineError] {
    do throws(RuleProblem) {
      try examine()
      return []
    } catch {
      return [self.error(of: error, in: node)]
    }
  }
}

extension RecordExpression {
  /// A condition; throws where the text is a calculation.
  static func condition(
    _ text: String, _ schema: Schema, _ catalog: RuleCatalog
  ) throws(RuleProblem) -> RecordExpression {
    let read = try RecordExpression(text, schema: schema, catalog: catalog)
    guard !read.isCondition else { return read }
    throw RuleProblem(
      .wrongKind(expected: "condition", found: "value"), in: text, at: 0..<text.count)
  }

  /// A calculation; throws where the text is a condition.
  static func calculation(
    _ text: String, _ schema: Schema, _ catalog: RuleCatalog
  ) throws(RuleProblem) -> RecordExpression {
    let read = try RecordExpression(text, schema: schema, catalog: catalog)
    guard read.isCondition else { return read }
    throw RuleProblem(
      .wrongKind(expected: "value", found: "condition"), in: text, at: 0..<text.count)
  }
}
