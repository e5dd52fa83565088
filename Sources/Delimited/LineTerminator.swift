/// What ends a physical line.
///
/// All three are understood in every file, whichever is the rule there.
public enum LineTerminator: String, Sendable, Hashable, CaseIterable {
  /// Unix and most programs.
  case lineFeed = "\n"
  /// Windows.
  case carriageReturnLineFeed = "\r\n"
  /// Old Macintosh.
  case carriageReturn = "\r"

  /// The short name for people.
  public var title: String {
    switch self {
    case .lineFeed: "LF"
    case .carriageReturnLineFeed: "CRLF"
    case .carriageReturn: "CR"
    }
  }
}
