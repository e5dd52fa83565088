import Pipelines
import Rules
import Tabular

/// A pipeline as the reports of tests tell it.
struct TestSuite {
  /// A rule, a check of reading, or something that was not completed.
  struct Case {
    let name: String
    let outcome: Outcome
    /// What is told besides, line by line.
    var output: [String] = []
  }

  /// What became of a case, with a word for the kind of it.
  enum Outcome {
    case passed
    case failed(message: String, type: String, lines: [String])
    case error(message: String, type: String)
    case skipped(message: String, type: String)

    var isFailure: Bool { if case .failed = self { true } else { false } }
    var isError: Bool { if case .error = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
  }

  let name: String
  let cases: [Case]

  /// The most findings of a case that are told one by one.
  static let findingLimit = 100
  /// The suite of what belongs to no pipeline.
  private static let ownName = "cermat"

  /// All suites of a run: its pipelines in their order, then those that could not even begin.
  static func all(of report: RunReport, in language: Language) -> [TestSuite] {
    let rules = Dictionary(grouping: report.rules, by: \.pipeline)
    let findings = Dictionary(grouping: report.findings, by: \.pipeline)
    let failures = Dictionary(grouping: report.failures) {
      $0.pipeline.isEmpty ? ownName : $0.pipeline
    }
    var names = report.pipelines.map(\.name)
    let others = report.failures.map { $0.pipeline.isEmpty ? ownName : $0.pipeline }
    for name in others where !names.contains(name) { names.append(name) }
    return names.map { name in
      TestSuite(
        name: name, rules: rules[name] ?? [], findings: findings[name] ?? [],
        failures: failures[name] ?? [], in: language)
    }
  }

  private init(
    name: String, rules: [RuleOutcome], findings: [Finding], failures: [RunReport.Failure],
    in language: Language
  ) {
    self.name = name
    let found = Dictionary(grouping: findings, by: \.rule)
    let known = Set(rules.map(\.id))
    cases =
      rules.map { Self.case($0, found[$0.id] ?? [], language) }
      + found.keys.filter { !known.contains($0) }.sorted().map { id in
        let findings = found[id] ?? []
        return Self.case(id, findings, of: findings.count, nil, language)
      }
      + failures.map { failure in
        Case(
          name: name,
          outcome: .error(message: failure.message.text(in: language), type: "incomplete"))
      }
  }

  private static func `case`(
    _ rule: RuleOutcome, _ findings: [Finding], _ language: Language
  ) -> Case {
    let reason = rule.reason?.text(in: language) ?? rule.title
    switch ShownOutcome(rule) {
    case .satisfied: return Self.case(rule.id, findings, of: findings.count, nil, language)
    case .violated:
      return Self.case(
        rule.id, findings, of: max(rule.violations, findings.count),
        rule.gravest ?? rule.severity, language)
    case .inapplicable:
      let word = Words.outcome(.inapplicable).text(in: language)
      return Case(
        name: rule.id, outcome: .skipped(message: "\(word): \(reason)", type: "inapplicable"))
    case .unverifiable:
      let word = Words.outcome(.unverifiable).text(in: language)
      let message = "\(word): \(reason)"
      return Case(
        name: rule.id,
        outcome: rule.severity == .error
          ? .error(message: message, type: "unverifiable")
          : .skipped(message: message, type: "unverifiable"),
        output: findings.isEmpty ? [] : lines(findings, of: findings.count, language))
    }
  }

  /// A case by what was found: it fails where any of it, or `severity`, is more than a note.
  private static func `case`(
    _ id: String, _ findings: [Finding], of total: Int, _ severity: Severity?,
    _ language: Language
  ) -> Case {
    let gravest = ([severity] + findings.map(\.severity)).compactMap { $0 }.max()
    guard let gravest else { return Case(name: id, outcome: .passed) }
    let lines = lines(findings, of: total, language)
    guard gravest > .note else { return Case(name: id, outcome: .passed, output: lines) }
    let first = findings.first { $0.severity == gravest } ?? findings.first
    let sentence = first?.message.text(in: language) ?? id
    let message = total > 1 ? "\(sentence) (\(WordsOfTests.more(total - 1, language)))" : sentence
    return Case(
      name: id, outcome: .failed(message: message, type: gravest.rawValue, lines: lines))
  }

  /// The findings, a line each, and how many are not told here and where they are.
  private static func lines(
    _ findings: [Finding], of total: Int, _ language: Language
  ) -> [String] {
    var lines = findings.prefix(findingLimit).map { finding in
      let place = finding.cells.first.map { Place.text($0.location, in: language) + ": " } ?? ""
      let severity = Words.severity(finding.severity).text(in: language)
      return "\(place)\(severity): \(finding.message.text(in: language))"
    }
    let untold = findings.count - lines.count
    if untold > 0 { lines.append(WordsOfTests.elsewhere(untold).text(in: language)) }
    let unlisted = total - findings.count
    if unlisted > 0 { lines.append(WordsOfTests.unlisted(unlisted).text(in: language)) }
    return lines
  }
}
