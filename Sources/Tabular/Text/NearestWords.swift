import Numerals

/// Which of the known words somebody probably meant.
public enum NearestWords {
  /// Up to three of `known` that resemble `word`, whatever their case, the nearest first.
  ///
  /// They lie within a third of the word's length in slips; a single letter resembles nothing else.
  public static func to(_ word: String, among known: some Sequence<String>) -> [String] {
    let limit = word.count < 2 ? 0 : max(1, word.count / 3)
    let wanted = word.lowercased()
    let near = Set(known)
      .map { ($0, EditDistance.between(wanted, $0.lowercased(), limit: limit)) }
      .filter { $0.1 <= limit && $0.0 != word }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  /// The one of `codes` that is most like a value as written, within a third of its length in
  /// slips; the first of several.
  ///
  /// Nil where none is.
  public static func code(nearest written: String, among codes: [String]) -> String? {
    var (best, limit) = (String?.none, max(1, written.count / 3))
    for code in codes where limit > 0 {
      let distance = EditDistance.between(written, code, limit: limit)
      guard distance <= limit else { continue }
      (best, limit) = (code, distance - 1)
    }
    return best
  }
}
