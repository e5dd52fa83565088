/// Which of the known words somebody probably meant.
enum NearestWords {
  /// Up to three of `known` that resemble `word`, the nearest first.
  static func to(_ word: String, among known: some Sequence<String>) -> [String] {
    let wanted = Array(word.lowercased())
    let limit = wanted.count < 2 ? 0 : max(1, wanted.count / 3)
    let near = Set(known).map { ($0, distance(wanted, Array($0.lowercased()))) }
      .filter { $0.1 <= limit && $0.0 != word }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words
  /// (optimal string alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (character == other ? 0 : 1)
        var best = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
