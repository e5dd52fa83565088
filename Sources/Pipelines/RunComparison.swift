public import Tabular

/// How a finding stands to what earlier runs found.
public enum FindingState: String, Sendable, Hashable, CaseIterable {
  /// No run found it before.
  case new
  /// An earlier run found it, the last one did not.
  case reopened
  /// The last run found it with other values.
  case changed
  /// The last run found it so.
  case unchanged
  /// Somebody accepted it until a date that has not passed.
  case accepted

  /// True where people have not been told of it so.
  public var isNews: Bool { self == .new || self == .reopened || self == .changed }
}

/// A finding of an earlier run.
public struct PastFinding: Sendable, Hashable {
  /// The fingerprint.
  public var fingerprint: String
  /// The pipeline.
  public var pipeline: String
  /// The rule.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Where it was, as told to people.
  public var place: String
  /// What was found.
  public var message: Message
  /// The run that found it first.
  public var since: Int

  /// Makes a finding.
  public init(
    fingerprint: String, pipeline: String, rule: String, severity: Severity, place: String,
    message: Message, since: Int
  ) {
    self.fingerprint = fingerprint
    self.pipeline = pipeline
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.since = since
  }
}

/// What a run found, against what earlier runs found.
public struct RunComparison: Sendable {
  /// The states, in the order of the findings.
  public var states: [FindingState]
  /// What the runs before found and this one does not any more.
  public var resolved: [PastFinding]
  /// True where no complete run of any of the pipelines is known.
  public var isFirst: Bool

  /// Makes a comparison.
  public init(states: [FindingState], resolved: [PastFinding], isFirst: Bool) {
    self.states = states
    self.resolved = resolved
    self.isFirst = isFirst
  }

  /// How many findings have a state.
  public func count(_ state: FindingState) -> Int { states.count { $0 == state } }

  /// True where something appeared, came back, changed or went.
  public var hasNews: Bool { states.contains(where: \.isNews) || !resolved.isEmpty }
}
