public import Tabular

/// What became of one rule in one run.
public struct RuleOutcome: Sendable, Hashable {
  /// The three values that a rule can have.
  public enum Value: String, Sendable, Hashable {
    /// It was checked at least once and held everywhere.
    case satisfied
    /// It failed somewhere.
    case violated
    /// It failed nowhere, but somewhere (or everywhere) could not be checked.
    case unverifiable
  }

  /// The pipeline.
  public var pipeline: String
  /// The name of the rule in its pipeline.
  public var id: String
  /// The title for people.
  public var title: String
  /// The rule as written.
  public var text: String
  /// Why the rule is there, as its author says; nil where nothing was said.
  public var because: String?
  /// How much a violation matters.
  public var severity: Severity
  /// What became of it.
  public var value: Value
  /// Why it could not be checked somewhere; nil where it could everywhere.
  public var reason: Message?
  /// In how many places it was checked.
  public var checked: Int
  /// In how many places it failed; may exceed the number of findings that are listed.
  public var violations: Int
  /// In how many places it could not be checked.
  public var unverifiable: Int

  /// Makes an outcome.
  public init(
    pipeline: String, id: String, title: String, text: String, because: String? = nil,
    severity: Severity, value: Value, reason: Message? = nil, checked: Int, violations: Int,
    unverifiable: Int
  ) {
    self.pipeline = pipeline
    self.id = id
    self.title = title
    self.text = text
    self.because = because
    self.severity = severity
    self.value = value
    self.reason = reason
    self.checked = checked
    self.violations = violations
    self.unverifiable = unverifiable
  }
}
