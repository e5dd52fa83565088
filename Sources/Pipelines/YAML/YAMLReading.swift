import Yams

extension YAMLNode {
  /// More values than this in one file are refused; aliases can multiply a small file without end.
  static let largestFile = 200_000

  /// Reads one YAML document, or returns nil where there is nothing in it.
  ///
  /// - Throws: `PipelineError` at the place where the text stops being YAML.
  static func read(_ text: String, file: String) throws(PipelineError) -> YAMLNode? {
    do {
      guard let root = try Yams.compose(yaml: text) else { return nil }
      var budget = largestFile
      guard let node = YAMLNode(root, budget: &budget) else {
        throw PipelineError(.tooLarge(values: largestFile), file: file)
      }
      return node
    } catch let error as PipelineError {
      throw error
    } catch let error as YamlError {
      throw PipelineError(error, file: file)
    } catch {
      throw PipelineError(.notYAML(String(describing: error)), file: file)
    }
  }

  private init?(_ node: Node, budget: inout Int) {
    budget -= 1
    guard budget > 0 else { return nil }
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      self.init(.scalar(scalar.string, plain: plain), line: line, column: column)
    case .sequence(let sequence):
      var members: [YAMLNode] = []
      for member in sequence {
        guard let node = YAMLNode(member, budget: &budget) else { return nil }
        members.append(node)
      }
      self.init(.sequence(members), line: line, column: column)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard let key = YAMLNode(key, budget: &budget),
          let value = YAMLNode(value, budget: &budget)
        else { return nil }
        entries.append(Entry(key: key, value: value))
      }
      self.init(.mapping(entries), line: line, column: column)
    case .alias:
      self.init(.scalar("", plain: true), line: line, column: column)
    }
  }
}

extension PipelineError {
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
      self.init(.notYAML(words), file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        .repeatedKeys(keys), file: file, line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _):
      self.init(.notYAML(problem), file: file)
    default:
      self.init(.notYAML(String(describing: error)), file: file)
    }
  }
}
