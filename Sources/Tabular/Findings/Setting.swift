/// A setting of a reading, which knows what it rests on.
public struct Setting<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Where a setting comes from.
  public enum Origin: String, Sendable, Hashable {
    /// The pipeline file says so.
    case given
    /// The data show it.
    case detected
    /// Nothing speaks for or against it.
    case assumed
  }

  /// The value in force.
  public var value: Value
  /// What it rests on.
  public var origin: Origin
  /// What in the data shows it, in words for people; nil where nothing more is to be said.
  public var basis: Message?

  /// Makes a setting.
  public init(_ value: Value, _ origin: Origin, basis: Message? = nil) {
    self.value = value
    self.origin = origin
    self.basis = basis
  }
}
