public import Pipelines
import Rules
import Tabular

/// Writes `report.md`, the plain report for people.
public struct MarkdownReport: Sendable {
  /// The language of the text.
  public var language: Language
  /// How many findings of a rule are listed.
  public var findingsPerRule: Int
  /// Where all findings are, as told to the reader.
  public var findingsPath: String

  /// Settings of the report.
  public init(
    language: Language = .indonesian, findingsPerRule: Int = 500,
    findingsPath: String = "findings.csv"
  ) {
    self.language = language
    self.findingsPerRule = findingsPerRule
    self.findingsPath = findingsPath
  }

  /// Writes `report` to `stream` and ends it; throws the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var stream = stream
    let groups = FindingGroups.of(report)
    opening(of: report, groups: groups, to: &stream)
    failures(of: report, to: &stream)
    news(of: report, to: &stream)
    causes(of: report, to: &stream)
    let named = Set(report.pipelines.map(\.name))
    for pipeline in report.pipelines + unnamed(groups, besides: named) {
      stream.write("\n## \(escaped(pipeline.name)) – \(escaped(pipeline.title))\n\n")
      stream.write(Words.records(pipeline.records).text(in: language) + ".\n")
      rules(report.rules.filter { $0.pipeline == pipeline.name }, to: &stream)
      findings(groups.filter { $0.pipeline == pipeline.name }, to: &stream)
    }
    datasets(of: report, to: &stream)
    inputs(of: report, to: &stream)
    try stream.finish()
  }
}

extension MarkdownReport {
  /// Pipelines that have findings but did not get as far as being listed.
  private func unnamed(
    _ groups: [FindingGroups.Group], besides named: Set<String>
  ) -> [RunReport.Pipeline] {
    groups.filter { $0.startsPipeline && !named.contains($0.pipeline) }.map { group in
      RunReport.Pipeline(name: group.pipeline, title: group.pipeline, records: 0)
    }
  }

  private func opening(
    of report: RunReport, groups: [FindingGroups.Group], to stream: inout TextStream
  ) {
    let counts = FindingGroups.counts(groups)
    let count = counts[.error, default: 0] + counts[.warning, default: 0]
    stream.write("# \(word(.report))\n\n")
    stream.write("**\(Words.discrepancies(count, in: report.status).text(in: language)).** ")
    stream.write(Heading.status(report.status).text(in: language) + "\n")
    guard report.pipelines.contains(where: { !$0.uses.isEmpty }) else { return }
    stream.write("\n" + escaped(Words.order(report.pipelines).text(in: language)) + ".\n")
  }

  /// What is new against the run before.
  private func news(of report: RunReport, to stream: inout TextStream) {
    guard let news = RunNews(report) else { return }
    stream.write("\n" + escaped(news.sentence.text(in: language)) + ".\n")
    guard !news.items.isEmpty || !news.resolved.isEmpty else { return }
    stream.write("\n")
    func item(_ word: Message, _ place: String, _ rule: String, _ message: Message) {
      stream.write(
        "- \(word.text(in: language)): **\(escaped(place))**: \\[\(escaped(rule))\\] "
          + escaped(message.text(in: language)) + "\n")
    }
    for (state, finding) in news.items.prefix(findingsPerRule) {
      let place = finding.cells.first.map { Place.text($0.location, in: language) } ?? ""
      item(Words.state(state), place, finding.rule, finding.message)
    }
    for finding in news.resolved.prefix(findingsPerRule) {
      item(Words.gone, finding.place, finding.rule, finding.message)
    }
    for count in [news.items.count, news.resolved.count] where count > findingsPerRule {
      stream.write("- \(Words.moreNews(count - findingsPerRule).text(in: language))\n")
    }
  }

  private func failures(of report: RunReport, to stream: inout TextStream) {
    guard !report.failures.isEmpty else { return }
    stream.write("\n## \(word(.failures))\n\n")
    for failure in report.failures {
      let sentence = FailureSentence(failure, in: language)
      let pipeline = sentence.pipeline.isEmpty ? "" : "**\(escaped(sentence.pipeline))**: "
      stream.write("- \(pipeline)\(escaped(sentence.text))\n")
      guard !sentence.quote.isEmpty else { continue }
      stream.write("\n" + sentence.quote.map { "      \($0)\n" }.joined() + "\n")
    }
  }

  private func rules(_ rules: [RuleOutcome], to stream: inout TextStream) {
    guard !rules.isEmpty else { return }
    stream.write("\n### \(word(.rules))\n\n")
    let labels: [Heading] = [.rule, .title, .severity, .outcome, .checked, .findings, .reason]
    stream.write(MarkdownText.row(labels.map(word)))
    stream.write(MarkdownText.rule([.left, .left, .left, .left, .right, .right, .left]))
    for rule in rules {
      let reasons = [rule.reason?.text(in: language), rule.because].compactMap { $0 }
      stream.write(
        MarkdownText.row([
          escaped(rule.id), escaped(rule.title), Words.severity(rule.severity).text(in: language),
          Words.outcome(ShownOutcome(rule)).text(in: language), number(rule.checked),
          number(rule.violations), escaped(reasons.joined(separator: "; ")),
        ]))
    }
  }

  private func findings(_ groups: [FindingGroups.Group], to stream: inout TextStream) {
    stream.write("\n### \(word(.discrepancies))\n\n")
    if groups.isEmpty { stream.write(word(.noFindings) + "\n") }
    for group in groups {
      for finding in group.findings.prefix(findingsPerRule) { write(finding, to: &stream) }
      let more = group.total - min(group.findings.count, findingsPerRule)
      guard more > 0 else { continue }
      let text = Words.more(more, rule: group.rule, in: findingsPath).text(in: language)
      stream.write("- \(escaped(text))\n")
    }
  }

  private func write(_ finding: Finding, to stream: inout TextStream) {
    let place = finding.cells.first.map { Place.text($0.location, in: language) } ?? ""
    let severity = Words.severity(finding.severity).text(in: language)
    let sentence = finding.message.text(in: language)
    stream.write("- **\(escaped(place))**: \(severity): \\[\(escaped(finding.rule))\\] ")
    stream.write(escaped(sentence))
    let facts = FindingFacts(of: finding, in: language).phrase(without: sentence)
    stream.write(facts.isEmpty ? "\n" : "; \(escaped(facts))\n")
  }

  private func datasets(of report: RunReport, to stream: inout TextStream) {
    guard !report.datasets.isEmpty else { return }
    stream.write("\n## \(word(.datasets))\n\n")
    stream.write(MarkdownText.row([Heading.dataset, .records, .state, .file].map(word)))
    stream.write(MarkdownText.rule([.left, .right, .left, .left]))
    for dataset in report.datasets {
      var state =
        dataset.blockedBy.isEmpty
        ? Words.published(dataset).text(in: language)
        : Words.quarantined(by: dataset.blockedBy).text(in: language)
      if dataset.withheld > 0 {
        state += ", " + Words.withheld(dataset.withheld).text(in: language)
      }
      stream.write(
        MarkdownText.row([
          escaped("\(dataset.pipeline)/\(dataset.name)"), number(dataset.records), escaped(state),
          escaped(dataset.path),
        ]))
    }
  }

  func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  func word(_ heading: Heading) -> String { heading.words.text(in: language) }

  func number(_ count: Int) -> String { ShownNumber.text(count, in: language) }
}
