/// Finds the names of a list that may be another name without comparing it with all of them.
struct NameIndex: Sendable {
  let forms: [NameForm]
  /// Numbers of names, the shortest first.
  private let byLength: [Int]
  private let unmarked: [String: [Int]]
  private let vocabulary: [NameWord]
  private let words: [String: Int]
  /// For each word of the vocabulary the names that hold it.
  private var holders: [[Int]]

  init(_ names: [String]) {
    let forms = names.map(NameForm.init)
    self.forms = forms
    byLength = forms.indices.sorted { forms[$0].scalars.count < forms[$1].scalars.count }
    unmarked = Dictionary(grouping: forms.indices) {
      ComparableText.withoutMark(forms[$0].comparable)
    }
    var vocabulary: [NameWord] = []
    var words: [String: Int] = [:]
    var holders: [[Int]] = []
    for (name, form) in forms.enumerated() {
      for word in form.words {
        let number = words[word.text] ?? vocabulary.count
        if number == vocabulary.count {
          words[word.text] = number
          vocabulary.append(word)
          holders.append([])
        }
        if holders[number].last != name { holders[number].append(name) }
      }
    }
    self.vocabulary = vocabulary
    self.words = words
    self.holders = holders
  }

  /// The names that differ from `form` by slips, with their number; in no order.
  func slips(of form: NameForm) -> [(name: Int, slips: Int)] {
    if let same = unmarked[ComparableText.withoutMark(form.comparable)] {
      return same.map { ($0, 0) }
    }
    let length = form.scalars.count
    let room = NameForm.limit(forLength: length)
    var position = firstPosition(ofLength: length - room)
    var found: [(name: Int, slips: Int)] = []
    while position < byLength.count, forms[byLength[position]].scalars.count <= length + room {
      let name = byLength[position]
      if let slips = form.slips(from: forms[name]) { found.append((name, slips)) }
      position += 1
    }
    return found
  }

  private func firstPosition(ofLength length: Int) -> Int {
    var (low, high) = (0, byLength.count)
    while low < high {
      let middle = (low + high) / 2
      if forms[byLength[middle]].scalars.count < length { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The names that share so many words with `form` that they may be other names for the same
  /// thing, with how alike they are; in no order.
  func likenesses(of form: NameForm) -> [(name: Int, likeness: Likeness)] {
    guard !form.words.isEmpty else { return [] }
    var holders = form.words.map { word in
      Set(vocabulary.indices.filter { vocabulary[$0].isAlike(word) }.flatMap { self.holders[$0] })
    }
    // A name that is alike shares at least so many words, so that it shares one of the others.
    let needed = Likeness.leastCommon(of: form.words.count)
    holders.sort { $0.count < $1.count }
    let candidates = holders.prefix(form.words.count - needed + 1).reduce(into: Set<Int>()) {
      $0.formUnion($1)
    }
    return candidates.compactMap { name in
      let other = forms[name]
      guard form.isNumberedAlike(other) else { return nil }
      let likeness = Likeness(
        common: form.commonWords(with: other), words: form.words.count + other.words.count)
      return likeness.isEnough ? (name, likeness) : nil
    }
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
