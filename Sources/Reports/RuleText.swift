public import Rules
import Tabular

/// The text that `cermat rules` prints: the rules in force, and the reference of the rule forms.
public struct RuleText: Sendable {
  private let language: Language
  private let style: TextStyle
  private let width: Int

  /// Settings of the text; by default Indonesian without colours in 80 columns.
  public init(language: Language = .indonesian, style: TextStyle = .plain, width: Int = 80) {
    self.language = language
    self.style = style
    self.width = max(width, 40)
  }

  private func pick(_ indonesian: String, _ english: String) -> String {
    Message(indonesian: indonesian, english: english).text(in: language)
  }

  private func lines(_ text: StyledText, indent: Int = 0, hanging: Int = 4) -> String {
    text.lines(width: width, indent: indent, hanging: hanging, style: style)
      .joined(separator: "\n") + "\n"
  }

  /// The rules of a pipeline: id, title and sentence of each; with `details` also why, when and
  /// whence.
  public func text(
    pipeline: String, title: String, rules: [RuleDefinition], details: RuleDetails
  ) -> String {
    var text = lines(StyledText("\(pipeline): \(title)", .strong))
    for rule in rules { text += self.text(rule, details) }
    return text
  }

  /// How much is told of a rule.
  public enum RuleDetails: Sendable {
    /// The sentence and why it is there.
    case brief
    /// Everything that its author said.
    case full
  }

  private func text(_ rule: RuleDefinition, _ details: RuleDetails) -> String {
    var opening = StyledText(rule.id, .strong)
    opening.add(" [\(Words.severity(rule.severity).text(in: language))]", rule.severity.tone)
    if let title = rule.title { opening.add(" \(title)") }
    var text = lines(opening, indent: 2, hanging: 6)
    let place = rule.table.map { "\($0): " } ?? ""
    text += lines(StyledText(place + rule.text, .note), indent: 4, hanging: 8)
    if let because = rule.because { text += lines(StyledText(because), indent: 4, hanging: 4) }
    guard details == .full else { return text }
    let facts: [(String, String?)] = [
      (pick("berlaku bila", "when"), rule.when),
      (pick("toleransi", "tolerance"), rule.tolerance),
      (pick("bila ada yang kosong", "missing parts"), rule.missing.rawValue),
      (pick("sumber", "source"), rule.source),
    ]
    for (name, value) in facts {
      guard let value else { continue }
      text += lines(StyledText("\(name): \(value)", .faint), indent: 4, hanging: 8)
    }
    return text
  }

  /// The reference: every form with its meaning, or one form with its examples.
  public func reference(_ forms: [RuleForm], details: RuleDetails) -> String {
    var text = lines(StyledText(pick("Bentuk aturan", "Forms of rules"), .strong))
    for form in forms {
      var opening = StyledText(form.name, .strong)
      opening.add("  \(form.syntax)", .note)
      text += lines(opening, indent: 2, hanging: 6)
      text += lines(StyledText(form.meaning.text(in: language)), indent: 4, hanging: 4)
      if details == .full { for example in form.examples { text += self.text(example) } }
    }
    guard details == .brief else { return text }
    for note in RuleForm.notes { text += "\n" + lines(StyledText(note.text(in: language))) }
    return text
  }

  private func text(_ example: RuleForm.Example) -> String {
    var text = "\n" + lines(StyledText("rule: \(example.rule)", .note), indent: 4, hanging: 10)
    if let when = example.when { text += lines(StyledText("when: \(when)"), indent: 4) }
    if let totals = example.totals { text += lines(StyledText("totals: \(totals)"), indent: 4) }
    text += table(example.table)
    for (name, other) in example.others.sorted(by: { $0.key < $1.key }) {
      text += lines(StyledText("\(name):", .faint), indent: 4) + table(other)
    }
    return text
  }

  /// A table with its columns aligned; `!` stands behind the cells that the rule finds.
  private func table(_ text: String) -> String {
    let rows = text.split(separator: "\n").map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        cell.split(separator: " ").joined(separator: " ")
      }
    }
    var result = ""
    for row in rows {
      var line = "      "
      for (column, cell) in row.enumerated() {
        let widest = rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        line += cell + String(repeating: " ", count: widest - DisplayWidth.of(cell) + 2)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      result += line + "\n"
    }
    return result
  }
}
