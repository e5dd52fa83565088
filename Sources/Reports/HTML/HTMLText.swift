/// Texts of data made safe for a page: what could be taken for markup is escaped, and what can't be
/// seen, or would turn the text around it, is shown as a sign.
enum HTMLText {
  /// `text` for the inside of an element or of a quoted attribute.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { needsCare($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\r": continue
      case "\n": result += "\n"
      case "\t": result += " "
      default: result += shown(scalar)
      }
    }
    return result
  }

  /// The sign itself, or its name where it can't be seen.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    guard isInvisible(scalar) else { return String(scalar) }
    if let picture = Unicode.Scalar(0x2400 + scalar.value), scalar.value < 0x20 {
      return String(picture)
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
  }

  private static func needsCare(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&", "<", ">", "\"", "'": true
    default: isInvisible(scalar)
    }
  }

  /// Control characters, marks of direction and characters without width.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
