import Glibc
import Pipelines

/// What proves to the portal who publishes; it shows itself to nobody but the transport.
public struct Token: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The token itself, for the header of a request.
  let secret: String

  /// Never the token.
  public var description: String { "•••" }

  /// Never the token.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The token that a text is.
  ///
  /// - Parameters:
  ///   - text: The token, with blanks around it or without.
  ///   - place: Where the text comes from.
  /// - Throws: `PortalError` where it is empty or can't stand in a header.
  public init(_ text: String, from place: String) throws(PortalError) {
    let bytes = text.utf8.drop { $0 <= 0x20 }
    let end = bytes.lastIndex { $0 > 0x20 }
    let kept = end.map { Array(bytes[...$0]) } ?? []
    guard !kept.isEmpty, kept.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw PortalError(.unusableToken, at: place)
    }
    secret = String(decoding: kept, as: UTF8.self)
  }

  /// The token that a file holds, which nobody but its owner may read.
  ///
  /// - Parameter path: The path of the file.
  /// - Throws: `PortalError` where it can't be read, or where others may read or write it.
  public init(file path: String) throws(PortalError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0 else { throw PortalError(.noTokenFile, at: path) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PortalError(.noTokenFile, at: path)
    }
    guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
      throw PortalError(.openTokenFile, at: path)
    }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw PortalError(.noTokenFile, at: path) }
    try self.init(String(decoding: bytes[..<count], as: UTF8.self), from: path)
  }

  /// What is wrong where there is no token.
  ///
  /// - Parameter place: Where one was looked for.
  /// - Returns: The error to throw.
  public static func missing(_ place: String) -> PortalError { PortalError(.noToken, at: place) }

  /// A text in which the token is blotted out.
  ///
  /// - Parameter text: What somebody else wrote, who may have repeated what they were sent.
  /// - Returns: The text without the token.
  func blotted(_ text: String) -> String { text.replacing(secret, with: "•••") }
}
