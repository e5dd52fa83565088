import Glibc

/// Texts as the cells of a workbook store them.
enum XlsxText {
  /// `text` without what a workbook can't hold, in at most `limit` UTF-16 units.
  ///
  /// Line breaks become line feeds, characters that XML 1.0 lacks are shown as replacement
  /// characters, and an underscore that would begin an escape of a workbook (`_x0041_`, ECMA-376
  /// part 1, 22.9.2.19) is written as `_x005F_`. An escape counts with all its seven characters.
  ///
  /// - Parameters:
  ///   - text: The text to be shown.
  ///   - limit: The most UTF-16 units of a cell.
  ///   - mark: What a text that is cut ends with.
  /// - Returns: The text that is read back as `text`.
  static func stored(_ text: String, limit: Int, cutMark mark: String) -> String {
    guard needsCare(text, limit) else { return text }
    let scalars = Array(text.unicodeScalars)
    let room = max(0, limit - mark.utf16.count)
    var stored = String.UnicodeScalarView()
    var (units, kept) = (0, 0)
    for index in scalars.indices {
      let piece = piece(at: index, of: scalars)
      stored.append(contentsOf: piece)
      units += piece.reduce(0) { $0 + UTF16.width($1) }
      if units <= room { kept = stored.count }
      if units > limit {
        return String(String.UnicodeScalarView(stored.prefix(kept))) + mark
      }
    }
    return String(stored)
  }

  /// False where `text` is stored as it is.
  private static func needsCare(_ text: String, _ limit: Int) -> Bool {
    // No text has more UTF-16 units than UTF-8 bytes, and a zero ends the search like the others.
    let count = text.utf8.count
    return count > limit || strcspn(text, careful) < count
  }

  /// The bytes that may need care, as a C string: controls but tab and line feed, the underscore,
  /// and the first byte of U+F000 to U+FFFF.
  private static let careful =
    (1..<0x20).filter { $0 != 0x09 && $0 != 0x0a } + [0x5f, CChar(bitPattern: 0xef), 0]

  private static func piece(
    at index: Int, of scalars: [Unicode.Scalar]
  ) -> String.UnicodeScalarView {
    switch scalars[index] {
    case "_" where beginsEscape(scalars[index...]): "_x005F_".unicodeScalars
    case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": "".unicodeScalars
    case "\r": "\n".unicodeScalars
    case "\n", "\t": .init([scalars[index]])
    case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": "\u{fffd}".unicodeScalars
    default: .init([scalars[index]])
    }
  }

  /// True for `_x`, four hexadecimal digits and `_`.
  private static func beginsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = scalars.startIndex
    return scalars.count >= 7 && scalars[start + 1] == "x" && scalars[start + 6] == "_"
      && scalars[start + 2..<start + 6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
