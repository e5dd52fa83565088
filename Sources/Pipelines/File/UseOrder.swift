/// The order in which things that wait for each other can be done.
enum UseOrder {
  /// The pipelines that wait for themselves, each with the way around.
  static func cycles(among files: [PipelineFile]) -> [String: [String]] {
    let needs = Dictionary(files.map { ($0.name, $0.uses.map(\.pipeline)) }) { first, _ in first }
    var cycles: [String: [String]] = [:]
    for file in files {
      if let way = way(from: file.name, to: file.name, needs) { cycles[file.name] = way }
    }
    return cycles
  }

  /// The pipelines in an order in which each stands behind those it uses; otherwise as given.
  static func sorted(_ files: [PipelineFile]) -> [PipelineFile] {
    let needs = Dictionary(files.map { ($0.name, $0.uses.map(\.pipeline)) }) { first, _ in first }
    let order = sorted(files.map(\.name), needs)
    return order.compactMap { name in files.first { $0.name == name } }
  }

  /// The pipelines in levels: each uses only those of the levels before it.
  static func levels(_ files: [PipelineFile]) -> [[PipelineFile]] {
    var levels: [[PipelineFile]] = []
    var depths: [String: Int] = [:]
    for file in sorted(files) {
      let depth = file.uses.compactMap { depths[$0.pipeline] }.max().map { $0 + 1 } ?? 0
      depths[file.name] = depth
      if depth == levels.count { levels.append([]) }
      levels[depth].append(file)
    }
    return levels
  }

  /// The resources of a pipeline in an order in which each stands behind those it joins.
  static func resources(of file: PipelineFile) -> [String] {
    let needs = Dictionary(file.resources.map { ($0.name, $0.joined) }) { first, _ in first }
    return sorted(file.resources.map(\.name), needs)
  }

  /// Names in an order in which each stands behind those it needs; otherwise as given.
  ///
  /// Needs that are not among the names, and those that close a circle, are passed over.
  static func sorted(_ names: [String], _ needs: [String: [String]]) -> [String] {
    var done: [String] = []
    var begun: Set<String> = []
    func visit(_ name: String) {
      guard names.contains(name), begun.insert(name).inserted else { return }
      for need in needs[name] ?? [] { visit(need) }
      done.append(name)
    }
    for name in names { visit(name) }
    return done
  }

  /// A shortest way along needs from one name to another, both included, or nil.
  static func way(from start: String, to end: String, _ needs: [String: [String]]) -> [String]? {
    var ways = [[start]]
    var seen: Set<String> = []
    while !ways.isEmpty {
      let way = ways.removeFirst()
      for need in needs[way[way.count - 1]] ?? [] {
        if need == end { return way + [need] }
        if seen.insert(need).inserted { ways.append(way + [need]) }
      }
    }
    return nil
  }
}

extension Resource {
  /// The tables that its steps join.
  var joined: [String] {
    steps.compactMap { if case .join(let table, _, _, _) = $0.action { table } else { nil } }
  }
}
