import Numerals

/// The smallest sets of values whose removal leaves a series that never falls, or never rises.
///
/// Every value is a range. A series of ranges can rise throughout exactly where the lower end of
/// none lies above the upper end of a later one, so what has to be known of those kept so far is
/// the highest of their lower ends. The search goes over values and highest ends, n² steps for n
/// values and as many 32-bit numbers; it is not done for more than `limit` values.
struct MonotoneSearch {
  /// The most values of a series that is searched.
  static let limit = 2_000

  struct Item {
    var interval: Interval
    /// True where the value stands in no cell of its own, so that it is given up sooner.
    var isImplied: Bool
  }

  enum Direction: CaseIterable {
    case rising, falling

    /// True where one value may stand before another.
    func allows(_ earlier: Interval, before later: Interval) -> Bool {
      switch self {
      case .rising: earlier.lower <= later.upper
      case .falling: later.lower <= earlier.upper
      }
    }
  }

  /// Which values have to go.
  struct Result: Equatable {
    /// How many.
    var removals: Int
    /// Those that every smallest set has.
    var certain: [Int]
    /// Those that some of the smallest sets have, but not all.
    var tied: [Int]
    /// A direction in which the first of `tied`, or else all of `certain`, have to go.
    var direction: Direction
    /// What one of the smallest sets leaves: one with the first of `tied`.
    var kept: [Int]
  }

  let items: [Item]

  init(_ items: [Item]) { self.items = items }

  /// True where values can be chosen that never fall, or that never rise.
  var holds: Bool { Direction.allCases.contains(where: holds) }

  private func holds(_ direction: Direction) -> Bool {
    var highest: Rational?
    for item in direction == .rising ? items : items.reversed() {
      if let highest, highest > item.interval.upper { return false }
      highest = max(highest ?? item.interval.lower, item.interval.lower)
    }
    return true
  }

  /// What has to go; nil where nothing has to.
  ///
  /// Of the sets with the fewest values those count that have the fewest which are not implied.
  func result() -> Result? {
    guard !holds else { return nil }
    let solutions = Direction.allCases.map { MonotoneSolution(items, $0) }
    guard let least = solutions.map(\.cost).min() else { return nil }
    let best = solutions.filter { $0.cost == least }
    var (certain, tied): ([Int], [Int]) = ([], [])
    for index in items.indices where best.contains(where: { $0.removable[index] }) {
      if best.contains(where: { $0.keepable[index] }) {
        tied.append(index)
      } else {
        certain.append(index)
      }
    }
    let first = tied.first
    let chosen = best.first { solution in first.map { solution.removable[$0] } ?? true }
    guard let chosen else { return nil }
    return Result(
      removals: Int(least) / Int(MonotoneSolution.removal), certain: certain, tied: tied,
      direction: chosen.direction, kept: chosen.kept(without: first))
  }
}

/// The search in one direction; falling is rising seen from the end.
struct MonotoneSolution {
  /// What it costs to remove a value; one more where the value is not implied.
  static let removal: Int32 = 4_096
  private static let never = Int32.max / 2

  let direction: MonotoneSearch.Direction
  /// What the smallest sets cost.
  private(set) var cost: Int32 = 0
  /// By value: whether some smallest set has it.
  private(set) var removable: [Bool]
  /// By value: whether some smallest set leaves it.
  private(set) var keepable: [Bool]

  private let count: Int
  /// In the order of search, which is backwards for falling series.
  private let weights: [Int32]
  /// The rank of each lower end, from 1, which is the state that keeping the value leads to.
  private let ranks: [Int]
  /// The highest state in which a value can be kept.
  private let limits: [Int]
  /// How many states there are.
  private let width: Int

  init(_ items: [MonotoneSearch.Item], _ direction: MonotoneSearch.Direction) {
    self.direction = direction
    let ordered = direction == .rising ? items : items.reversed()
    let ends = Self.distinct(ordered.map(\.interval.lower).sorted())
    count = ordered.count
    width = ends.count + 1
    weights = ordered.map { Self.removal + ($0.isImplied ? 0 : 1) }
    ranks = ordered.map { Self.count(of: ends, upTo: $0.interval.lower) }
    limits = ordered.map { Self.count(of: ends, upTo: $0.interval.upper) }
    removable = [Bool](repeating: false, count: ordered.count)
    keepable = removable
    let ahead = costsAhead(without: nil)
    cost = ahead[0]
    mark(ahead)
  }

  private static func distinct(_ sorted: [Rational]) -> [Rational] {
    var result: [Rational] = []
    for value in sorted where result.last.map({ $0 != value }) ?? true { result.append(value) }
    return result
  }

  /// How many of `ends` are at most `value`.
  private static func count(of ends: [Rational], upTo value: Rational) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the values from each place on cost at least, by place and state.
  private func costsAhead(without banned: Int?) -> [Int32] {
    var costs = [Int32](repeating: 0, count: (count + 1) * width)
    for place in (0..<count).reversed() {
      for state in 0..<width {
        var cost = costs[(place + 1) * width + state] + weights[place]
        if state <= limits[place], place != banned {
          cost = min(cost, costs[(place + 1) * width + max(state, ranks[place])])
        }
        costs[place * width + state] = cost
      }
    }
    return costs
  }

  /// Tells of every value whether the cheapest ways remove it, keep it, or both.
  private mutating func mark(_ ahead: [Int32]) {
    var behind = [Int32](repeating: Self.never, count: width)
    behind[0] = 0
    for place in 0..<count {
      var next = [Int32](repeating: Self.never, count: width)
      for state in 0..<width where behind[state] < Self.never {
        let removed = behind[state] + weights[place]
        next[state] = min(next[state], removed)
        if removed + ahead[(place + 1) * width + state] == cost { removable[index(place)] = true }
        guard state <= limits[place] else { continue }
        let reached = max(state, ranks[place])
        next[reached] = min(next[reached], behind[state])
        if behind[state] + ahead[(place + 1) * width + reached] == cost {
          keepable[index(place)] = true
        }
      }
      behind = next
    }
  }

  private func index(_ place: Int) -> Int { direction == .rising ? place : count - 1 - place }

  /// What one of the smallest sets leaves, where it has `wanted`.
  func kept(without wanted: Int?) -> [Int] {
    let ahead = costsAhead(without: wanted.map(index))
    var kept: [Int] = []
    var state = 0
    for place in 0..<count where state <= limits[place] && place != wanted.map(index) {
      let reached = max(state, ranks[place])
      guard ahead[(place + 1) * width + reached] == ahead[place * width + state] else { continue }
      kept.append(index(place))
      state = reached
    }
    return kept.sorted()
  }
}
