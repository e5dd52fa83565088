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
    var aliases: [String: String] = [:]
    if let path = node["path"] {
      if node["codes"] != nil { report(.onlyTogether(["codes", "path"]), at: node) }
      if let spellings = node["spellings"] {
        (codes, aliases) = spellingsOfFile(path, spellings, node)
      } else {
        codes = codesOfFile(path, node)
      }
    } else if let spellings = node["spellings"] {
      report(.missingKey("path", place: "list"), at: spellings)
    }
    for entry in node["aliases"]?.entries ?? [] {
      checkKnown(entry.key, .code, among: codes)
      for spelling in entry.value.texts { aliases[spelling] = entry.key.text ?? "" }
    }
    return CodeList(codes: codes, aliases: aliases)
  }

  private mutating func codesOfFile(_ path: YAMLNode, _ node: YAMLNode) -> [String] {
    let file = ListFile(path: path.text ?? "", folder: folder)
    do {
      return try file.codes(key: node["key"]?.text, where: conditions(node))
    } catch {
      report(error, of: path, node)
      return []
    }
  }

  /// The codes of a CSV with the spellings that stand beside them; a spelling of two codes is none.
  private mutating func spellingsOfFile(
    _ path: YAMLNode, _ spellings: YAMLNode, _ node: YAMLNode
  ) -> ([String], [String: String]) {
    let file = ListFile(path: path.text ?? "", folder: folder)
    guard !file.isYAML else {
      report(.onlyTogether(["spellings", file.path]), at: spellings)
      return ([], [:])
    }
    guard let key = node["key"]?.text else {
      report(.missingKey("key", place: "list"), at: spellings)
      return ([], [:])
    }
    do {
      let rows = try file.spellings(
        key: key, spellings: spellings.text ?? "", where: conditions(node))
      var codes: [String] = []
      var owners: [String: String] = [:]
      for (code, _) in rows where owners.updateValue(code, forKey: code) == nil {
        codes.append(code)
      }
      for (code, spelling) in rows where !spelling.isEmpty {
        let owner = owners.updateValue(code, forKey: spelling) ?? code
        if owner != code { report(.sharedSpelling(spelling, [owner, code]), at: spellings) }
      }
      return (codes, owners.filter { $0.key != $0.value })
    } catch {
      report(error, of: path, node)
      return ([], [:])
    }
  }

  private func conditions(_ node: YAMLNode) -> [ListFile.Condition] {
    (node["where"]?.entries ?? []).map { entry in
      ListFile.Condition(label: entry.key.text ?? "", texts: entry.value.texts)
    }
  }

  /// Reports what is wrong with a list in a file.
  private mutating func report(_ error: PipelineError, of path: YAMLNode, _ node: YAMLNode) {
    // The list file may be sound and only the key wrong: the place to mend is here.
    if case .missingColumn(let label, _, _, _) = error.reason {
      let named = ["key", "spellings"].compactMap { node[$0] }.first { $0.text == label }
      report(error.reason, at: named ?? node["where"] ?? path)
    } else {
      report(.reading(error.message), at: path)
    }
  }
}
