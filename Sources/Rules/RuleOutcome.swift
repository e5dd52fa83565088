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
  /// The gravest of its findings; nil where it found nothing.
  public var gravest: Severity?
  /// The tables that it speaks of, in the order of their names.
  public var tables: [String]
  /// False where its `when` was fulfilled by none of the records: it was not checked, but there was
  /// nothing to check.
  public var applies: Bool

  /// True where datasets made of its tables must not be published: it found an error, or it is of
  /// error severity and could not be checked everywhere.
  public var blocks: Bool {
    gravest == .error || (severity == .error && isUnverified)
  }

  /// True where it failed nowhere but could not be checked somewhere; one that does not apply is
  /// none of these.
  public var isUnverified: Bool { value == .unverifiable && applies }

  /// Makes an outcome.
  public init(
    pipeline: String, id: String, title: String, text: String, because: String? = nil,
    severity: Severity, value: Value, reason: Message? = nil, checked: Int, violations: Int,
    unverifiable: Int, gravest: Severity? = nil, tables: [String] = [],
    applies: Bool = true
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
    self.gravest = gravest
    self.tables = tables
    self.applies = applies
  }
}
