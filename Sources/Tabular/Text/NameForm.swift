import Numerals

/// A name in the forms that it is compared by.
struct NameForm: Sendable {
  /// As names are compared: letters in lower case, blanks collapsed.
  let comparable: String
  /// The same without the mark of a footnote.
  let unmarked: String
  let scalars: [UInt32]
  let counts: LetterCounts
  /// The letters of its words alone.
  let wordCounts: LetterCounts
  /// The words that tell what it names, in order.
  let words: [NameWord]
  /// All digits, which must agree between two spellings of one name.
  let digits: String
  /// Roman numerals and single letters, which number things as digits do.
  let marks: [String]

  private static let romanNumerals: Set<String> = [
    "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii",
  ]

  init(_ name: String) {
    comparable = ComparableText.of(name)
    unmarked = ComparableText.withoutMark(comparable)
    scalars = comparable.unicodeScalars.map(\.value)
    counts = LetterCounts(scalars)
    let texts = NameWord.words(of: comparable)
    words = texts.map(NameWord.init)
    wordCounts = LetterCounts(words.flatMap(\.scalars))
    digits = comparable.filter(\.isNumber)
    marks = texts.filter { $0.count == 1 || Self.romanNumerals.contains($0) }
      .filter { !$0.contains(where: \.isNumber) }
  }

  /// True where nothing that numbers things tells the two apart.
  func isNumberedAlike(_ other: NameForm) -> Bool {
    digits == other.digits && (marks.isEmpty || other.marks.isEmpty || marks == other.marks)
  }

  /// The most edits that a slip may have: one in eight letters.
  static func limit(forLength length: Int) -> Int { max(1, length / 8) }

  /// The edits between two spellings of what may be one name: at most one in eight letters, none in
  /// digits, and none that make another word of a word; the mark of a footnote is none.
  ///
  /// Nil where they are different names.
  func slips(from other: NameForm) -> Int? {
    unmarked == other.unmarked ? 0 : edits(from: other)
  }

  /// The same for two names that differ in more than the mark of a footnote.
  func edits(from other: NameForm) -> Int? {
    let limit = Self.limit(forLength: min(scalars.count, other.scalars.count))
    guard abs(scalars.count - other.scalars.count) <= limit,
      counts.difference(from: other.counts) <= 2 * limit, isNumberedAlike(other)
    else { return nil }
    let distance = EditDistance.between(scalars, other.scalars, limit: limit)
    guard distance <= limit, distance <= 1 || hasSameWords(as: other) else { return nil }
    return distance
  }

  /// True where every word is a form or slip of a word of the other, or the letters but for one are
  /// the same, however they are divided into words.
  private func hasSameWords(as other: NameForm) -> Bool {
    if words.count == other.words.count,
      zip(words, other.words).allSatisfy({ $0.isAlike($1) })
    {
      return true
    }
    let (ours, theirs) = (letters, other.letters)
    return EditDistance.between(ours, theirs, limit: 1) <= 1
  }

  private var letters: [UInt32] { words.flatMap(\.scalars) }
}
