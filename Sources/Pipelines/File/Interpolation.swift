/// Replaces parameters in the texts of a file, guided by what may stand where: sentences of the
/// rule language know parameters by name and may not have them replaced.
struct Interpolation {
  /// The path of the file.
  let file: String
  /// The parameters.
  var scope: ParameterScope
  /// What is wrong, in the order it was met.
  private(set) var errors: [PipelineError] = []
  /// The places of the texts that were left as they are because something is wrong with them.
  private(set) var untouched: Set<FilePlace> = []

  /// Nothing replaced yet.
  init(file: String, scope: ParameterScope) {
    self.file = file
    self.scope = scope
  }

  /// A whole file with the keys of `table`; its parameters are those of the scope.
  mutating func root(_ root: YAMLNode, as table: KeyTable) -> YAMLNode {
    root.replacingValues { key, value in
      guard key == "parameters" else {
        return node(value, as: table[key]?.shape ?? .anything)
      }
      return value.replacingValues { name, value in scope.values[name] ?? value }
    }
  }

  /// A node and everything in it.
  mutating func node(_ node: YAMLNode, as shape: Shape) -> YAMLNode {
    switch (shape, node.content) {
    case (.either(let shapes), _):
      return self.node(node, as: shapes.first { $0.outline == node.outline } ?? .anything)
    case (.sentence, .scalar(let text, _)):
      if Placeholders.stand(in: text) {
        let offset = text.prefix(upTo: text.firstRange(of: "${")?.lowerBound ?? text.startIndex)
        report(.parameterInSentence, at: node.place(of: offset.count, in: file), in: node)
      }
      return node
    case (_, .scalar): return scalar(node)
    case (_, .sequence(let members)):
      let member: Shape = if case .list(let shape) = shape { shape } else { .anything }
      var list = node
      list.content = .sequence(members.map { self.node($0, as: member) })
      return list
    case (.object(let table), .mapping), (.verb(let table), .mapping):
      return node.replacingValues { key, value in
        self.node(value, as: table[key]?.shape ?? .anything)
      }
    case (_, .mapping(let entries)):
      let value: Shape = if case .map(let shape) = shape { shape } else { .anything }
      return map(node, entries, of: value)
    }
  }

  /// Keys of one's own are texts too; two of them may not become the same.
  private mutating func map(
    _ node: YAMLNode, _ entries: [YAMLNode.Entry], of value: Shape
  ) -> YAMLNode {
    var known: Set<String> = []
    var map = node
    map.content = .mapping(
      entries.map { entry in
        let key = scalar(entry.key)
        if let text = key.text, !known.insert(text).inserted {
          report(.repeatedKeys([text]), at: FilePlace(of: key, in: file), in: key)
        }
        return YAMLNode.Entry(key: key, value: self.node(entry.value, as: value))
      })
    return map
  }

  /// A text that had parameters in it is a text whatever they are, not nothing.
  private mutating func scalar(_ node: YAMLNode) -> YAMLNode {
    guard case .scalar(let text, _) = node.content, Placeholders.stand(in: text) else {
      return node
    }
    let told = scope.errors.count
    var replaced = scope.replaced(node, in: file)
    errors += scope.errors.dropFirst(told)
    if scope.errors.count > told { untouched.insert(FilePlace(of: node, in: file)) }
    if case .scalar(let text, _) = replaced.content {
      replaced.content = .scalar(text, plain: false)
    }
    return replaced
  }

  private mutating func report(
    _ reason: PipelineError.Reason, at place: FilePlace, in node: YAMLNode
  ) {
    errors.append(PipelineError(reason, at: place))
    untouched.insert(FilePlace(of: node, in: file))
  }
}
