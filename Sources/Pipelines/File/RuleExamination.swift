import Rules
import Tabular

extension PipelineFile {
  /// What rules of this file may speak of, given all pipelines that are known.
  func catalog(among all: [PipelineFile]) -> RuleCatalog {
    RuleCatalog(
      tables: PipelineExamination.tables(of: self, among: all), lists: vocabulary.lists,
      bands: vocabulary.bands, parameters: vocabulary.parameters)
  }

  /// What is wrong with the rules, and with the conditions for totals and levels.
  func ruleErrors(among all: [PipelineFile]) -> [PipelineError] {
    let book = RuleBook(definitions: rules, catalog: catalog(among: all))
    return book.problems.compactMap { problem in
      guard let node = node(of: problem) else { return nil }
      return error(of: problem, in: node)
    }
  }

  /// The error that a problem in the text of `node` is.
  func error(of problem: RuleProblem, in node: YAMLNode) -> PipelineError {
    PipelineError(.rule(problem), at: node.place(of: problem.span.lowerBound, in: path))
  }

  /// The node that holds the text of a problem.
  ///
  /// Problems with tables of other pipelines have none here; they are told where those tables are declared.
  private func node(of problem: RuleProblem) -> YAMLNode? {
    if let id = problem.rule {
      let rule = (root["rules"]?.members ?? []).first { $0["id"]?.text == id }
      let texts = ["rule", "when", "tolerance", "in"].compactMap { rule?[$0] }
      return texts.first { $0.text == problem.text } ?? rule?["rule"] ?? rule
    }
    return conditions.first { $0.text == problem.text }
  }

  private var conditions: [YAMLNode] {
    (root["resources"]?.entries ?? []).flatMap { entry in
      [entry.value["totals"]].compactMap { $0 }
        + (entry.value["levels"]?.members ?? []).compactMap { $0["where"] }
    }
  }
}
