public import Tabular

/// What became of all rules of one pipeline.
public struct RuleRun: Sendable {
  /// The outcome of every rule, in the order of their definition.
  public var outcomes: [RuleOutcome]
  /// The findings, in the order of rules and then of places.
  public var findings: [Finding]
  /// For each rule the records of its table in which it found something, from 1, without gaps or
  /// caps; rules that found nothing in records are absent.
  public var flaggedRecords: [String: RecordSet]

  /// Makes a run.
  public init(
    outcomes: [RuleOutcome] = [], findings: [Finding] = [],
    flaggedRecords: [String: RecordSet] = [:]
  ) {
    self.outcomes = outcomes
    self.findings = findings
    self.flaggedRecords = flaggedRecords
  }
}
