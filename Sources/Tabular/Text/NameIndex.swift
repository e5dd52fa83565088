/// Finds the names of a list that may be another name without comparing it with all of them.
struct NameIndex: Sendable {
  let forms: [NameForm]
  /// Numbers of names, the shortest first.
  private let byLength: [Int]
  /// Their lengths and letters, side by side for a quick look at many.
  private let lengths: [Int]
  private let letters: [(all: LetterCounts, words: LetterCounts)]
  private let unmarked: [String: [Int]]
  private let vocabulary: [NameWord]
  private let vocabularyLetters: [LetterCounts]
  /// For each name the numbers of its words, in order.
  private let words: [[Int]]
  /// For each word of the vocabulary the names that hold it.
  private let holders: [[Int]]

  init(_ names: [String]) {
    let forms = names.map(NameForm.init)
    self.forms = forms
    let byLength = forms.indices.sorted { forms[$0].scalars.count < forms[$1].scalars.count }
    self.byLength = byLength
    lengths = byLength.map { forms[$0].scalars.count }
    letters = byLength.map { (forms[$0].counts, forms[$0].wordCounts) }
    unmarked = Dictionary(grouping: forms.indices) { forms[$0].unmarked }
    var vocabulary: [NameWord] = []
    var numbers: [String: Int] = [:]
    var words: [[Int]] = []
    var holders: [[Int]] = []
    for (name, form) in forms.enumerated() {
      var own: [Int] = []
      for word in form.words {
        let number = numbers[word.text] ?? vocabulary.count
        if number == vocabulary.count {
          numbers[word.text] = number
          vocabulary.append(word)
          holders.append([])
        }
        if holders[number].last != name { holders[number].append(name) }
        own.append(number)
      }
      words.append(own)
    }
    self.vocabulary = vocabulary
    vocabularyLetters = vocabulary.map(\.counts)
    self.words = words
    self.holders = holders
  }

  /// The names that differ from `form` by slips, with their number; in no order.
  func slips(of form: NameForm) -> [(name: Int, slips: Int)] {
    if let same = unmarked[form.unmarked] {
      return same.map { ($0, 0) }
    }
    let length = form.scalars.count
    let room = NameForm.limit(forLength: length)
    var position = firstPosition(ofLength: length - room)
    var found: [(name: Int, slips: Int)] = []
    // With more than one edit, every word is a form or slip of one of the other name.
    let sharing = Set(
      form.words.map { holders(of: wordsAlike($0)) }.min { $0.count < $1.count } ?? [])
    while position < lengths.count, lengths[position] <= length + room {
      let (name, other) = (byLength[position], letters[position])
      if form.counts.difference(from: other.all) <= 2
        || form.wordCounts.difference(from: other.words) <= 2 || sharing.contains(name),
        let slips = form.edits(from: forms[name])
      {
        found.append((name, slips))
      }
      position += 1
    }
    return found
  }

  private func holders(of words: [Int]) -> [Int] { words.flatMap { holders[$0] } }

  private func firstPosition(ofLength length: Int) -> Int {
    var (low, high) = (0, lengths.count)
    while low < high {
      let middle = (low + high) / 2
      if lengths[middle] < length { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The names that share so many words with `form` that they may be other names for the same
  /// thing, with how alike they are; in no order.
  func likenesses(of form: NameForm) -> [(name: Int, likeness: Likeness)] {
    guard !form.words.isEmpty else { return [] }
    let wanted = form.words.map { word in
      Wanted(word, alike: wordsAlike(word), vocabulary)
    }
    // A name that is alike shares at least so many words, so that it shares one of the others.
    let needed = Likeness.leastCommon(of: form.words.count)
    let rarest = wanted.map { holders(of: $0.alike) }.sorted { $0.count < $1.count }
    let candidates = rarest.prefix(form.words.count - needed + 1).reduce(into: Set<Int>()) {
      $0.formUnion($1)
    }
    return candidates.compactMap { name in
      let count = wanted.count + words[name].count
      guard Likeness(common: min(wanted.count, words[name].count), words: count).isEnough
      else { return nil }
      let likeness = Likeness(common: Self.common(wanted, words[name]), words: count)
      guard likeness.isEnough, form.isNumberedAlike(forms[name]) else { return nil }
      return (name, likeness)
    }
  }

  private func wordsAlike(_ word: NameWord) -> [Int] {
    let most = word.mostDifference
    return vocabularyLetters.indices.filter {
      word.counts.difference(from: vocabularyLetters[$0]) <= most && vocabulary[$0].isAlike(word)
    }
  }

  /// A word of a name with the words of the vocabulary that it may stand for.
  private struct Wanted {
    let same: Int?
    let alike: [Int]

    init(_ word: NameWord, alike: [Int], _ vocabulary: [NameWord]) {
      same = alike.first { vocabulary[$0].text == word.text }
      self.alike = alike
    }
  }

  /// How many of the words are among `words`, each once: first the same, then forms and slips.
  private static func common(_ wanted: [Wanted], _ words: [Int]) -> Int {
    var rest = words
    var open: [Wanted] = []
    for word in wanted {
      if let same = word.same, let match = rest.firstIndex(of: same) {
        rest.remove(at: match)
      } else {
        open.append(word)
      }
    }
    for word in open {
      if let match = rest.firstIndex(where: { word.alike.contains($0) }) { rest.remove(at: match) }
    }
    return words.count - rest.count
  }
}

/// How much of two names is the same: the coefficient of Dice over their words.
struct Likeness: Comparable, Sendable {
  /// Words that both have.
  let common: Int
  /// Words of one and of the other.
  let words: Int

  /// Thirteen in twenty.
  ///
  /// Among 73 names of programmes, activities and sub-activities of one office, all pairs that name
  /// the same thing have 2/3 or more; below 13/20 stand only different things.
  private static let threshold = (part: 13, whole: 20)

  /// True where two names so alike may name the same thing.
  var isEnough: Bool { 2 * common * Self.threshold.whole >= words * Self.threshold.part }

  /// The fewest words of `count` that another name must have to be alike.
  ///
  /// It has at least the common words itself: 2c ≥ t · (n + c).
  static func leastCommon(of count: Int) -> Int {
    let divisor = 2 * threshold.whole - threshold.part
    return max(1, (count * threshold.part + divisor - 1) / divisor)
  }

  static func == (left: Likeness, right: Likeness) -> Bool {
    left.common * right.words == right.common * left.words
  }

  static func < (left: Likeness, right: Likeness) -> Bool {
    left.common * right.words < right.common * left.words
  }
}
