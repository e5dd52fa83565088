/// Something that keeps a table from being read or kept.
public struct TabularError: Error, Sendable, Hashable {
  /// What happened.
  public enum Reason: Sendable, Hashable {
    /// The folder for temporary data can't take a file; with the system's error number.
    case spillNotOpened(folder: String, errno: Int32)
    /// Temporary data could not be written; with the system's error number.
    case spillNotWritten(folder: String, errno: Int32)
    /// Temporary data could not be read back; 0 where the file is shorter than what was written.
    case spillNotRead(folder: String, errno: Int32)
  }

  /// What happened.
  public var reason: Reason
  /// The place in the resource; nil where the error is about none.
  public var location: Location?

  /// Makes an error.
  public init(_ reason: Reason, at location: Location? = nil) {
    self.reason = reason
    self.location = location
  }
}
