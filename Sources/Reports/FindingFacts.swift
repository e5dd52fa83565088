import Tabular

/// What stands at a finding's place, what should stand there and by how much they differ, in the
/// spelling of one language.
struct FindingFacts {
  /// What stands there; nil where nothing does.
  let stated: String?
  /// What should stand there; nil where that is not known.
  let expected: String?
  /// Stated minus expected; nil where that is no number.
  let difference: String?
  /// What speaks for rounding, in words; nil where nothing does.
  let verdict: String?

  private let language: Language
  /// How each number may be told in thousands, millions or more, by its spelling in full.
  private let scaled: [String: [String]]

  init(of finding: Finding, in language: Language) {
    self.language = language
    let isNumeric = Self.isNumeric(finding)
    func shown(_ text: String) -> String {
      let number = isNumeric ? ShownNumber.text(canonical: text, in: language) : nil
      return number ?? "'\(text)'"
    }
    var scaled: [String: [String]] = [:]
    for text in [finding.stated, finding.expected, finding.difference].compactMap({ $0 }) {
      let shown = ShownNumber.text(canonical: text, in: language) ?? text
      scaled[shown] = ScaledNumber.spellings(of: text, in: language)
    }
    self.scaled = scaled
    let raw = finding.cells.first?.raw ?? ""
    let written = finding.stated.flatMap { $0.isEmpty ? nil : shown($0) }
    stated = written ?? (raw.isEmpty ? nil : "'\(raw)'")
    difference = finding.difference.map {
      ShownNumber.text(canonical: $0, in: language) ?? $0
    }
    verdict = finding.verdict.flatMap(Words.verdict)?.text(in: language)
    if finding.isExpectedDoubtful {
      expected = nil
    } else if let expected = finding.expected {
      self.expected = shown(expected)
    } else if let range = finding.expectedInterval, range.count == 2 {
      self.expected = Words.between(shown(range[0]), shown(range[1])).text(in: language)
    } else {
      expected = nil
    }
  }

  /// Codes such as `33.04.01` are no numbers, though they may look so.
  static func isNumeric(_ finding: Finding) -> Bool {
    if finding.verdict != nil || finding.difference != nil { return true }
    switch finding.kind {
    case .arithmetic, .total, .rollup, .ratio, .count, .series: return true
    default: return false
    }
  }

  /// All facts as one phrase: `tertulis 97,55; seharusnya 97,67; selisih -0,12`.
  var phrase: String { phrase(without: "") }

  /// The facts that `sentence` does not tell by itself; empty where it tells them all.
  func phrase(without sentence: String) -> String {
    func isTold(_ value: String) -> Bool {
      let isQuoted = value.count > 2 && value.hasPrefix("'") && value.hasSuffix("'")
      let bare = isQuoted ? value.dropFirst().dropLast() : value.drop { $0 == "-" }
      let number = isQuoted ? ShownNumber.text(canonical: String(bare), in: language) : nil
      return sentence.tells(value) || sentence.tells(bare) || (number.map(sentence.tells) ?? false)
        || scaled[number ?? value, default: []].contains(where: sentence.tells)
    }
    let facts = [
      stated.map { ($0, Words.stated($0)) }, expected.map { ($0, Words.expected($0)) },
      difference.map { ($0, Words.difference($0)) },
    ]
    var untold = facts.compactMap { $0 }.filter { !isTold($0.0) }.map { $0.1.text(in: language) }
    if let verdict, !untold.isEmpty { untold.append(verdict) }
    return untold.joined(separator: "; ")
  }
}

extension Finding {
  /// True where what is expected is only what another cell states, which may be the wrong one.
  var isExpectedDoubtful: Bool { settled == .other || settled == .open }
}

extension String {
  /// True where `value` stands in the text by itself, not as a part of a longer number.
  fileprivate func tells(_ value: some StringProtocol) -> Bool {
    let text = Array(unicodeScalars)
    let wanted = Array(value.unicodeScalars)
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    func isDigit(_ index: Int) -> Bool {
      text.indices.contains(index) && ("0"..."9").contains(text[index])
    }
    func continues(_ index: Int, _ step: Int) -> Bool {
      isDigit(index)
        || (text.indices.contains(index) && (text[index] == "." || text[index] == ",")
          && isDigit(index + step))
    }
    return (0...(text.count - wanted.count)).contains { start in
      let end = start + wanted.count
      return text[start..<end].elementsEqual(wanted)
        && !(("0"..."9").contains(wanted[0]) && continues(start - 1, -1))
        && !(("0"..."9").contains(wanted[wanted.count - 1]) && continues(end, 1))
    }
  }
}
