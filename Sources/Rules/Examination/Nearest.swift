import Tabular

/// The names most like a word that nobody knows.
enum Nearest {
  /// Up to three of `names` within a third of the word's length in edits, the nearest first.
  static func names(to word: String, among names: some Sequence<String>) -> [String] {
    let limit = max(1, word.count / 3)
    let ranked = Set(names)
      .map { (name: $0, distance: EditDistance.between(word, $0, limit: limit)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return ranked.prefix(3).map(\.name)
  }

  /// The one of `names` that is most like a word, within a third of its length in edits; the first
  /// of several.
  ///
  /// Nil where none is.
  static func name(to word: String, among names: [String]) -> String? {
    var (best, limit) = (String?.none, max(1, word.count / 3))
    for name in names where limit > 0 {
      let distance = EditDistance.between(word, name, limit: limit)
      guard distance <= limit else { continue }
      (best, limit) = (name, distance - 1)
    }
    return best
  }
}
