import Rules

extension PipelineBuilding {
  /// Adds the lists, bands and parameters of a file; names that are there already are errors.
  mutating func add(_ root: YAMLNode, to vocabulary: inout Vocabulary) {
    for entry in root["parameters"]?.entries ?? [] {
      guard let name = entry.key.text, let text = entry.value.text else { continue }
      checkName(entry.key, allowing: "_")
      if vocabulary.parameters[name] != nil {
        report(.repeatedName(.parameter, name), at: entry.key)
      }
      vocabulary.parameters[name] = parameter(text, entry.value)
    }
    for entry in root["lists"]?.entries ?? [] {
      guard let name = entry.key.text else { continue }
      checkName(entry.key, allowing: "_")
      if vocabulary.lists[name] != nil { report(.repeatedName(.list, name), at: entry.key) }
      vocabulary.lists[name] = codeList(entry.value)
    }
    for entry in root["bands"]?.entries ?? [] {
      guard let name = entry.key.text else { continue }
      checkName(entry.key, allowing: "_")
      if vocabulary.bands[name] != nil { report(.repeatedName(.bands, name), at: entry.key) }
      let ranges = (entry.value["ranges"]?.members ?? []).map { band($0) }
      vocabulary.bands[name] = Bands(ranges, source: entry.value["source"]?.text)
    }
  }

  /// A plain number is a number; quotes make a text of it.
  private func parameter(_ text: String, _ node: YAMLNode) -> RuleCatalog.Parameter {
    if case .scalar(_, plain: true) = node.content, let number = PlainNumber.value(of: text) {
      return .number(number)
    }
    return .text(text)
  }

  private mutating func band(_ node: YAMLNode) -> Bands.Band {
    func end(_ key: String) -> YAMLNode? { node[key] }
    if end("from") != nil, end("above") != nil {
      report(.onlyTogether(["from", "above"]), at: node)
    }
    if end("to") != nil, end("below") != nil { report(.onlyTogether(["to", "below"]), at: node) }
    let lower = (end("from") ?? end("above"))?.text.flatMap(PlainNumber.value(of:))
    let upper = (end("to") ?? end("below"))?.text.flatMap(PlainNumber.value(of:))
    return Bands.Band(
      category: node["category"]?.text ?? "", lower: lower, includesLower: end("above") == nil,
      upper: upper, includesUpper: end("below") == nil)
  }

  private mutating func codeList(_ node: YAMLNode) -> CodeList {
    if case .sequence = node.content { return CodeList(codes: node.texts) }
    var codes = node["codes"]?.texts ?? []
    if let path = node["path"] {
      if node["codes"] != nil { report(.onlyTogether(["codes", "path"]), at: node) }
      codes = codesOfFile(path, node)
    }
    var aliases: [String: String] = [:]
    for entry in node["aliases"]?.entries ?? [] {
      checkKnown(entry.key, .code, among: codes)
      for spelling in entry.value.texts { aliases[spelling] = entry.key.text ?? "" }
    }
    return CodeList(codes: codes, aliases: aliases)
  }

  private mutating func codesOfFile(_ path: YAMLNode, _ node: YAMLNode) -> [String] {
    guard let name = path.text else { return [] }
    let key = node["key"]
    let conditions = (node["where"]?.entries ?? []).map { entry in
      ListFile.Condition(label: entry.key.text ?? "", texts: entry.value.texts)
    }
    do {
      return try ListFile(path: name, folder: folder).codes(key: key?.text, where: conditions)
    } catch {
      // The list file may be sound and only the key wrong: the place to mend is here.
      if case .missingColumn = error.reason {
        report(error.reason, at: node["where"] ?? key ?? path)
      } else {
        report(.reading(error.message), at: path)
      }
      return []
    }
  }
}
