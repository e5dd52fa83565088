import Numerals
import Tabular

/// Pairs the names of two lists: first those that are the same, then those that differ by a slip.
struct NamePairing {
  /// Pairs of positions in the two lists whose names are the same but for case and blanks.
  private(set) var same: [(left: Int, right: Int)] = []
  /// Pairs whose names are nearly the same.
  private(set) var near: [(left: Int, right: Int)] = []
  /// Names that only the left list has.
  private(set) var leftOnly: [Int] = []
  /// Names that only the right list has.
  private(set) var rightOnly: [Int] = []

  /// Pairs `left` with `right`; both must hold each name once.
  init(_ left: [String], _ right: [String]) {
    let ours = left.map(ComparableText.of)
    let theirs = right.map(ComparableText.of)
    var positions: [String: Int] = [:]
    for (index, name) in theirs.enumerated() { positions[name] = index }
    var taken = Set<Int>()
    var open: [Int] = []
    for (index, name) in ours.enumerated() {
      if let match = positions[name], taken.insert(match).inserted {
        same.append((index, match))
      } else {
        open.append(index)
      }
    }
    let rest = theirs.indices.filter { !taken.contains($0) }
    pairNearly(open, rest, ours, theirs)
  }

  /// Takes the nearest pairs first; a name that is as near to two others is paired with neither.
  private mutating func pairNearly(
    _ open: [Int], _ rest: [Int], _ ours: [String], _ theirs: [String]
  ) {
    var candidates: [(distance: Int, left: Int, right: Int)] = []
    for left in open {
      for right in rest {
        guard let distance = Self.slips(between: ours[left], and: theirs[right]) else { continue }
        candidates.append((distance, left, right))
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
    leftOnly = open.filter { !pairedLeft.contains($0) }
    rightOnly = rest.filter { !pairedRight.contains($0) }
  }

  /// The edits between two spellings of what may be one name: at most one in eight letters, and
  /// none in digits; the mark of a footnote is none.
  ///
  /// Nil where they are different names.
  static func slips(between left: String, and right: String) -> Int? {
    if ComparableText.withoutMark(left) == ComparableText.withoutMark(right) { return 0 }
    let limit = max(1, min(left.count, right.count) / 8)
    guard abs(left.count - right.count) <= limit,
      left.filter(\.isNumber) == right.filter(\.isNumber)
    else { return nil }
    let distance = EditDistance.between(left, right, limit: limit)
    return distance <= limit ? distance : nil
  }
}
