/// A value in a YAML file and the place where it begins.
public struct YAMLNode: Sendable, Hashable {
  /// What a value is made of.
  public enum Content: Sendable, Hashable {
    /// A single word or text; `plain` is true where no quotes or block marks stand around it.
    case scalar(String, plain: Bool)
    /// Values in order.
    case sequence([YAMLNode])
    /// Keys with their values, in order.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: YAMLNode
    /// The value.
    public var value: YAMLNode

    /// Makes an entry.
    public init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// What the value is made of.
  public var content: Content
  /// The line on which the value begins, from 1.
  public var line: Int
  /// The column in characters at which the value begins, from 1.
  public var column: Int
  /// The path of the file that the value stands in, where that is not the file it is told of:
  /// what a settings file replaces.
  var file: String?

  /// Makes a node.
  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text of a scalar that says something; nil for nothing, `~` and collections.
  public var text: String? {
    guard case .scalar(let text, let plain) = content else { return nil }
    return plain && ["", "~", "null"].contains(text) ? nil : text
  }

  /// True for a key without a value, and for `~`.
  public var isEmpty: Bool {
    if case .scalar = content { text == nil } else { false }
  }

  /// The members of a sequence; empty for everything else.
  public var members: [YAMLNode] {
    if case .sequence(let members) = content { members } else { [] }
  }

  /// The entries of a mapping; empty for everything else.
  public var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The value of `key` in a mapping; nil where it is absent or empty.
  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The node with other values under the keys of its mapping; what is no mapping is unchanged.
  func replacingValues(_ replacement: (String, YAMLNode) -> YAMLNode) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    var node = self
    node.content = .mapping(
      entries.map { entry in
        guard let key = entry.key.text else { return entry }
        return Entry(key: entry.key, value: replacement(key, entry.value))
      })
    return node
  }

  /// The texts of a sequence of scalars, or of a single scalar.
  public var texts: [String] {
    if let text { return [text] }
    return members.compactMap(\.text)
  }
}
