import Numerals

/// The form in which labels are compared.
public enum LabelForm {
  /// A label in lower case without dots, colons, stars, quotes and parentheses, with single blanks
  /// and none around slashes: `Anggaran  (Rp.)` and `anggaran rp` have the same form.
  public static func key(_ label: String) -> String {
    if label.utf8.allSatisfy({ $0 < 0x80 }) { return plainKey(label) }
    var key = ""
    var isGap = false
    for character in label.lowercased() {
      if character.isWhitespace || character == "_" || character == "\u{FEFF}" {
        isGap = true
        continue
      }
      if ".:*\"'()[]".contains(character) { continue }
      // A digit above the line points to a footnote, unless it makes a unit: `m²`.
      if "†‡¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾".contains(character), key.last != "m" { continue }
      if isGap, !key.isEmpty, character != "/", key.last != "/" { key.append(" ") }
      isGap = false
      key.append(character)
    }
    return key
  }

  /// The same for ASCII, which nearly all labels are.
  private static func plainKey(_ label: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(label.utf8.count)
    var isGap = false
    for byte in label.utf8 {
      switch byte {
      case 9...13, 0x20, UInt8(ascii: "_"): isGap = true
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        continue
      default:
        let isSlash = byte == UInt8(ascii: "/") || key.last == UInt8(ascii: "/")
        if isGap, !key.isEmpty, !isSlash { key.append(0x20) }
        isGap = false
        key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The number of slips between two labels in this form.
  static func distance(_ left: String, _ right: String) -> Int {
    EditDistance.between(left, right)
  }
}
