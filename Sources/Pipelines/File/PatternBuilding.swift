extension PipelineBuilding {
  /// The groups of the patterns of an `extract`: the columns that it makes.
  mutating func groups(of node: YAMLNode) -> [String] {
    guard let patterns = checkPatterns(node) else { return [] }
    for name in patterns.groups {
      let pattern = Self.nodes(node).first { $0.text?.contains("<\(name)>") == true }
      checkName(YAMLNode(.scalar(name, plain: false), at: pattern ?? node), allowing: "_")
    }
    if patterns.groups.isEmpty {
      report(.badPattern(node.texts.first ?? "", .noGroup), at: Self.nodes(node).first ?? node)
    }
    return patterns.groups
  }

  /// The patterns at a node; notes the first that can't be used.
  @discardableResult mutating func checkPatterns(_ node: YAMLNode) -> TextPatterns? {
    let nodes = Self.nodes(node)
    do throws(TextPatterns.Problem) {
      return try TextPatterns(nodes.map { $0.text ?? "" })
    } catch {
      let pattern = nodes[error.position]
      report(.badPattern(pattern.text ?? "", error.fault), at: pattern)
      return nil
    }
  }

  private static func nodes(_ node: YAMLNode) -> [YAMLNode] {
    node.text == nil ? node.members : [node]
  }
}

extension YAMLNode {
  /// A node at the place of another.
  fileprivate init(_ content: Content, at place: YAMLNode) {
    self.init(content, line: place.line, column: place.column)
  }
}
