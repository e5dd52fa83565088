import Rules

/// Finds the smallest sets of cells whose change makes all of some connected relations hold and
/// breaks none that held: all of them, by iterative deepening, exact within a bound on the work.
///
/// Method: Fellegi and Holt 1976, with the values solved from the relations instead of imputed.
struct ComponentSearch {
  /// Changes of which each does the same: they resolve the same relations and break the same.
  struct Choice {
    var repairs: [Repair]
    var resolved: [Int] { repairs[0].resolved }
    var broken: [Int] { repairs[0].broken }
  }

  /// The most cells of one explanation.
  static let depthLimit = 4
  /// The most relations that are solved for one component.
  static let workLimit = 60_000
  /// The most explanations that are kept.
  static let solutionLimit = 48
  /// The most cells of a relation that are each tried where the explanation needs several.
  static let cellLimit = 2_000

  let network: RelationNetwork
  /// The explanations of the least number of cells; each is a list of choices.
  private(set) var solutions: [[Choice]] = []
  /// True where the bound on the work was reached, so that some may be missing.
  private(set) var isBounded = false
  private var work = 0
  /// The cells of the explanations, which may be met in any order.
  private var known: Set<Set<Int>> = []

  /// Searches for what explains `relations`, which fail and are connected, with at most `depth`
  /// changes.
  init(
    _ relations: [Int], in network: RelationNetwork, from search: RepairSearch,
    depth limit: Int = Self.depthLimit
  ) {
    self.network = network
    for depth in 1...limit where solutions.isEmpty && !isBounded {
      look(for: relations, depth: depth, search, [])
    }
  }

  private mutating func look(
    for failing: [Int], depth: Int, _ search: RepairSearch, _ chosen: [Choice]
  ) {
    guard !failing.isEmpty else {
      if known.insert(Set(chosen.map { $0.repairs[0].cell })).inserted { solutions.append(chosen) }
      return
    }
    guard depth > 0, !isBounded, solutions.count < Self.solutionLimit else { return }
    var search = search
    for choice in choices(for: failing, depth: depth, &search) {
      var next = search
      next.apply(choice.repairs[0])
      let resolved = Set(choice.resolved)
      let remaining = failing.filter { !resolved.contains($0) } + choice.broken
      look(for: remaining, depth: depth - 1, next, chosen + [choice])
    }
  }

  /// The changes that resolve the failing relation with the fewest cells, grouped by what they do.
  private mutating func choices(
    for failing: [Int], depth: Int, _ search: inout RepairSearch
  ) -> [Choice] {
    let relations = network.system.relations
    guard
      let target = failing.min(by: { relations[$0].cells.count < relations[$1].cells.count })
    else { return [] }
    var choices: [Choice] = []
    var positions: [[Int]: Int] = [:]
    for cell in cells(of: target, failing, depth: depth) where search.change[cell] == nil {
      let before = search.work
      let repairs = search.repairs(of: cell)
      work += search.work - before
      guard work <= Self.workLimit else {
        isBounded = true
        return []
      }
      // Two cells of one relation may make it hold together, each for what it does elsewhere.
      for repair in repairs where repair.resolved.contains(target) || depth > 1 {
        guard isUseful(repair, failing, depth: depth) else { continue }
        let key =
          repair.resolved + [-1] + repair.broken + (repair.broken.isEmpty ? [] : [-cell - 2])
        if let known = positions[key] {
          choices[known].repairs.append(repair)
        } else {
          positions[key] = choices.count
          choices.append(Choice(repairs: [repair]))
        }
      }
    }
    return choices.sorted {
      $0.resolved.count - 2 * $0.broken.count > $1.resolved.count - 2 * $1.broken.count
    }
  }

  /// True where the rest can be repaired with the changes that are left.
  private func isUseful(_ repair: Repair, _ failing: [Int], depth: Int) -> Bool {
    guard depth > 1 else {
      return repair.broken.isEmpty && repair.resolved.count >= failing.count
    }
    return repair.broken.count < depth
  }

  /// The cells to be tried: for the last change those that all failing relations share.
  private func cells(of target: Int, _ failing: [Int], depth: Int) -> [Int] {
    let own = network.system.relations[target].cells
    if depth == 1 {
      return own.filter { cell in
        failing.allSatisfy { network.system.relations[$0].cells.hasSorted(cell) }
      }
    }
    guard own.count > Self.cellLimit else { return own }
    return own.filter { cell in
      cell == network.system.relations[target].stated
        || failing.contains {
          $0 != target && network.system.relations[$0].cells.hasSorted(cell)
        }
    }
  }
}

extension [Int] {
  /// True where a rising list holds a number.
  func hasSorted(_ number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
