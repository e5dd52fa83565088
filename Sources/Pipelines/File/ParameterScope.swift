import Tabular

/// The parameters that texts of one pipeline may name, with the parameters in their own texts
/// replaced.
struct ParameterScope {
  /// More bytes than this never come out of the parameters of one pipeline: a few short ones that
  /// name each other could grow without end.
  static let largestGrowth = 4_000_000

  /// The parameters by name; those that could not be settled hold what was written.
  private(set) var values: [String: YAMLNode] = [:]
  /// What is wrong with the parameters, and with texts that name them, in the order it was met.
  private(set) var errors: [PipelineError] = []

  private var written: [String: (node: YAMLNode, file: String)] = [:]
  private var growth = 0

  /// The parameters of several files, given with their paths; of two with one name the first counts.
  init(of trees: [(root: YAMLNode, file: String)]) {
    var names: [String] = []
    for (root, file) in trees {
      for entry in root["parameters"]?.entries ?? [] {
        guard let name = entry.key.text, written[name] == nil else { continue }
        written[name] = (entry.value, file)
        names.append(name)
      }
    }
    for name in names { settle(name) }
  }

  /// Settles a parameter behind those that its text names; a way that comes back to itself is an
  /// error.
  private mutating func settle(_ name: String) {
    var way = [name]
    var begun: Set<String> = [name]
    while let name = way.last {
      guard values[name] == nil, let (node, file) = written[name] else {
        begun.remove(way.removeLast())
        continue
      }
      let needs = Placeholders(node.text ?? "").names
      guard let need = needs.first(where: { values[$0] == nil && written[$0] != nil }) else {
        values[name] = replaced(node, in: file)
        continue
      }
      if begun.insert(need).inserted {
        way.append(need)
      } else {
        let circle = way[(way.firstIndex(of: need) ?? 0)...] + [need]
        errors.append(PipelineError(.cycle(Array(circle)), at: FilePlace(of: node, in: file)))
        values[need] = written[need]?.node
      }
    }
  }

  /// What a node of `file` is with the parameters in its text replaced; unchanged where something
  /// is wrong with them.
  ///
  /// What is nothing but one parameter is plain, and so perhaps a number, as that parameter is.
  mutating func replaced(_ node: YAMLNode, in file: String) -> YAMLNode {
    guard case .scalar(let text, var plain) = node.content, Placeholders.stand(in: text) else {
      return node
    }
    let pieces = Placeholders(text).pieces
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .open(let offset):
        errors.append(PipelineError(.openParameter, at: node.place(of: offset, in: file)))
        return node
      case .parameter(let name, let offset):
        guard let value = values[name] else {
          errors.append(PipelineError(unknown(name), at: node.place(of: offset, in: file)))
          return node
        }
        // What is no text is told by its shape.
        guard case .scalar(let inserted, let isPlain) = value.content else { return node }
        if pieces.count == 1 { plain = plain && isPlain }
        guard grow(by: inserted.utf8.count, at: FilePlace(of: node, in: file)) else { return node }
        result += inserted
      }
    }
    var replaced = node
    replaced.content = .scalar(result, plain: plain)
    return replaced
  }

  private mutating func grow(by count: Int, at place: FilePlace) -> Bool {
    let isFirst = growth <= Self.largestGrowth
    growth += count
    guard growth > Self.largestGrowth else { return true }
    if isFirst { errors.append(PipelineError(.longTexts(limit: Self.largestGrowth), at: place)) }
    return false
  }

  private func unknown(_ name: String) -> PipelineError.Reason {
    let known = written.keys.sorted()
    return .unknownName(
      .parameter, name, nearest: NearestWords.to(name, among: known), known: known)
  }
}
