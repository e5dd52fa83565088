/// What figures are printed in, as tables say it: `juta rupiah`, `(Rp 000)`, `ribu jiwa`.
public struct UnitPhrase: Sendable, Hashable {
  /// The power of ten: 6 for millions, 0 where the unit stands alone.
  public var magnitude: Int
  /// The unit in lower case, every word for rupiah as `rupiah`; nil where only a power was named.
  public var unit: String?
  /// The text that says so, as found.
  public var text: String

  /// Makes a phrase.
  public init(magnitude: Int, unit: String?, text: String) {
    self.magnitude = magnitude
    self.unit = unit
    self.text = text
  }

  /// Reads a text that is a unit and nothing else, with or without parentheses and `dalam`.
  ///
  /// Nil for all others, as `per 1.000 kelahiran` and `0-4`. A unit without a power is only
  /// recognised where it is one of money or of people.
  public init?(_ text: String) {
    let words = Self.words(of: text)
    var rest = words[...]
    // A year may follow: `(ribu jiwa), 2023`.
    while rest.count > 1, let last = rest.last, CellTrait(last).isYear { rest.removeLast() }
    let saysSo = Self.introductions.contains(rest.first ?? "")
    while let first = rest.first, Self.introductions.contains(first) { rest.removeFirst() }
    guard let read = Self.read(&rest, saysSo: saysSo), rest.isEmpty else { return nil }
    let isKnown = read.unit.map { UnitWords.isMoney($0) || UnitWords.isPeople($0) } ?? false
    guard read.magnitude > 0 || isKnown else { return nil }
    self.init(magnitude: read.magnitude, unit: read.unit, text: HeaderText.clean(text))
  }

  /// The words for it: `juta rupiah`, `ribu`, `rupiah`.
  public var name: String {
    [UnitWords.name(of: magnitude)?.indonesian, unit].compactMap { $0 }.joined(separator: " ")
  }

  private static let introductions: Set<String> = ["dalam", "satuan", "unit", "in", "x", "×"]
  /// Words that can't be units, so that what stands before them is no unit either.
  private static let others: Set<String> = [
    "per", "tahun", "pada", "di", "dan", "untuk", "menurut", "dari", "yang", "sampai", "atau",
    "kelahiran",
  ]

  /// The words of a text in lower case, without the marks around them; `Rp.000` is two words.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for part in text.lowercased().split(whereSeparator: { $0.isWhitespace || "()[]:=".contains($0) }
    ) {
      var word = part.filter { !"'’‘\"".contains($0) }
      if word.hasPrefix("rp"), word.dropFirst(2).contains(where: \.isNumber) {
        words.append("rp")
        word.removeFirst(2)
      }
      while let first = word.first, ".,".contains(first) { word.removeFirst() }
      while let last = word.last, ".,;-".contains(last) { word.removeLast() }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  /// Takes a power and a unit, in either order, off the front of `words`; nil where neither stands
  /// there.
  private static func read(
    _ words: inout ArraySlice<String>, saysSo: Bool
  ) -> (magnitude: Int, unit: String?)? {
    guard let first = words.first, !others.contains(first) else { return nil }
    if let magnitude = UnitWords.magnitude(of: first) {
      words.removeFirst()
      let unit = takeUnit(&words)
      if UnitWords.isNumber(first), !saysSo, !first.allSatisfy({ $0 == "0" || $0 == "." }) {
        guard unit.map(UnitWords.isMoney) ?? false else { return nil }
      }
      return (magnitude, unit)
    }
    // Only money and people stand before their power: `Rp juta`.
    guard let unit = takeUnit(&words), UnitWords.isFirst(unit) else { return nil }
    while words.first == "x" || words.first == "×" { words.removeFirst() }
    guard let next = words.first, let magnitude = UnitWords.magnitude(of: next) else {
      return (0, unit)
    }
    words.removeFirst()
    return (magnitude, unit)
  }

  /// Takes up to two words of a unit.
  private static func takeUnit(_ words: inout ArraySlice<String>) -> String? {
    var unit: [String] = []
    while let word = words.first, unit.count < 2, !others.contains(word),
      !introductions.contains(word),
      UnitWords.magnitude(of: word) == nil, word.allSatisfy({ $0.isLetter || "$/²³".contains($0) })
    {
      unit.append(word)
      words.removeFirst()
      if UnitWords.isMoney(word) || UnitWords.isPeople(word) { break }
    }
    return unit.isEmpty ? nil : UnitWords.canonical(unit.joined(separator: " "))
  }
}

extension UnitPhrase {
  /// The unit that a line above a table names: the whole line, a part in parentheses, or what
  /// follows `dalam`.
  public static func inHeading(_ line: String) -> UnitPhrase? {
    if let phrase = inParentheses(line).last { return phrase }
    if let phrase = alone(line), phrase.isPlain { return phrase }
    let words = line.split(whereSeparator: { $0.isWhitespace || "()[]".contains($0) })
    for (place, word) in words.enumerated() where ["dalam", "in"].contains(word.lowercased()) {
      // The longest of the following words that are a unit.
      for length in [3, 2, 1] where place + length < words.count {
        let text = words[place...place + length].joined(separator: " ")
        guard let phrase = UnitPhrase(text), phrase.magnitude > 0, phrase.isPlain else { continue }
        return phrase
      }
    }
    return nil
  }

  /// The unit that a header label names behind the name of its column, as `Anggaran (juta Rp)`.
  public static func inLabel(_ label: String) -> UnitPhrase? {
    if let phrase = inParentheses(label).last { return phrase }
    if let phrase = UnitPhrase(label), phrase.magnitude > 0 { return phrase }
    let words = label.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let place = words.lastIndex(where: { $0.lowercased() == "dalam" }) else { return nil }
    let phrase = UnitPhrase(words[place...].joined(separator: " "))
    return phrase.flatMap { $0.magnitude > 0 ? $0 : nil }
  }

  /// The unit that a cell names and nothing else; a unit without a power only in parentheses, as
  /// `Penduduk` by itself names a column.
  static func alone(_ text: String) -> UnitPhrase? {
    guard let phrase = UnitPhrase(text) else { return nil }
    return phrase.magnitude > 0 || "([".contains(text.first ?? " ") ? phrase : nil
  }

  /// The label without the unit in parentheses at its end; nil where it has none.
  public static func withoutUnit(_ label: String) -> String? {
    guard let open = label.lastIndex(where: { $0 == "(" || $0 == "[" }),
      let last = label.last, last == ")" || last == "]",
      UnitPhrase(String(label[open...])) != nil
    else { return nil }
    let rest = HeaderText.clean(String(label[..<open]))
    return rest.isEmpty ? nil : rest
  }

  /// True where the unit is one word or none, as running text goes on behind it.
  private var isPlain: Bool { !(unit?.contains(" ") ?? false) }

  /// The units that stand in parentheses in a text.
  private static func inParentheses(_ text: String) -> [UnitPhrase] {
    var found: [UnitPhrase] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "(" || $0 == "[" }),
      let close = rest[open...].firstIndex(where: { $0 == ")" || $0 == "]" })
    {
      let inner = String(rest[rest.index(after: open)..<close])
      if let phrase = UnitPhrase(inner) {
        found.append(
          UnitPhrase(
            magnitude: phrase.magnitude, unit: phrase.unit, text: HeaderText.clean(inner)))
      }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }
}
