import Numerals
import Tabular

/// The sentence of one finding in both languages.
struct FindingSentence {
  let draft: Draft
  let rule: ResolvedRule
  /// What the record is called.
  let subject: String?
  let cells: [Finding.Cell]
  /// The values of the cells that are parts.
  let parts: [Figure]

  var message: Message {
    Message(indonesian: sentence(.indonesian), english: sentence(.english))
  }

  private func sentence(_ language: Words.Language) -> String {
    let words = Words(language)
    var text = words.fact(
      fact,
      Words.Figures(
        stated: shown(
          draft.stated, draft.magnitude.stated, (draft.statedText ?? writing).map(quoted), language),
        expected: otherWriting(language)
          ?? shown(
            draft.expected, draft.magnitude.expected, draft.expectedText.map(quoted), language),
        difference: difference(language), sum: sum, place: otherPlace))
    if let subject, mentionsSubject { text = words.about(subject, text) }
    switch draft.verdict {
    case .truncated: text += words.truncated
    case .implausible: text += words.implausible
    default: break
    }
    return text
  }

  /// A part of a cell that must be there is not the cell being empty.
  private var fact: Fact {
    guard case .required = draft.fact, cells.first?.raw.isEmpty == false else { return draft.fact }
    return .condition(text: rule.definition.text, title: rule.definition.title)
  }

  /// What stands in the judged cell, where a condition of several parts says no more of it.
  private var writing: String? {
    guard case .condition = fact, let raw = cells.first?.raw, !raw.isEmpty else { return nil }
    return raw
  }

  private var mentionsSubject: Bool {
    switch draft.fact {
    case .spelling, .unofficial, .absent, .missingRecord: false
    case .elsewhere: subject != draft.expectedText
    default: true
    }
  }

  private func shown(
    _ number: ExactDecimal?, _ magnitude: Int, _ text: String?, _ language: Words.Language
  ) -> String? {
    number.map { Figure(value: $0, magnitude: magnitude).written(in: language) } ?? text
  }

  /// The other statement of a fact as it stands in its cell, where it is printed in another unit
  /// and so with other digits; with what it is in the unit of the stated one.
  private func otherWriting(_ language: Words.Language) -> String? {
    guard case .elsewhere = draft.fact, draft.magnitude.stated > 0, draft.magnitude.expected == 0,
      let other = cells.dropFirst().first,
      let converted = shown(draft.expected, draft.magnitude.stated, nil, language)
    else { return nil }
    return "\(other.raw) (\(converted))"
  }

  private func difference(_ language: Words.Language) -> String? {
    guard let stated = draft.stated, let expected = draft.expected,
      let difference = stated.subtracting(expected)
    else { return nil }
    return Figure(value: difference, magnitude: draft.magnitude.stated).written(in: language)
  }

  /// Where the other statement of the fact stands.
  private var otherPlace: String? {
    let other: Finding.Cell?
    switch draft.fact {
    case .sum: other = cells.count { $0.role == .part } == 1 ? cells.last : nil
    case .elsewhere: other = cells.dropFirst().first
    default: other = cells.first { $0.role == .other }
    }
    return other?.location.inShort
  }

  /// The parts of a sum written out, where they are few and are all that was added up.
  private var sum: Calculation? {
    guard case .sum(let count) = draft.fact, count == parts.count, let expected = draft.expected
    else { return nil }
    var rest = Rational(expected)
    for part in parts {
      guard let less = rest.subtracting(Rational(part.value)) else { return nil }
      rest = less
    }
    return rest == .zero ? Calculation(sum: parts) : nil
  }

  /// Texts are quoted where the sentence may also hold numbers, which are not.
  private func quoted(_ text: String) -> String {
    switch fact {
    case .elsewhere, .condition, .superfluous: "'\(text)'"
    default: text
    }
  }
}

extension Location {
  /// The place without folders, as a sentence tells it: `rekap.xlsx Bidang!C4`, `rekap.csv:4`.
  var inShort: String {
    let name = resource.split(separator: "/").last.map(String.init) ?? resource
    if let cell { return "\(name) \(sheet ?? "")!\(cell)" }
    return line.map { "\(name):\($0)" } ?? name
  }
}
