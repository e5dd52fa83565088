import Numerals
import Tabular

/// The same wrong figure in several tables, which is one mistake that was copied.
enum SameFigure {
  /// The causes, those joined that put the same proposal in place of the same text.
  static func joined(_ causes: [Cause]) -> [Cause] {
    var joined: [Cause] = []
    var known: [[String]: Int] = [:]
    for cause in causes {
      guard let key = key(of: cause) else {
        joined.append(cause)
        continue
      }
      guard let number = known[key] else {
        known[key] = joined.count
        joined.append(cause)
        continue
      }
      joined[number].findings += cause.findings
      joined[number].explanation.cells += cause.explanation.cells
      joined[number].confidence = weaker(joined[number].confidence, cause.confidence)
    }
    return joined.map(told)
  }

  /// What such causes have in common: text, proposal and column of their only cell.
  private static func key(of cause: Cause) -> [String]? {
    guard cause.explanation.cells.count == 1, cause.confidence != .possible,
      let cell = cause.explanation.cells.first, let proposal = cell.proposal,
      let value = cell.value,
      value.filter(\.isNumber).drop(while: { $0 == "0" }).count > 2
    else { return nil }
    return [cell.raw, proposal, cell.location.field ?? "", cause.explanation.mechanism.rawValue]
  }

  private static func weaker(
    _ one: Cause.Confidence, _ other: Cause.Confidence
  ) -> Cause.Confidence {
    one == .certain && other == .certain ? .certain : .likely
  }

  private static func told(_ cause: Cause) -> Cause {
    guard key(of: cause) == nil, cause.explanation.cells.count > 1,
      Set(cause.explanation.cells.map(\.raw)).count == 1,
      cause.explanation.mechanism != .conflict, cause.explanation.mechanism != .copiedRow,
      cause.explanation.mechanism != .derived
    else { return cause }
    var cause = cause
    let others = Array(cause.explanation.cells.dropFirst())
    cause.explanation.message.indonesian += Words(.indonesian).alsoAt(others)
    cause.explanation.message.english += Words(.english).alsoAt(others)
    return cause
  }
}
