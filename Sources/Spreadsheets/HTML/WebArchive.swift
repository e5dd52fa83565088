/// A web page saved as a single file (MHTML, RFC 2557): a mail message whose parts are the page and
/// what it shows.
enum WebArchive {
  /// One part of it.
  struct Part {
    /// Its kind in lower case: `text/html`.
    var kind = "text/plain"
    /// The encoding of its text, where the header names it.
    var encoding: String?
    /// Its address as written.
    var address = ""
    /// Its bytes as they were before they were made safe for mail.
    var content: [UInt8] = []
  }

  /// The deepest that parts may stand in parts.
  private static let greatestDepth = 8

  /// True where the file begins as a message does.
  static func recognises(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.prefix(4096)
    let first = start.drop { " \t\r\n".utf8.contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    let name = first.prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 && $0 != UInt8(ascii: "<") }
    guard first.dropFirst(name.count).first == UInt8(ascii: ":") else { return false }
    return start.place(of: "mime-version:", from: start.startIndex) != nil
      || start.place(of: "\ncontent-type:", from: start.startIndex) != nil
  }

  /// All parts that are no containers of others, in order.
  static func parts(_ bytes: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    collect(bytes.drop { " \t\r\n".utf8.contains($0) || $0 > 0x7F }, depth: 0, into: &parts)
    return parts
  }

  private static func collect(_ bytes: ArraySlice<UInt8>, depth: Int, into parts: inout [Part]) {
    let (header, body) = MessageHeader.split(bytes)
    let type = header["content-type"] ?? ""
    let kind = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if kind.hasPrefix("multipart/"), depth < greatestDepth,
      let boundary = MessageHeader.parameter("boundary", of: type), !boundary.isEmpty
    {
      for piece in pieces(body, boundary: Array("--\(boundary)".utf8)) {
        collect(piece, depth: depth + 1, into: &parts)
      }
      return
    }
    let safe = header["content-transfer-encoding"]?.lowercased() ?? ""
    let content =
      switch safe {
      case "quoted-printable": MailEncoding.quotedPrintable(body)
      case "base64": MailEncoding.base64(body)
      default: Array(body)
      }
    parts.append(
      Part(
        kind: kind, encoding: MessageHeader.parameter("charset", of: type),
        address: header["content-location"] ?? "", content: content))
  }

  /// What stands between lines that begin with the boundary; the last one may lack its end.
  private static func pieces(
    _ body: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<end].starts(with: boundary) {
        if let start { pieces.append(body[start..<line]) }
        start = body[line..<end].dropFirst(boundary.count).starts(with: [0x2D, 0x2D]) ? nil : end
      }
      line = end
    }
    if let start { pieces.append(body[start...]) }
    return pieces
  }
}
