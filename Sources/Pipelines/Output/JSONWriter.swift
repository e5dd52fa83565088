public import Numerals

/// Writes JSON (RFC 8259) in the order it is told, without holding the document.
///
/// The same calls give the same bytes: two spaces of indentation, a line a member, except inside
/// `line` values, which stand on one line: so a list of findings is a line a finding, which
/// compares and searches well. Characters outside ASCII stand as UTF-8; the quotation mark, the
/// backslash, control characters and the line separators U+2028 and U+2029 are escaped.
public struct JSONWriter {
  private var stream: TextStream
  private var depth = 0
  private var lineDepth = 0
  private var isFirst = true
  private var followsKey = false
  private let surroundings: Surroundings

  /// What the document stands in.
  public enum Surroundings: Sendable {
    /// A file of its own.
    case file
    /// A page in HTML: `<` is escaped, so that no text can end the element around it.
    case page
  }

  /// Makes a writer into `stream`.
  public init(to stream: TextStream, in surroundings: Surroundings = .file) {
    self.stream = stream
    self.surroundings = surroundings
  }

  /// Ends the document without ending the stream, to which more may be written.
  public func returned() -> TextStream { stream }

  /// Ends the document with a line break; throws the first error that the sink had.
  public mutating func finish() throws {
    stream.write("\n")
    try stream.finish()
  }

  /// Writes an object whose members stand on lines of their own.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }

  /// Writes an array whose elements stand on lines of their own.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

  /// Writes whatever values `body` writes without line breaks inside them.
  public mutating func line(_ body: (inout JSONWriter) -> Void) {
    separate()
    followsKey = true
    lineDepth += 1
    body(&self)
    lineDepth -= 1
  }

  /// Writes a document of its own on one line: an object with the members that `body` writes, as
  /// JSON Lines wants it.
  public mutating func document(_ body: (inout JSONWriter) -> Void) {
    line { $0.object(body) }
    stream.write("\n")
    isFirst = true
  }

  /// Ends a row of documents; throws the first error that the sink had.
  public mutating func finishDocuments() throws { try stream.finish() }

  /// Writes the name of the member whose value is written next.
  public mutating func key(_ name: String) {
    separate()
    write(escaping: name)
    stream.write(": ")
    followsKey = true
  }

  /// Writes text, or null.
  public mutating func value(_ text: String?) {
    separate()
    guard let text else { return stream.write("null") }
    write(escaping: text)
  }

  /// Writes a whole number, or null.
  public mutating func value(_ number: Int?) {
    separate()
    stream.write(number.map(String.init) ?? "null")
  }

  /// Writes an exact decimal as a number with the decimals of its scale.
  public mutating func value(_ number: ExactDecimal) {
    separate()
    stream.write(number.description)
  }

  /// Writes `true` or `false`.
  public mutating func value(_ truth: Bool) {
    separate()
    stream.write(truth ? "true" : "false")
  }

  /// Writes null.
  public mutating func null() {
    separate()
    stream.write("null")
  }

  /// Writes a value that is JSON already, in the layout of this place of the document.
  public mutating func verbatim(_ json: String) {
    separate()
    stream.write(json)
  }

  /// Writes a member with text, or null.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a member with a whole number, or null.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  /// Writes a member that is true or false.
  public mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  private mutating func nested(
    _ opening: String, _ closing: String, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    stream.write(opening)
    (isFirst, depth) = (true, depth + 1)
    body(&self)
    depth -= 1
    if !isFirst, lineDepth == 0 { breakLine() }
    stream.write(closing)
    isFirst = false
  }

  /// Puts what stands between the value before and the next one.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      isFirst = false
      return
    }
    if depth > 0 {
      if !isFirst { stream.write(lineDepth == 0 ? "," : ", ") }
      if lineDepth == 0 { breakLine() }
    }
    isFirst = false
  }

  private mutating func breakLine() {
    stream.write("\n")
    for _ in 0..<depth { stream.write("  ") }
  }

  private mutating func write(escaping text: String) {
    var text = text
    stream.write("\"")
    text.withUTF8 { bytes in
      var start = 0
      var next = 0
      while next < bytes.count {
        guard let escape = escape(at: next, in: bytes) else {
          next += 1
          continue
        }
        stream.write(UnsafeBufferPointer(rebasing: bytes[start..<next]))
        stream.write(escape.text)
        next += escape.length
        start = next
      }
      stream.write(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    stream.write("\"")
  }

  /// The escape for the character at `index` and its length in UTF-8; nil where it stands as it is.
  private func escape(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "<") where surroundings == .page: return ("\\u003c", 1)
    case 0x08: return ("\\b", 1)
    case 0x09: return ("\\t", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0C: return ("\\f", 1)
    case 0x0D: return ("\\r", 1)
    case let byte where byte < 0x20 || byte == 0x7F:
      let digits = String(byte, radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, 1)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8:
      return ("\\u2028", 3)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA9:
      return ("\\u2029", 3)
    default: return nil
    }
  }
}
