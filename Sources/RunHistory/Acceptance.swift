/// A finding that an office accepted as it is.
public struct Acceptance: Sendable, Hashable {
  /// The fingerprint of the finding.
  public var fingerprint: String
  /// The last day on which it counts, as `2026-12-31`.
  public var until: String
  /// Why.
  public var because: String
  /// The office that accepted it.
  public var office: String

  /// Makes an acceptance.
  public init(fingerprint: String, until: String, because: String, office: String) {
    self.fingerprint = fingerprint
    self.until = until
    self.because = because
    self.office = office
  }
}
