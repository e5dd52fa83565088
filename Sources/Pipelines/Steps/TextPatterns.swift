import Tabular

/// Patterns for whole texts, in the order in which they are tried.
///
/// They are regular expressions of the same kind as those of `matches` in rules.
struct TextPatterns {
  /// The length, in bytes, beyond which a text fits no pattern.
  ///
  /// What it takes to try a text grows faster than the text; labels and figures are far shorter.
  static let longestText = 16_384

  /// The names of the groups of all patterns, in the order of their first appearance.
  let groups: [String]
  private let patterns: [Regex<AnyRegexOutput>]
  private var known: [String: [String: String]?] = [:]

  /// What is wrong with a pattern.
  struct Problem: Error {
    /// The number of the pattern, from 0.
    var position: Int
    /// What is wrong with it.
    var fault: PipelineError.PatternFault
  }

  /// Makes patterns of their texts; throws at the first that can't be used.
  init(_ texts: [String]) throws(Problem) {
    var patterns: [Regex<AnyRegexOutput>] = []
    var groups: [String] = []
    for (position, text) in texts.enumerated() {
      do {
        patterns.append(try Regex(text))
        // Only a match tells the names of the groups, and this one matches nothing at all.
        let names = try Regex("(?:\(text))?").wholeMatch(in: "")?.output.compactMap(\.name) ?? []
        for name in names where !groups.contains(name) { groups.append(name) }
      } catch {
        throw Problem(position: position, fault: .syntax("\(error)"))
      }
      if RepeatedRepetition.stands(in: text) {
        throw Problem(position: position, fault: .repeatedRepetition)
      }
    }
    (self.patterns, self.groups) = (patterns, groups)
  }

  /// What the groups of the first pattern that fits all of `text` hold; nil where none fits.
  ///
  /// Blanks at the ends of the text don't count. Groups that took no part are left out.
  mutating func parts(of text: String) -> [String: String]? {
    if let parts = known[text] { return parts }
    let parts = text.utf8.count > Self.longestText ? nil : match(text.trimmed)
    known[text] = .some(parts)
    return parts
  }

  private func match(_ text: String) -> [String: String]? {
    for pattern in patterns {
      guard let match = try? pattern.wholeMatch(in: text) else { continue }
      var parts: [String: String] = [:]
      for element in match.output {
        guard let name = element.name, let part = element.substring else { continue }
        parts[name] = String(part)
      }
      return parts
    }
    return nil
  }
}
