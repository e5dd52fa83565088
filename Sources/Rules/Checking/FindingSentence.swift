import Numerals
import Tabular

/// The sentence of one finding in both languages.
struct FindingSentence {
  let draft: Draft
  let rule: ResolvedRule
  /// What the record is called.
  let subject: String?
  let cells: [Finding.Cell]

  var message: Message {
    Message(indonesian: sentence(.indonesian), english: sentence(.english))
  }

  private func sentence(_ language: Words.Language) -> String {
    let words = Words(language)
    var text = words.fact(
      draft.fact, stated: shown(draft.stated, draft.statedText, language),
      expected: shown(draft.expected, draft.expectedText, language),
      difference: difference(language), otherPlace: otherPlace)
    if let subject, mentionsSubject { text = words.about(subject, text) }
    switch draft.verdict {
    case .truncated: text += words.truncated
    case .implausible: text += words.implausible
    default: break
    }
    return text
  }

  private var mentionsSubject: Bool {
    switch draft.fact {
    case .spelling, .absent, .missingRecord: false
    default: true
    }
  }

  private func shown(
    _ number: ExactDecimal?, _ text: String?, _ language: Words.Language
  ) -> String? {
    number.map { language.notation.written($0) } ?? text
  }

  private func difference(_ language: Words.Language) -> String? {
    guard let stated = draft.stated, let expected = draft.expected,
      let difference = stated.subtracting(expected)
    else { return nil }
    return language.notation.written(difference)
  }

  /// Where the other statement of the fact stands.
  private var otherPlace: String? {
    guard let other = cells.first(where: { $0.role == .other }) else { return nil }
    let place = other.location
    let name = place.resource.split(separator: "/").last.map(String.init) ?? place.resource
    if let cell = place.cell { return "\(name) \(place.sheet ?? "")!\(cell)" }
    return place.line.map { "\(name):\($0)" } ?? name
  }
}
