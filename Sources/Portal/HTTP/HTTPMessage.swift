/// A request as it goes over the wire.
public struct HTTPRequest: Sendable, Hashable {
  /// One part of a multipart body.
  public struct Part: Sendable, Hashable {
    /// What a part holds.
    public enum Content: Sendable, Hashable {
      /// These bytes.
      case bytes([UInt8])
      /// The bytes of the file at this path, as long as the file is when the request begins.
      case file(String)
    }

    /// The name of the form field.
    var name: String
    /// What it holds.
    var content: Content
    /// The name of the file, for parts that are files.
    var fileName: String?
    /// The media type, for parts that are files.
    var mediaType: String?
  }

  /// What is sent; its length is always known and told.
  public enum Body: Sendable, Hashable {
    /// Nothing: a GET.
    case none
    /// A JSON text: a POST.
    case json([UInt8])
    /// A form with files: a POST.
    case form([Part])
  }

  /// What is done with the bytes that come back.
  public enum Receiving: Sendable, Hashable {
    /// They are kept, up to the limit of the transport.
    case content
    /// They are only counted and digested; other addresses of the same scheme are followed.
    case digest
  }

  /// The address.
  public var url: String
  /// What is sent.
  public var body: Body
  /// The token for the `Authorization` header; nil for a stranger's request.
  public var token: Token?
  /// What is done with what comes back.
  public var receiving: Receiving
}

/// What a server answered, whole.
public struct HTTPResponse: Sendable, Hashable {
  /// The status.
  public var status: Int
  /// The header fields with their names in lower case.
  public var headers: [String: String]
  /// The bytes that came back; empty where they were only digested.
  public var content: [UInt8]
  /// How many bytes came back.
  public var length: Int
  /// The SHA-256 digest of the bytes; nil where they were kept.
  public var sha256: String?

  /// Makes a response whose content is kept.
  public init(status: Int, headers: [String: String] = [:], content: [UInt8]) {
    self.status = status
    self.headers = headers
    self.content = content
    length = content.count
  }
}

/// Why there is no whole answer.
public struct HTTPFailure: Error, Sendable, Hashable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// The name is unknown or nobody listens: nothing was sent.
    case unreachable
    /// The connection broke, or the answer was not HTTP.
    case broken
    /// It took too long.
    case slow
    /// The certificate is not to be trusted.
    case untrusted
    /// More came back than is read.
    case tooLong
    /// A file that was to be sent can't be read.
    case unreadable
    /// Anything else; the request itself is at fault.
    case unsent
  }

  /// What went wrong.
  public var reason: Reason
  /// What the library says of it.
  public var words: String
}

/// The edge of the world: one request, one answer.
public protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the whole answer.
  ///
  /// - Parameter request: What to send.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `HTTPFailure` where there is no whole answer.
  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse
}
