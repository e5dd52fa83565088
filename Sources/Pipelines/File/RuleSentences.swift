import Rules
import Tabular

extension RuleProblem {
  /// The sentence for people, with the text below it and a caret under the characters concerned.
  var sentenceWithCaret: Message {
    let offset = min(span.lowerBound, text.count)
    let length = max(1, min(span.upperBound, text.count) - offset)
    let caret = String(repeating: " ", count: offset) + String(repeating: "^", count: length)
    let shown = "\n    \(text)\n    \(caret)"
    return Message(indonesian: message.indonesian + shown, english: message.english + shown)
  }
}
