import Numerals

/// A word of a name, as names are compared by words.
struct NameWord: Sendable {
  let text: String
  let scalars: [UInt32]
  let counts: LetterCounts

  /// Words of fewer letters are the same word only where they are equal.
  private static let leastLength = 5
  /// The most letters by which a prefix or suffix lengthens a word.
  private static let longestAffix = 4
  private static let suffixes: Set<String> = ["an", "i", "kan", "nya"]
  private static let prefixes: Set<String> = [
    "be", "ber", "di", "ke", "me", "mem", "men", "meng", "meny", "pe", "pem", "pen", "peng",
    "peny", "per", "se", "ter",
  ]
  /// Words that hold a name together but tell nothing of what it names.
  private static let functionWords: Set<String> = [
    "dan", "di", "yang", "oleh", "untuk", "dalam", "atau", "pada", "dari", "ke", "dengan",
  ]

  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars.map(\.value)
    counts = LetterCounts(scalars)
  }

  /// The most letters by which a word that is alike may differ.
  var mostDifference: Int { max(Self.longestAffix, 2 * max(1, scalars.count / 8)) }

  /// The words of a comparable text in order, without those that tell nothing; whatever is no
  /// letter or digit divides them.
  static func words(of comparable: String) -> [String] {
    comparable.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !functionWords.contains($0) }
  }

  /// True where one is a form of the other (`pemerintah`, `pemerintahan`) or a slip of it.
  ///
  /// Words with digits must be equal.
  func isAlike(_ other: NameWord) -> Bool {
    if text == other.text { return true }
    let least = min(scalars.count, other.scalars.count)
    let limit = max(1, least / 8)
    guard least >= Self.leastLength, counts.difference(from: other.counts) <= mostDifference
    else { return false }
    if text.contains(where: \.isNumber) || other.text.contains(where: \.isNumber) { return false }
    let (short, long) = scalars.count < other.scalars.count ? (self, other) : (other, self)
    return short.isStem(of: long)
      || EditDistance.between(scalars, other.scalars, limit: limit) <= limit
  }

  /// True where a prefix or suffix makes `long` of this.
  private func isStem(of long: NameWord) -> Bool {
    long.text.hasPrefix(text)
      && Self.suffixes.contains(String(long.text.dropFirst(text.count)))
      || long.text.hasSuffix(text)
        && Self.prefixes.contains(String(long.text.dropLast(text.count)))
  }
}
