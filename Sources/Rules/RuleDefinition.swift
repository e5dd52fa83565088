public import Tabular

/// A rule as its author wrote it, before it is understood.
public struct RuleDefinition: Sendable, Hashable {
  /// What a rule does about missing parts: the modes of `check_hierarchy` in VTL 2.0.
  public enum MissingMode: String, Sendable, Hashable, CaseIterable {
    /// With a missing part the rule is unverifiable.
    case nonNull = "non_null"
    /// Checked where at least one part is present and not zero; missing parts count as zero.
    case nonZero = "non_zero"
    /// Checked where at least one part is present; with a missing part it is unverifiable.
    case partialNull = "partial_null"
    /// Checked where at least one part is present; missing parts count as zero.
    case partialZero = "partial_zero"
    /// Always checked; with a missing part it is unverifiable.
    case alwaysNull = "always_null"
    /// Always checked; missing parts count as zero.
    case alwaysZero = "always_zero"
  }

  /// The name, unique within its pipeline.
  public var id: String
  /// The table whose records, groups or levels the rule speaks of; nil where it names its tables.
  public var table: String?
  /// The sentence in the rule language.
  public var text: String
  /// The title for people; nil where the id has to do.
  public var title: String?
  /// How much a violation matters.
  public var severity: Severity
  /// The condition under which the rule may fire, in the rule language.
  public var when: String?
  /// An absolute (`500`) or relative (`1%`) tolerance instead of printing precision.
  public var tolerance: String?
  /// How much a name matters that differs from another by a slip; nil for a note.
  public var nearMiss: Severity?
  /// What to do about missing parts.
  public var missing: MissingMode
  /// Why the rule is there.
  public var because: String?
  /// The regulation or formula it comes from.
  public var source: String?

  /// Makes a rule; by default an error in mode `non_null`.
  public init(
    id: String, table: String? = nil, text: String, title: String? = nil,
    severity: Severity = .error, when: String? = nil, tolerance: String? = nil,
    nearMiss: Severity? = nil, missing: MissingMode = .nonNull, because: String? = nil,
    source: String? = nil
  ) {
    self.id = id
    self.table = table
    self.text = text
    self.title = title
    self.severity = severity
    self.when = when
    self.tolerance = tolerance
    self.nearMiss = nearMiss
    self.missing = missing
    self.because = because
    self.source = source
  }
}
