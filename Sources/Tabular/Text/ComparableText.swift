/// A text as names are compared: letters in lower case, blanks of any sort collapsed to one, and none
/// beside a slash (`Kabupaten / Kota`).
public enum ComparableText {
  /// The form of `text` in which two spellings of one name are equal.
  public static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { ofASCII($0) } ?? ofUnicode(text)
  }

  /// The form of a name without the mark of a footnote behind it: `kota semarang` of
  /// `kota semarang *)`.
  public static func withoutMark(_ comparable: String) -> String {
    var rest = comparable[...]
    while let last = rest.last, signs.contains(last) || ")⁾ ".contains(last) { rest.removeLast() }
    let mark = comparable[rest.endIndex...]
    return mark.contains(where: signs.contains) && !rest.isEmpty ? String(rest) : comparable
  }

  private static let signs: Set<Character> = [
    "*", "†", "‡", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]

  /// The same for a text of ASCII letters, which nearly all are; nil for any other.
  private static func ofASCII(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { result in
      var (count, pendingBlank) = (0, false)
      for byte in text {
        if byte == 0x20 || (0x09...0x0d).contains(byte) {
          pendingBlank = count > 0
          continue
        }
        if pendingBlank, byte != slash, result[count - 1] != slash {
          result[count] = 0x20
          count += 1
        }
        pendingBlank = false
        result[count] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static let slash = UInt8(ascii: "/")

  private static func ofUnicode(_ text: String) -> String {
    var result = ""
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank, scalar != "/", result.unicodeScalars.last != "/" {
        result.unicodeScalars.append(" ")
      }
      pendingBlank = false
      result += scalar.properties.lowercaseMapping
    }
    return result
  }
}
