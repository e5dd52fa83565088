import Tabular

/// Compares a YAML tree with the shape it ought to have and collects everything that differs.
struct ShapeExamination {
  /// The path of the file.
  let file: String
  /// What differs, in the order of the file.
  private(set) var errors: [PipelineError] = []

  /// Nothing examined yet.
  init(file: String) { self.file = file }

  /// Examines `node` and everything in it.
  mutating func examine(_ node: YAMLNode, as shape: Shape) {
    switch shape {
    case .anything: examineKeys(of: node)
    case .nothing: require(node.isEmpty, node, [.nothing])
    case .text, .sentence: require(node.text != nil, node, [.text])
    case .number: examineScalar(node, as: .number) { Self.isNumber($0) }
    case .ordinal: examineScalar(node, as: .ordinal) { Int($0).map { $0 >= 1 } ?? false }
    case .truth: examineScalar(node, as: .truth) { ["true", "false"].contains($0) }
    case .word(let words): examineWord(node, among: words)
    case .list(let member): examineList(node, of: member)
    case .map(let value): examineMap(node, of: value)
    case .object(let table): examineObject(node, table)
    case .verb(let table): examineVerb(node, table)
    case .either(let shapes): examineEither(node, shapes)
    }
  }

  /// True for a number as pipeline files write it: digits with a point as the decimal mark.
  static func isNumber(_ text: String) -> Bool { PlainNumber.value(of: text) != nil }

  private mutating func report(_ reason: PipelineError.Reason, at node: YAMLNode) {
    errors.append(PipelineError(reason, at: FilePlace(of: node, in: file)))
  }

  private mutating func require(
    _ holds: Bool, _ node: YAMLNode, _ expected: [PipelineError.Outline]
  ) {
    if !holds { report(.wrongShape(found: node.outline, expected: expected), at: node) }
  }

  private mutating func examineScalar(
    _ node: YAMLNode, as expected: PipelineError.Outline, _ fits: (String) -> Bool
  ) {
    guard let text = node.text else { return require(false, node, [expected]) }
    if !fits(text) { report(.wrongText(text, expected: expected), at: node) }
  }

  private mutating func examineWord(_ node: YAMLNode, among words: [String]) {
    guard let text = node.text else { return require(false, node, [.text]) }
    guard !words.contains(text) else { return }
    let nearest = NearestWords.to(text, among: words)
    report(.unknownWord(text, nearest: nearest, known: words), at: node)
  }

  private mutating func examineList(_ node: YAMLNode, of member: Shape) {
    guard case .sequence(let members) = node.content else { return require(false, node, [.list]) }
    for node in members { examine(node, as: member) }
  }

  private mutating func examineMap(_ node: YAMLNode, of value: Shape) {
    guard case .mapping(let entries) = node.content else { return require(false, node, [.keys]) }
    for entry in entries {
      require(entry.key.text != nil, entry.key, [.text])
      examine(entry.value, as: value)
    }
  }

  private mutating func examineObject(_ node: YAMLNode, _ table: KeyTable) {
    guard case .mapping(let entries) = node.content else { return require(false, node, [.keys]) }
    for entry in entries { examineEntry(entry, of: table) }
    for key in table.keys where key.need == .required {
      if !entries.contains(where: { $0.key.text == key.name }) {
        report(.missingKey(key.name, place: table.place), at: node)
      }
    }
  }

  private mutating func examineEntry(_ entry: YAMLNode.Entry, of table: KeyTable) {
    guard let name = entry.key.text else { return require(false, entry.key, [.text]) }
    guard let key = table[name] else {
      let known = table.keys.map(\.name)
      let nearest = NearestWords.to(name, among: known)
      return report(
        .unknownKey(name, place: table.place, nearest: nearest, known: known), at: entry.key)
    }
    if entry.value.isEmpty, case .optional = key.need { return }
    examine(entry.value, as: key.shape)
  }

  private mutating func examineVerb(_ node: YAMLNode, _ table: KeyTable) {
    guard case .mapping(let entries) = node.content, entries.count == 1 else {
      return require(false, node, [.oneKey])
    }
    for entry in entries { examineEntry(entry, of: table) }
  }

  private mutating func examineEither(_ node: YAMLNode, _ shapes: [Shape]) {
    if let shape = shapes.first(where: { $0.outline == node.outline }) {
      examine(node, as: shape)
    } else {
      require(false, node, shapes.map(\.outline))
    }
  }

  private mutating func examineKeys(of node: YAMLNode) {
    for member in node.members { examineKeys(of: member) }
    for entry in node.entries {
      require(entry.key.text != nil, entry.key, [.text])
      examineKeys(of: entry.value)
    }
  }
}

extension YAMLNode {
  /// The form of the value.
  var outline: PipelineError.Outline {
    switch content {
    case .scalar: isEmpty ? .nothing : .text
    case .sequence: .list
    case .mapping: .keys
    }
  }
}

extension Shape {
  /// The form of the values that fit.
  var outline: PipelineError.Outline {
    switch self {
    case .text, .sentence, .number, .ordinal, .truth, .word, .anything: .text
    case .list: .list
    case .map, .object, .verb: .keys
    case .nothing: .nothing
    case .either(let shapes): shapes.first?.outline ?? .nothing
    }
  }
}
