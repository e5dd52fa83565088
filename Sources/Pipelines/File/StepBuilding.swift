extension PipelineBuilding {
  /// The steps that one member of `steps` describes; `rename`, `split` and their like name several
  /// columns and make a step of each.
  mutating func steps(_ node: YAMLNode) -> [Step] {
    guard let entry = node.entries.first, let verb = entry.key.text else { return [] }
    let (value, place) = (entry.value, place(entry.key))
    func step(_ action: Step.Action) -> Step {
      Step(action: action, place: place, node: value.text == nil ? entry.key : value)
    }
    switch verb {
    case "select": return [step(.select(value.texts))]
    case "rename": return [step(.rename(renamings(value)))]
    case "fill-down": return [step(.fillDown(value.texts))]
    case "unpivot":
      let (keys, into) = (value["keys"]?.texts ?? [], value["into"]?.texts ?? [])
      return [step(.unpivot(keys: keys, into: into, value: value["value"]?.text ?? "nilai"))]
    case "pivot": return pivot(value, at: entry.key).map { [step($0)] } ?? []
    case "split":
      return value.entries.map { entry in
        let (at, into) = (entry.value["at"]?.text ?? "", entry.value["into"]?.texts ?? [])
        return step(.split(column: entry.key.text ?? "", at: at, into: into))
      }
    case "normalise":
      return value.entries.map { entry in
        step(.normalise(column: entry.key.text ?? "", normalisation(entry.value)))
      }
    case "extract":
      return value.entries.map { entry in
        let column = entry.key.text ?? ""
        let groups = groups(of: entry.value)
        return step(.extract(column: column, patterns: entry.value.texts, into: groups))
      }
    case "keep", "drop":
      return value.entries.map { entry in
        checkPatterns(entry.value)
        let (column, patterns) = (entry.key.text ?? "", entry.value.texts)
        return step(
          verb == "keep"
            ? .keep(column: column, patterns: patterns) : .drop(column: column, patterns: patterns))
      }
    case "filter": return [step(.filter(value.text ?? ""))]
    case "derive":
      return value.entries.map { entry in
        let (name, expression) = (entry.key.text ?? "", entry.value.text ?? "")
        let (place, node) = (self.place(entry.value), entry.value)
        return Step(
          action: .derive(field: name, expression: expression), place: place, node: node)
      }
    case "join":
      let (on, take) = (names(value["on"]), names(value["take"]))
      let names = value["names"]?.text.flatMap(Step.Naming.init(rawValue:)) ?? .exact
      return [step(.join(with: value["with"]?.text ?? "", on: on, take: take, names: names))]
    default: return []
    }
  }

  private func renamings(_ node: YAMLNode) -> [Step.Renaming] {
    node.entries.map { Step.Renaming(old: $0.key.text ?? "", new: $0.value.text ?? "") }
  }

  /// Names that are the same on both sides, or `here: there`.
  private func names(_ node: YAMLNode?) -> [Step.Renaming] {
    guard let node else { return [] }
    return node.texts.map { Step.Renaming(old: $0, new: $0) }
      + node.entries.map { Step.Renaming(old: $0.value.text ?? "", new: $0.key.text ?? "") }
  }

  private mutating func pivot(_ node: YAMLNode, at key: YAMLNode) -> Step.Action? {
    let value = node["value"]?.text
    let columns = node.entries.filter {
      if case .mapping = $0.value.content { true } else { false }
    }
    guard columns.count == 1, columns.count + (value == nil ? 0 : 1) == node.entries.count else {
      report(.wrongShape(found: .keys, expected: [.oneKey]), at: node)
      return nil
    }
    let names = columns[0].value.entries.map {
      Step.PivotName(text: $0.key.text ?? "", column: $0.value.text)
    }
    return .pivot(column: columns[0].key.text ?? "", names: names, value: value ?? "nilai")
  }

  private func normalisation(_ node: YAMLNode) -> Normalisation {
    var normalisation = Normalisation()
    normalisation.trims = node["trim"]?.text == "true"
    normalisation.blanks = node["blanks"]?.text.flatMap(Normalisation.Blanks.init(rawValue:))
    normalisation.letterCase = node["case"]?.text.flatMap(Normalisation.Case.init(rawValue:))
    normalisation.dropPrefixes = node["drop-prefix"]?.texts ?? []
    normalisation.dropSuffixes = node["drop-suffix"]?.texts ?? []
    for entry in node["replace"]?.entries ?? [] {
      normalisation.replacements[entry.key.text ?? ""] = entry.value.text ?? ""
    }
    normalisation.aliases = node["aliases"]?.text
    return normalisation
  }
}
