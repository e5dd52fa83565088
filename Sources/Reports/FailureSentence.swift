import Pipelines
import Tabular

/// What kept a pipeline from being completed, as the reports tell it.
struct FailureSentence {
  /// The pipeline; empty where the sentence names it or there is none.
  let pipeline: String
  /// Place, fact and remedy.
  let text: String
  /// The rule with a caret below what is wrong, line by line; empty where it is no rule.
  let quote: [String]

  init(_ failure: RunReport.Failure, in language: Language) {
    let message = failure.message.text(in: language)
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.first.map(String.init) ?? ""
    pipeline = text.hasPrefix(failure.pipeline + ":") ? "" : failure.pipeline
    quote = lines.dropFirst().map { String($0.dropFirst(4)).map(StyledText.harmless) }
      .map { String($0) }
  }

  /// The quote in lines of at most `width` columns, with the caret in sight.
  func quote(width: Int) -> [String] {
    let longest = quote.map(\.count).max() ?? 0
    let caret = quote.last?.prefix { $0 == " " }.count ?? 0
    let hidden = max(0, min(caret - width / 2, longest - width))
    return quote.map { String($0.dropFirst(hidden).prefix(width)) }
  }
}
