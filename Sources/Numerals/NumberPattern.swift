/// A text with one hole that holds a number: `B \((.*)\)` reads the 61 in `B (61)`.
///
/// Outside the group `(.*)` every character stands for itself; a backslash takes the meaning off
/// a parenthesis, star, bracket or backslash. A blank matches any run of blanks. Anchors `^` and `$`
/// at the ends are allowed and change nothing, since the whole text must match.
public struct NumberPattern: Sendable, Hashable {
  /// Why a pattern can't be used.
  public enum Problem: Error, Sendable, Hashable {
    /// No group `(.*)`.
    case noGroup
    /// A second group, or something else that only a full regular expression has.
    case unsupported(Character)
    /// A backslash at the end.
    case unfinishedEscape
  }

  /// The pattern as declared.
  public let text: String
  let before: [UInt8]
  let after: [UInt8]

  /// Reads a pattern; the problem is told where it has no group or more than literal text.
  public init(_ text: String) throws(Problem) {
    self.text = text
    var rest = Substring(text)
    if rest.first == "^" { rest.removeFirst() }
    if rest.last == "$", !rest.hasSuffix("\\$") { rest.removeLast() }
    before = try Self.literal(&rest)
    guard rest.hasPrefix("(.*)") || rest.hasPrefix("(.+)") else {
      guard let first = rest.first else { throw .noGroup }
      throw .unsupported(first)
    }
    rest.removeFirst(4)
    after = try Self.literal(&rest)
    if let first = rest.first { throw .unsupported(first) }
  }

  /// Takes literal text off the front of `rest`, up to the first unescaped special character.
  private static func literal(_ rest: inout Substring) throws(Problem) -> [UInt8] {
    var literal: [UInt8] = []
    while let character = rest.first, !"()[]{}*+?|".contains(character) {
      rest.removeFirst()
      guard character == "\\" else {
        literal.append(contentsOf: String(character).utf8)
        continue
      }
      guard let escaped = rest.popFirst() else { throw .unfinishedEscape }
      if escaped.isLetter || escaped.isNumber { throw .unsupported(escaped) }
      literal.append(contentsOf: String(escaped).utf8)
    }
    return literal
  }

  /// The place of the group within `place`, or nil where the text does not have this form.
  func group(in bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Range<Int>? {
    guard let start = Self.match(before, in: bytes, place) else { return nil }
    guard let end = Self.matchEnd(after, in: bytes, start..<place.upperBound) else { return nil }
    return start..<end
  }

  /// Where `literal` ends at the front of `place`.
  private static func match(
    _ literal: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>
  ) -> Int? {
    var at = place.lowerBound
    for byte in literal {
      if byte == UInt8(ascii: " ") {
        let next = Blanks.skip(bytes, at..<place.upperBound)
        guard next > at else { return nil }
        at = next
      } else {
        guard at < place.upperBound, bytes[at] == byte else { return nil }
        at += 1
      }
    }
    return at
  }

  /// Where `literal` begins at the back of `place`.
  private static func matchEnd(
    _ literal: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>
  ) -> Int? {
    var at = place.upperBound
    for byte in literal.reversed() {
      if byte == UInt8(ascii: " ") {
        let next = Blanks.skipBack(bytes, place.lowerBound..<at)
        guard next < at else { return nil }
        at = next
      } else {
        guard at > place.lowerBound, bytes[at - 1] == byte else { return nil }
        at -= 1
      }
    }
    return at
  }
}
