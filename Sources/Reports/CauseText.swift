import Diagnosis
import Pipelines
import Tabular

/// The causes of a run, as the text reports tell them.
extension RunReport {
  /// The causes that say more than their one finding does, in the order of gravity.
  var tellingCauses: [Cause] {
    causes.filter { cause in
      if cause.findings.count > 1 { return true }
      switch cause.explanation.mechanism {
      case .nameTypo, .unknown, .separator: return false
      default: return true
      }
    }
  }

  /// The names of the rules whose findings a cause explains, each once, in their order.
  func rules(explainedBy cause: Cause) -> [String] {
    let ids = Set(cause.findings)
    var rules: [String] = []
    for finding in findings where ids.contains(finding.id) {
      if !rules.contains(finding.rule) { rules.append(finding.rule) }
    }
    return rules
  }
}

extension TerminalSummary {
  /// How many causes are printed.
  private static let causeLimit = 15

  /// What probably happened, cause by cause.
  func causes(_ report: RunReport) -> [String] {
    let causes = report.tellingCauses
    guard !causes.isEmpty else { return [] }
    let word = Heading.causes.words.text(in: language)
    var lines = StyledText(word + ":", .strong).lines(width: width, style: style)
    for cause in causes.prefix(Self.causeLimit) {
      var text = StyledText("\(cause.id). ", .strong)
      text.add(Words.confidence(cause.confidence).text(in: language) + ": ", cause.severity.tone)
      text.add(cause.explanation.message.text(in: language))
      text.add("; " + Words.explains(cause.findings.count).text(in: language), .faint)
      lines += text.lines(width: width, style: style)
    }
    guard causes.count > Self.causeLimit else { return lines }
    let more = Words.moreCauses(causes.count - Self.causeLimit).text(in: language)
    return lines + StyledText(more, .faint).lines(width: width, style: style)
  }
}

extension MarkdownReport {
  /// What probably happened, cause by cause.
  func causes(of report: RunReport, to stream: inout TextStream) {
    let causes = report.tellingCauses
    guard !causes.isEmpty else { return }
    stream.write("\n## \(word(.causes))\n\n")
    for cause in causes.prefix(findingsPerRule) {
      let severity = Words.severity(cause.severity).text(in: language)
      let confidence = Words.confidence(cause.confidence).text(in: language)
      stream.write("- **\(cause.id)**: \(severity), \(confidence): ")
      stream.write(escaped(cause.explanation.message.text(in: language)))
      let explains = Words.explains(cause.findings.count).text(in: language)
      let rules = report.rules(explainedBy: cause).map { "\\[\(escaped($0))\\]" }
      stream.write("; \(explains) \(rules.joined(separator: " "))\n")
    }
    guard causes.count > findingsPerRule else { return }
    stream.write("- \(Words.moreCauses(causes.count - findingsPerRule).text(in: language))\n")
  }
}
