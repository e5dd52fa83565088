/// Why a delimited file can't be read on.
public struct DelimitedError: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// Nothing has that name.
    case missing
    /// It is a folder.
    case folder
    /// The system refuses to open it.
    case notPermitted
    /// The system can't open it; the number is `errno`.
    case cannotOpen(code: Int32)
    /// No text in it: 0 bytes, or nothing but a byte order mark.
    case empty
    /// The content is something else than delimited text.
    case otherContent(FileContent)
    /// The system failed to read on; the number is `errno`.
    case readFailed(code: Int32)
    /// The file is larger than the limit, in bytes.
    case fileTooLarge(limit: Int)
    /// A physical line is longer than the limit, in bytes.
    case lineTooLong(limit: Int)
    /// The encoding that was given is not the one that the file announces.
    case encodingContradicted(given: TextEncoding, found: TextEncoding)
    /// Delimiter and quote can't be told apart or are no printable ASCII characters.
    case impossibleDialect(delimiter: UInt8, quoteChar: UInt8)
  }

  /// The path as it was given.
  public var path: String
  /// The physical line, from 1, where one is known.
  public var line: Int?
  /// The offset in the file, from 0, where it is known.
  public var byteOffset: Int?
  /// What went wrong.
  public var reason: Reason

  /// Makes an error.
  public init(path: String, line: Int? = nil, byteOffset: Int? = nil, reason: Reason) {
    self.path = path
    self.line = line
    self.byteOffset = byteOffset
    self.reason = reason
  }
}
