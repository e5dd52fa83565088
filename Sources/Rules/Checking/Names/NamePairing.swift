import Tabular

/// Pairs the names of two lists: first those that are the same, then those that differ by a slip,
/// last different names for the same thing.
struct NamePairing {
  /// The positions of two names in their lists.
  typealias Pair = (left: Int, right: Int)

  /// Names that are the same but for case and blanks.
  private(set) var same: [Pair] = []
  /// Names that are nearly the same, each in one pair.
  private(set) var near: [Pair] = []
  /// Names that are nearly the same as one that is paired otherwise, or that another is as near to.
  private(set) var nearTaken: [Pair] = []
  /// Different names for the same thing; several may stand for one.
  private(set) var alike: [Pair] = []
  /// Names that only the left list has.
  private(set) var leftOnly: [Int] = []
  /// Names that only the right list has.
  private(set) var rightOnly: [Int] = []

  /// All pairs.
  var all: [Pair] { same + near + nearTaken + alike }

  /// The pairs of two spellings, with how much they matter and what tells them apart.
  func spellings(
    _ grades: NameGrades
  ) -> [(pair: Pair, severity: Severity, difference: SpellingDifference)] {
    near.map { ($0, grades.near, .slip) } + nearTaken.map { ($0, grades.nearTaken, .slip) }
      + alike.map { ($0, grades.alike, .name) }
  }

  /// Lets the right list have more: names of its own, and other spellings of what the left has.
  mutating func allowMoreOnTheRight() {
    let settled = Set((same + near).map(\.left))
    nearTaken.removeAll { settled.contains($0.left) }
    alike.removeAll { settled.contains($0.left) }
    rightOnly = []
  }

  /// Whether different names are paired by their words.
  enum Likeness { case byWords, none }

  /// Pairs `left` with `right`; both must hold each name once.
  init(_ left: [String], _ right: [String], likeness: Likeness = .byWords) {
    let theirs = KnownNames(right)
    var taken = Set<Int>()
    for (position, name) in left.enumerated() {
      if let match = theirs[name]?.subject, taken.insert(match).inserted {
        same.append((position, match))
      } else {
        leftOnly.append(position)
      }
    }
    rightOnly = right.indices.filter { !taken.contains($0) }
    if !leftOnly.isEmpty, !rightOnly.isEmpty { pairNearly(left, right) }
    if !leftOnly.isEmpty || !rightOnly.isEmpty, likeness == .byWords {
      pairOthers(left, right, theirs)
    }
  }

  /// Takes the nearest pairs first; a name that is as near to two others is paired with neither.
  private mutating func pairNearly(_ left: [String], _ right: [String]) {
    let matcher = NameMatcher(KnownNames(rightOnly.map { right[$0] }))
    var candidates: [(distance: Int, left: Int, right: Int)] = []
    for position in leftOnly {
      for match in matcher.slips(of: left[position]) {
        candidates.append((match.slips, position, rightOnly[match.subject]))
      }
    }
    candidates.sort { ($0.distance, $0.left, $0.right) < ($1.distance, $1.left, $1.right) }
    var (pairedLeft, pairedRight) = (Set<Int>(), Set<Int>())
    for one in candidates where !pairedLeft.contains(one.left) && !pairedRight.contains(one.right) {
      let rivals = candidates.filter {
        $0.distance == one.distance && ($0.left == one.left) != ($0.right == one.right)
          && !pairedLeft.contains($0.left) && !pairedRight.contains($0.right)
      }
      guard rivals.isEmpty else { continue }
      near.append((one.left, one.right))
      pairedLeft.insert(one.left)
      pairedRight.insert(one.right)
    }
    near.sort { $0.left < $1.left }
    leftOnly.removeAll { pairedLeft.contains($0) }
    rightOnly.removeAll { pairedRight.contains($0) }
  }

  /// Finds for each name that is left the one in the other list that it stands for, whether that is
  /// paired already or not.
  private mutating func pairOthers(_ left: [String], _ right: [String], _ theirs: KnownNames) {
    if !leftOnly.isEmpty {
      let (pairs, none) = NameMatcher(theirs).others(of: leftOnly, in: left)
      let covered = Set(pairs.map(\.other))
      for pair in pairs { note((pair.name, pair.other), isNear: pair.isNear) }
      leftOnly = none
      rightOnly.removeAll { covered.contains($0) }
    }
    guard !rightOnly.isEmpty else { return }
    let (pairs, none) = NameMatcher(KnownNames(left)).others(of: rightOnly, in: right)
    for pair in pairs { note((pair.other, pair.name), isNear: pair.isNear) }
    rightOnly = none
  }

  private mutating func note(_ pair: Pair, isNear: Bool) {
    if isNear { nearTaken.append(pair) } else { alike.append(pair) }
  }
}

extension NameMatcher {
  /// The other names that some of `names` stand for, and those that stand for none.
  fileprivate func others(
    of positions: [Int], in names: [String]
  ) -> (pairs: [(name: Int, other: Int, isNear: Bool)], none: [Int]) {
    var pairs: [(name: Int, other: Int, isNear: Bool)] = []
    var none: [Int] = []
    for position in positions {
      switch match(names[position]) {
      case .near(let other): pairs.append((position, other, true))
      case .alike(let other): pairs.append((position, other, false))
      case .same, .alias, .none: none.append(position)
      }
    }
    return (pairs, none)
  }
}
