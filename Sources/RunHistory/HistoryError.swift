public import Tabular

/// Something that keeps the history from being read or written.
public struct HistoryError: Error, Sendable, Hashable {
  /// What it is.
  public enum Reason: Sendable, Hashable {
    /// The file holds no history, or a damaged one; the payload is what SQLite says.
    case damaged(String)
    /// A newer version of the program wrote it.
    case newer
    /// The file can't be opened, or can't be written.
    case denied(String)
    /// No space is left.
    case noSpace
    /// Another program has held the file for too long.
    case busy
    /// There is no run of that number.
    case noRun(Int)
    /// No finding begins with that fingerprint.
    case noFinding(String)
    /// Several findings begin with it.
    case ambiguousFinding(String, [String])
    /// Anything else that SQLite says.
    case other(String)
  }

  /// The file.
  public var path: String
  /// What it is.
  public var reason: Reason

  /// Makes an error.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What happened, where, and the remedy.
  public var message: Message {
    let (fact, remedy) = reason.words
    return Message(errorAt: path, fact, remedy: remedy)
  }
}
