public import Pipelines
public import Rules
public import Tabular

/// The text that `cermat run` prints: never wider than `width` columns.
public struct TerminalSummary: Sendable {
  /// The language of the text.
  public var language: Language
  /// Whether it carries colours; the caller knows whether it goes to a terminal.
  public var style: TextStyle
  /// The columns of a line.
  public var width: Int
  /// How many findings of a rule are printed.
  public var findingsPerRule: Int
  /// Where all findings are, as told to the reader.
  public var findingsPath: String

  /// Settings of the text; by default Indonesian without colours in 80 columns.
  public init(
    language: Language = .indonesian, style: TextStyle = .plain, width: Int = 80,
    findingsPerRule: Int = 20, findingsPath: String = "out/findings.csv"
  ) {
    self.language = language
    self.style = style
    self.width = max(width, 20)
    self.findingsPerRule = findingsPerRule
    self.findingsPath = findingsPath
  }

  /// The line of one pipeline, to be printed when it is done; ends with a line break.
  public func pipelineLine(
    name: String, records: Int, outcomes: [RuleOutcome], failures: [Message] = []
  ) -> String {
    var text = StyledText(name, .strong)
    var facts = [Words.records(records).text(in: language)]
    let tally = tally(outcomes, of: occurring(outcomes))
    if !tally.isEmpty { facts.append(tally) }
    text.add(": " + (failures.isEmpty || records > 0 ? facts.joined(separator: "; ") : ""))
    if !failures.isEmpty {
      text.add((records > 0 ? "; " : "") + word(.failures).lowercased(), .error)
    }
    return joined(lines(text))
  }

  /// The whole text: a line a pipeline, then what the run came to.
  public func text(_ report: RunReport) -> String {
    let pipelines = report.pipelines.map { pipeline in
      pipelineLine(
        name: pipeline.name, records: pipeline.records,
        outcomes: report.rules.filter { $0.pipeline == pipeline.name },
        failures: report.failures.filter { $0.pipeline == pipeline.name }.map(\.message))
    }
    return pipelines.joined() + (pipelines.isEmpty ? "" : "\n") + summary(report)
  }

  /// What the run came to: records, rules, discrepancies, what could not be checked or completed,
  /// and datasets; ends with a line break.
  public func summary(_ report: RunReport) -> String {
    var sections = [totals(report), news(report), discrepancies(report)]
    sections.append(causes(report))
    sections.append(unverifiable(report))
    sections.append(inapplicable(report))
    sections.append(failures(report))
    sections.append(datasets(report))
    return sections.filter { !$0.isEmpty }.map(joined).joined(separator: "\n")
  }
}

extension TerminalSummary {
  private func totals(_ report: RunReport) -> [String] {
    let records = report.pipelines.reduce(0) { $0 + $1.records }
    var text = StyledText(Words.records(records).text(in: language))
    let always: [ShownOutcome] = [.satisfied, .violated, .unverifiable]
    let told = always + occurring(report.rules).filter { !always.contains($0) }
    text.add("; " + tally(report.rules, of: told))
    guard report.pipelines.contains(where: { !$0.uses.isEmpty }) else { return lines(text) }
    let order = StyledText(Words.order(report.pipelines).text(in: language), .faint)
    return lines(text) + lines(order)
  }

  private func occurring(_ outcomes: [RuleOutcome]) -> [ShownOutcome] {
    ShownOutcome.allCases.filter { shown in outcomes.contains { ShownOutcome($0) == shown } }
  }

  /// The number of rules of each outcome told: `18 aturan terpenuhi, 2 dilanggar`.
  private func tally(_ outcomes: [RuleOutcome], of told: [ShownOutcome]) -> String {
    told.enumerated().map { index, shown in
      let count = outcomes.count { ShownOutcome($0) == shown }
      guard index > 0 else { return Words.rules(count, shown).text(in: language) }
      return "\(ShownNumber.text(count, in: language)) \(Words.outcome(shown).text(in: language))"
    }.joined(separator: ", ")
  }

  private func discrepancies(_ report: RunReport) -> [String] {
    let groups = FindingGroups.of(report)
    let counts = FindingGroups.counts(groups)
    let count = counts[.error, default: 0] + counts[.warning, default: 0]
    let tone: Tone = count > 0 ? .error : report.status == .clean ? .good : .plain
    var opening = StyledText(Words.discrepancies(count, in: report.status).text(in: language), tone)
    let grades = [Severity.error, .warning].filter { counts[$0, default: 0] > 0 }
      .map { Words.count(counts[$0, default: 0], $0).text(in: language) }
    if !grades.isEmpty { opening.add(" (\(grades.joined(separator: ", ")))", tone) }
    if let notes = counts[.note] {
      let words = count > 0 ? Words.andNotes(notes) : Words.butNotes(notes)
      opening.add(words.text(in: language), .note)
    }
    opening.add(groups.isEmpty ? "." : ":", tone)
    return lines(opening) + groups.flatMap(group)
  }

  private func group(_ group: FindingGroups.Group) -> [String] {
    var lines: [String] = []
    if group.startsPipeline { lines += [""] + self.lines(StyledText(group.pipeline, .strong)) }
    for finding in group.findings.prefix(findingsPerRule) { lines += self.lines(of: finding) }
    let more = group.total - min(group.findings.count, findingsPerRule)
    if more > 0 {
      let text = Words.more(more, rule: group.rule, in: findingsPath).text(in: language)
      lines += StyledText(text, .faint).lines(width: width, indent: 4, hanging: 4, style: style)
    }
    return lines
  }

  /// `place: severity: [rule] fact; remedy`, and the figures that the sentence does not tell.
  private func lines(of finding: Finding) -> [String] {
    var text = StyledText()
    if let cell = finding.cells.first {
      text.add(Place.text(cell.location, in: language) + ": ", .strong)
    }
    text.add(Words.severity(finding.severity).text(in: language) + ": ", finding.severity.tone)
    text.add("[\(finding.rule)] ", .faint)
    let sentence = finding.message.text(in: language)
    text.add(sentence)
    let facts = FindingFacts(of: finding, in: language).phrase(without: sentence)
    if !facts.isEmpty { text.add("; \(facts)") }
    return lines(text)
  }

  private func unverifiable(_ report: RunReport) -> [String] {
    list(report.rules.filter { $0.applies && $0.reason != nil }, under: .unverifiable, .warning)
  }

  private func inapplicable(_ report: RunReport) -> [String] {
    list(report.rules.filter { !$0.applies }, under: .inapplicable, .plain)
  }

  private func list(_ rules: [RuleOutcome], under heading: Heading, _ tone: Tone) -> [String] {
    guard !rules.isEmpty else { return [] }
    return lines(StyledText(word(heading) + ":", tone))
      + rules.flatMap { rule in
        var text = StyledText(rule.pipeline + ": ", .strong)
        text.add("[\(rule.id)] ", .faint)
        text.add(rule.reason?.text(in: language) ?? rule.title)
        return lines(text)
      }
  }

  private func failures(_ report: RunReport) -> [String] {
    guard !report.failures.isEmpty else { return [] }
    return lines(StyledText(word(.failures) + ":", .error))
      + report.failures.flatMap { failure in
        let sentence = FailureSentence(failure, in: language)
        var text = StyledText(sentence.pipeline.isEmpty ? "" : sentence.pipeline + ": ", .strong)
        text.add(sentence.text)
        return lines(text) + sentence.quote(width: width - 4).map { "    " + $0 }
      }
  }

  private func datasets(_ report: RunReport) -> [String] {
    guard !report.datasets.isEmpty else { return [] }
    return lines(StyledText(word(.datasets) + ":", .strong))
      + report.datasets.flatMap { dataset in
        var text = StyledText("\(dataset.pipeline)/\(dataset.name): ", .strong)
        if dataset.blockedBy.isEmpty {
          text.add(Words.published(dataset).text(in: language), .good)
        } else {
          text.add(Words.quarantined(by: dataset.blockedBy).text(in: language), .error)
        }
        if dataset.withheld > 0 {
          text.add(", " + Words.withheld(dataset.withheld).text(in: language), .warning)
        }
        text.add("; " + dataset.path, .faint)
        return lines(text)
      }
  }

  private func word(_ heading: Heading) -> String { heading.words.text(in: language) }

  private func lines(_ text: StyledText) -> [String] { text.lines(width: width, style: style) }

  private func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

extension Severity {
  var tone: Tone {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
