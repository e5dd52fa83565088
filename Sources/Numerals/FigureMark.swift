/// A mark that points to a footnote, beside a figure: `1.234*)`, `1.234 r)`, `1.234¹⁾`.
public enum FigureMark {
  /// Parts a text into a figure and the mark before or behind it.
  ///
  /// Stars and daggers, digits above the line, and one letter, also doubled, before a parenthesis are
  /// marks; so are a digit before a parenthesis where a blank stands before it, and the letters that
  /// statistics use (`r`, `x`, `e`, `p`) within parentheses. Letters without a parenthesis are none,
  /// as they could be a unit; `l`, `i`, `o` are none, as they could be digits.
  ///
  /// - Returns: The place of the figure in `bytes`, and the mark; nil where there is no mark or no
  ///   digit beside it.
  public static func part(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (figure: Range<Int>, mark: String)? {
    let whole = Blanks.trim(bytes, 0..<bytes.count)
    guard let last = whole.last, mayEnd(bytes[last]) || mayBegin(bytes[whole.lowerBound]) else {
      return nil
    }
    let text = String(decoding: bytes[whole], as: UTF8.self)
    guard text.utf8.count == whole.count, text.utf8.count <= 80 else { return nil }
    if let length = lengthAtEnd(text) {
      let figure = Blanks.trim(bytes, whole.lowerBound..<whole.upperBound - length)
      return figure.isEmpty ? nil : (figure, shown(text.utf8.suffix(length)))
    }
    if let length = lengthAtStart(text) {
      let figure = Blanks.trim(bytes, whole.lowerBound + length..<whole.upperBound)
      return figure.isEmpty ? nil : (figure, shown(text.utf8.prefix(length)))
    }
    return nil
  }

  /// The figure of a text with a footnote mark; nil where it has no such mark.
  public static func figure(of text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      part(bytes).map { String(decoding: bytes[$0.figure], as: UTF8.self) }
    }
  }

  /// The mark of a footnote that a line below a table begins with: `r)` in `r) angka diperbaiki`;
  /// nil for other lines.
  public static func leading(_ line: String) -> String? {
    let words = line.split(maxSplits: 1, whereSeparator: { $0.isWhitespace || "=:".contains($0) })
    guard words.count == 2, let first = words.first else { return nil }
    let mark = String(first)
    return mark.contains(where: \.isNumber) && !mark.contains(where: above.contains)
      ? nil : lengthAtEnd("0 " + mark) == mark.utf8.count ? mark : nil
  }

  private static let stars: Set<Character> = ["*", "†", "‡"]
  private static let above: Set<Character> = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  /// Letters that can't be taken for digits.
  private static let letters = Set("abcdefghjkmnpqrstuvwxyz")
  private static let statistical: Set<String> = ["r", "x", "xx", "e", "p", "s", "ss", "rr"]

  private static func mayEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "*") || byte >= 0x80
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte >= 0x80
  }

  private static func shown(_ bytes: some Sequence<UInt8>) -> String {
    String(String(decoding: Array(bytes), as: UTF8.self).filter { !$0.isWhitespace })
  }

  /// The number of bytes of the mark at the end of a text.
  private static func lengthAtEnd(_ text: String) -> Int? {
    var rest = text[...]
    let isClosed = rest.last == ")" || rest.last == "⁾"
    if isClosed { rest.removeLast() }
    let core = rest.reversed().prefix { stars.contains($0) || above.contains($0) }
    if !core.isEmpty {
      rest.removeLast(core.count)
      if isClosed, rest.last == "(" || rest.last == "⁽" { rest.removeLast() }
      return length(of: text, without: rest)
    }
    guard isClosed else { return nil }
    var word = String(rest.reversed().prefix(while: \.isLetter).reversed()).lowercased()
    if word.isEmpty { word = String(rest.reversed().prefix(while: \.isNumber).reversed()) }
    rest.removeLast(word.count)
    if rest.last == "(" {
      rest.removeLast()
      return statistical.contains(word) ? length(of: text, without: rest) : nil
    }
    let isLetters =
      (1...2).contains(word.count) && Set(word).count == 1
      && word.allSatisfy(letters.contains)
    let isNumber = word.count == 1 && word != "0" && rest.last?.isWhitespace == true
    guard isLetters || isNumber, !rest.contains("(") || rest.contains(")") else { return nil }
    return length(of: text, without: rest)
  }

  /// The number of bytes of the mark at the start of a text.
  private static func lengthAtStart(_ text: String) -> Int? {
    let core = text.prefix { stars.contains($0) || above.contains($0) }
    guard !core.isEmpty else { return nil }
    var rest = text.dropFirst(core.count)
    if rest.first == ")" || rest.first == "⁾" { rest.removeFirst() }
    return length(of: text, without: rest)
  }

  /// The bytes of a mark, where digits are left beside it.
  private static func length(of text: String, without rest: Substring) -> Int? {
    guard rest.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return text.utf8.count - rest.utf8.count
  }
}
