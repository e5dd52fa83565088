import Rules
import Tabular

/// Makes the typed model from a tree whose shape was examined, and collects names that are wrong
/// or stand twice.
struct PipelineBuilding {
  /// The path of the file.
  let file: String
  /// The folder that the paths in it are relative to, with its final slash.
  let folder: String
  /// What is wrong, in the order it was met.
  var errors: [PipelineError] = []

  /// Nothing built yet.
  init(file: String, folder: String) {
    self.file = file
    self.folder = folder
  }

  /// The place of a node.
  func place(_ node: YAMLNode) -> FilePlace { FilePlace(of: node, in: file) }

  /// Notes an error at a node.
  mutating func report(_ reason: PipelineError.Reason, at node: YAMLNode) {
    errors.append(PipelineError(reason, at: place(node)))
  }

  /// The pipeline that `root` describes, with `vocabulary` of the files it refers to.
  mutating func pipeline(_ root: YAMLNode, vocabulary shared: Vocabulary) -> PipelineFile {
    checkNames(root)
    var vocabulary = shared
    add(root, to: &vocabulary)
    let name = root["pipeline"]?.text ?? ""
    return PipelineFile(
      path: file, name: name, title: root["title"]?.text ?? name, period: root["period"]?.text,
      description: root["description"]?.text, uses: uses(root["uses"]),
      resources: (root["resources"]?.entries ?? []).map { resource($0) },
      rules: (root["rules"]?.members ?? []).map { rule($0) },
      datasets: (root["datasets"]?.entries ?? []).map { dataset($0) },
      vocabulary: vocabulary, root: root)
  }

  private mutating func checkNames(_ root: YAMLNode) {
    if let node = root["pipeline"] { checkName(node, allowing: "-_") }
    for entry in root["resources"]?.entries ?? [] { checkName(entry.key, allowing: "_") }
    for entry in root["datasets"]?.entries ?? [] { checkName(entry.key, allowing: "-_") }
    var known: Set<String> = []
    for node in (root["rules"]?.members ?? []).compactMap({ $0["id"] }) {
      checkName(node, allowing: "-_")
      if let id = node.text, !known.insert(id).inserted {
        report(.repeatedName(.rule, id), at: node)
      }
    }
  }

  /// Notes a name that is not made of lower case letters, digits and the signs allowed.
  mutating func checkName(_ node: YAMLNode, allowing signs: String) {
    guard let name = node.text else { return }
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let good =
      name.first.map { letters.contains($0) } ?? false
      && name.allSatisfy { letters.contains($0) || "0123456789".contains($0) || signs.contains($0) }
    if !good { report(.badName(name), at: node) }
  }

  private mutating func uses(_ node: YAMLNode?) -> [PipelineFile.Use] {
    guard let node else { return [] }
    let named = node.entries.map { (Optional($0.key), $0.value) }
    var known: Set<String> = []
    var uses: [PipelineFile.Use] = []
    for (key, value) in named + node.members.map({ (nil, $0) }) {
      let parts = (value.text ?? "").split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
        report(.badUse(value.text ?? ""), at: value)
        continue
      }
      let name = key?.text ?? String(parts[1])
      if let key { checkName(key, allowing: "_") }
      if !known.insert(name).inserted { report(.repeatedName(.table, name), at: key ?? value) }
      uses.append(
        PipelineFile.Use(
          name: name, pipeline: String(parts[0]), table: String(parts[1]), place: place(value)))
    }
    return uses
  }

  private func rule(_ node: YAMLNode) -> RuleDefinition {
    RuleDefinition(
      id: node["id"]?.text ?? "", table: node["in"]?.text, text: node["rule"]?.text ?? "",
      title: node["title"]?.text,
      severity: node["severity"]?.text.flatMap(Severity.init(rawValue:)) ?? .error,
      when: node["when"]?.text, tolerance: node["tolerance"]?.text,
      nearMiss: node["near-miss"]?.text.flatMap(Severity.init(rawValue:)),
      missing: node["missing"]?.text.flatMap(RuleDefinition.MissingMode.init(rawValue:))
        ?? .nonNull,
      because: node["because"]?.text, source: node["source"]?.text)
  }

  private func dataset(_ entry: YAMLNode.Entry) -> PipelineFile.Dataset {
    let node = entry.value
    let metadata: [MetadataEntry] =
      if case .keys(let entries) = MetadataValue(node["metadata"]) { entries } else { [] }
    return PipelineFile.Dataset(
      name: entry.key.text ?? "", table: node["from"]?.text ?? "",
      select: node["select"]?.texts ?? [], condition: node["where"]?.text,
      withhold: node["withhold"]?.texts ?? [], title: node["title"]?.text,
      description: node["description"]?.text, metadata: metadata,
      drawing: ChartDrawing(node["chart"]), place: place(entry.key))
  }
}

extension MetadataValue {
  /// The value of a node as it was written.
  init(_ node: YAMLNode?) {
    switch node?.content {
    case nil: self = .empty
    case .scalar(let text, let plain):
      self = plain && ["", "~", "null"].contains(text) ? .empty : .text(text)
    case .sequence(let members): self = .list(members.map { MetadataValue($0) })
    case .mapping(let entries):
      self = .keys(
        entries.map { MetadataEntry(key: $0.key.text ?? "", value: MetadataValue($0.value)) })
    }
  }
}
