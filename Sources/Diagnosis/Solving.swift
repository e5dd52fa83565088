import Rules

/// What explains some failing relations: changes that belong together, and what may have been
/// changed instead.
struct Solved {
  /// The failing relations that it explains.
  var relations: [Int]
  /// The changes; several only where one breaks what another repairs.
  var repairs: [Repair]
  /// Other changes that explain the same.
  var alternatives: [[Repair]]
  /// True where some may be missing.
  var isBounded: Bool
}

/// From failing relations to what explains each of them.
struct Solving {
  let network: RelationNetwork
  let ranking: RepairRanking
  /// What was explained, and the relations that no change of one to four cells makes hold.
  private(set) var solved: [Solved] = []
  private(set) var unsolved: [Int] = []

  /// Explains those failing relations that are in `relations`.
  init(_ network: RelationNetwork, ranking: RepairRanking, relations: Set<Int>) {
    self.network = network
    self.ranking = ranking
    for component in network.components(of: relations) { solve(component) }
  }

  /// The most cells of which the best is looked for one by one.
  private static let greedyLimit = 20_000
  /// The most cells of a single relation of which two are tried together.
  private static let pairLimit = 200
  /// The most connected relations that are searched for sets of cells from the outset.
  private static let exactLimit = 12

  private mutating func solve(_ component: [Int]) {
    guard component.count > Self.exactLimit else {
      return solve(component, from: RepairSearch(network), isBounded: false)
    }
    let single = ComponentSearch(component, in: network, from: RepairSearch(network), depth: 1)
    guard single.solutions.isEmpty else {
      return take(single.solutions, component, isBounded: single.isBounded)
    }
    var search = RepairSearch(network)
    let rest = takeSignatures(component, &search)
    for part in network.components(of: Set(rest)) {
      solve(part, from: search, isBounded: part.count > Self.exactLimit)
    }
  }

  private mutating func solve(_ component: [Int], from search: RepairSearch, isBounded: Bool) {
    if component.count <= Self.exactLimit {
      let found = ComponentSearch(component, in: network, from: search)
      guard found.solutions.isEmpty else {
        return take(found.solutions, component, isBounded: isBounded || found.isBounded)
      }
    }
    solveGreedily(component, from: search)
  }

  /// Takes the cells that lack the same in several relations; the relations that are left.
  private mutating func takeSignatures(
    _ component: [Int], _ search: inout RepairSearch
  ) -> [Int] {
    var failing = Set(component)
    for cell in ResidualSignature(network).suspects(in: component, under: search) {
      guard search.change[cell] == nil,
        let repair = search.repairs(of: cell).first(where: {
          $0.broken.isEmpty && $0.resolved.count > 1
        })
      else { continue }
      let ties = [repair] + self.ties(to: repair, &search)
      search.apply(repair)
      failing.subtract(repair.resolved)
      let ranked = ranking.ranked(ties)
      solved.append(
        Solved(
          relations: repair.resolved, repairs: [ranked[0]],
          alternatives: ranked.dropFirst().map { [$0] }, isBounded: false))
    }
    takePairs(&failing, &search)
    return failing.sorted()
  }

  /// Takes pairs of cells that share a relation.
  private mutating func takePairs(_ failing: inout Set<Int>, _ search: inout RepairSearch) {
    for pair in ResidualSignature(network).pairs(in: failing.sorted(), under: search) {
      var tried = search
      var repairs: [Repair] = []
      for cell in [pair.first, pair.second] where tried.change[cell] == nil {
        let isFirst = repairs.isEmpty
        let repair = tried.repairs(of: cell).first {
          $0.broken.isEmpty && $0.resolved.contains(pair.shared) != isFirst
        }
        guard let repair else { break }
        tried.apply(repair)
        repairs.append(repair)
      }
      let resolved = repairs.flatMap(\.resolved)
      guard repairs.count == 2, resolved.count > 2, failing.isSuperset(of: resolved) else {
        continue
      }
      search = tried
      failing.subtract(resolved)
      for repair in repairs {
        solved.append(
          Solved(
            relations: repair.resolved, repairs: [ranking.ranked([repair])[0]], alternatives: [],
            isBounded: false))
      }
    }
  }

  /// Other cells whose change resolves the same relations and breaks none.
  private func ties(to repair: Repair, _ search: inout RepairSearch) -> [Repair] {
    let shared = network.system.relations[repair.resolved[0]].cells.filter { cell in
      cell != repair.cell
        && repair.resolved.allSatisfy { network.system.relations[$0].cells.hasSorted(cell) }
    }
    return shared.prefix(64).compactMap { cell in
      search.repairs(of: cell).first { $0.broken.isEmpty && $0.resolved == repair.resolved }
    }
  }

  /// Takes the cells first that explain the most, then each relation for itself.
  private mutating func solveGreedily(_ component: [Int], from start: RepairSearch) {
    var search = start
    var failing = Set(component)
    while let best = bestRepair(of: failing, &search) {
      search.apply(best[0])
      failing.subtract(best[0].resolved)
      let ranked = ranking.ranked(best)
      solved.append(
        Solved(
          relations: best[0].resolved, repairs: [ranked[0]],
          alternatives: ranked.dropFirst().map { [$0] }, isBounded: true))
    }
    for relation in failing.sorted() {
      let isLong = network.system.relations[relation].cells.count > Self.pairLimit
      let single = ComponentSearch(
        [relation], in: network, from: search, depth: isLong ? 1 : 2)
      if single.solutions.isEmpty {
        unsolved.append(relation)
      } else {
        take(single.solutions, [relation], isBounded: true)
      }
    }
  }

  /// The changes of a cell that resolve at least two relations and break none, the most first; all
  /// that do the same.
  private func bestRepair(of failing: Set<Int>, _ search: inout RepairSearch) -> [Repair]? {
    var counts: [Int: Int] = [:]
    for relation in failing {
      for cell in network.system.relations[relation].cells { counts[cell, default: 0] += 1 }
    }
    var best: [Repair] = []
    guard counts.count <= Self.greedyLimit else { return nil }
    let order = counts.keys.filter { (counts[$0] ?? 0) > 1 && search.change[$0] == nil }
      .sorted { (counts[$0] ?? 0, $1) > (counts[$1] ?? 0, $0) }
    for cell in order {
      if let first = best.first, counts[cell] ?? 0 < first.resolved.count { break }
      guard let repair = search.repairs(of: cell).first, repair.broken.isEmpty,
        repair.resolved.count > 1
      else { continue }
      if repair.resolved.count > best.first?.resolved.count ?? 0 {
        best = [repair]
      } else if repair.resolved == best.first?.resolved {
        best.append(repair)
      }
    }
    return best.isEmpty ? nil : best
  }

  /// Takes the best of some explanations of a component, split into what belongs together.
  private mutating func take(
    _ solutions: [[ComponentSearch.Choice]], _ component: [Int], isBounded: Bool
  ) {
    let ranked = solutions.map { $0.map { ranking.ranked($0.repairs) } }
      .sorted { Self.weight($0) > Self.weight($1) }
    guard let best = ranked.first else { return }
    var open = Set(component)
    for bundle in Self.bundles(best) {
      let repairs = bundle.map { best[$0][0] }
      let relations = Set(repairs.flatMap(\.resolved)).intersection(open)
      open.subtract(relations)
      var alternatives: [[Repair]] = []
      if bundle.count == 1 { alternatives = best[bundle[0]].dropFirst().map { [$0] } }
      for other in ranked.dropFirst() {
        for part in Self.bundles(other) {
          let repairs = part.map { other[$0][0] }
          guard !relations.isDisjoint(with: repairs.flatMap(\.resolved)) else { continue }
          let ties = part.count == 1 ? other[part[0]].map { [$0] } : [repairs]
          for tie in ties where !Self.has(tie, in: alternatives + [repairs]) || part.count == 1 {
            if !Self.has(tie, in: alternatives) && !Self.isSame(tie, bundle.map { best[$0][0] }) {
              alternatives.append(tie)
            }
          }
        }
      }
      solved.append(
        Solved(
          relations: relations.sorted(), repairs: repairs, alternatives: alternatives,
          isBounded: isBounded))
    }
  }

  private static func isSame(_ one: [Repair], _ other: [Repair]) -> Bool {
    one.map(\.cell) == other.map(\.cell) && zip(one, other).allSatisfy { $0.value == $1.value }
  }

  private static func has(_ repairs: [Repair], in list: [[Repair]]) -> Bool {
    list.contains { isSame($0, repairs) }
  }

  private static func weight(_ choices: [[Repair]]) -> Double {
    choices.reduce(0) { $0 + ($1.first?.weight ?? 0) }
  }

  /// The choices that belong together, as one breaks what another repairs.
  private static func bundles(_ choices: [[Repair]]) -> [[Int]] {
    var bundles: [[Int]] = []
    for number in choices.indices {
      let touched = Set(choices[number][0].broken)
      let resolved = Set(choices[number][0].resolved)
      if let known = bundles.firstIndex(where: { bundle in
        bundle.contains {
          !resolved.isDisjoint(with: choices[$0][0].broken)
            || !touched.isDisjoint(with: choices[$0][0].resolved)
        }
      }) {
        bundles[known].append(number)
      } else {
        bundles.append([number])
      }
    }
    return bundles
  }
}
