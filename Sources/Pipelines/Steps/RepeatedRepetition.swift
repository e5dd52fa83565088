/// Finds repetitions of nothing but repetitions, as `(a+)+`.
///
/// There are so many ways to divide a text among them that trying all takes years for a text of 40
/// characters. A group that has something of its own between its repetitions, as `([a-z]+ )+`, is
/// fine. Alternatives that fit the same text, as in `(a|a)+`, are not looked for.
struct RepeatedRepetition {
  private var rest: Substring
  private var isFound = false

  /// What a part of a pattern is made of.
  private struct Part {
    /// Whether it holds a repetition without an end.
    var repeats = false
    /// Whether something in it stands there exactly as often as it is written.
    var isAnchored = false
  }

  private enum Quantifier { case none, optional, endless }

  /// True where such a repetition stands in `pattern`.
  static func stands(in pattern: String) -> Bool {
    var search = RepeatedRepetition(rest: pattern[...])
    _ = search.alternatives()
    return search.isFound
  }

  /// The alternatives up to the end of their group: anchored where all of them are.
  private mutating func alternatives() -> Part {
    var whole = Part(repeats: false, isAnchored: true)
    var isLoose = false
    while true {
      let part = sequence()
      whole.repeats = whole.repeats || part.repeats
      whole.isAnchored = whole.isAnchored && part.isAnchored
      isLoose = isLoose || part.repeats && !part.isAnchored
      guard rest.first == "|" else { break }
      rest.removeFirst()
    }
    if whole.repeats, !isLoose { whole.isAnchored = true }
    return whole
  }

  private mutating func sequence() -> Part {
    var whole = Part()
    while let next = rest.first, next != "|", next != ")" {
      var part = atom()
      switch quantifier() {
      case .none: break
      case .optional: part.isAnchored = false
      case .endless:
        if part.repeats, !part.isAnchored { isFound = true }
        part = Part(repeats: true, isAnchored: false)
      }
      whole.repeats = whole.repeats || part.repeats
      whole.isAnchored = whole.isAnchored || part.isAnchored
    }
    return whole
  }

  private mutating func atom() -> Part {
    let single = Part(repeats: false, isAnchored: true)
    switch rest.removeFirst() {
    case "\\":
      _ = rest.popFirst()
      return single
    case "[":
      skipClass()
      return single
    case "(":
      skipGroupHead()
      let part = alternatives()
      if rest.first == ")" { rest.removeFirst() }
      return part
    default: return single
    }
  }

  /// Passes over the rest of a class of characters.
  private mutating func skipClass() {
    if rest.first == "^" { rest.removeFirst() }
    if rest.first == "]" { rest.removeFirst() }
    while let next = rest.popFirst(), next != "]" {
      if next == "\\" { _ = rest.popFirst() }
      if next == "[" { skipClass() }
    }
  }

  /// Passes over what says which kind of group it is, as `?:` or `?<name>`.
  private mutating func skipGroupHead() {
    guard rest.first == "?" else { return }
    while let next = rest.first, next != ")" {
      rest.removeFirst()
      if ":>=!".contains(next) { return }
    }
  }

  private mutating func quantifier() -> Quantifier {
    var kind = Quantifier.none
    switch rest.first {
    case "*", "+": kind = .endless
    case "?": kind = .optional
    case "{":
      guard let end = rest.firstIndex(of: "}") else { return .none }
      let count = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[end...]
      let bounds = count.split(separator: ",", omittingEmptySubsequences: false)
      let isEndless = bounds.count == 2 && (bounds[1].isEmpty || bounds[0] != bounds[1])
      kind = isEndless ? .endless : .none
    default: return .none
    }
    rest.removeFirst()
    if let next = rest.first, "?+".contains(next) { rest.removeFirst() }
    return kind
  }
}
