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
    PipelineError(.rule(problem), at: place(in: node, offset: problem.span.lowerBound))
  }

  /// The place of a character (from 0) of the text of a node: exact for plain texts on one line,
  /// otherwise the beginning of the text.
  private func place(in node: YAMLNode, offset: Int) -> FilePlace {
    var place = place(of: node)
    guard case .scalar(let text, let plain) = node.content, !text.contains("\n") else {
      return place
    }
    place.column = node.column + offset + (plain ? 0 : 1)
    return place
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
