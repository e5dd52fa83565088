/// Text made safe for a cell of a CSV that people open in a spreadsheet program.
///
/// Text from an office's file that begins with `=`, `+`, `-` or `@` would be taken for a formula.
/// An apostrophe is put before it, which the programs take to mean text. Plain numerals, which may
/// begin with a sign, stay as they are. Where a program splits at semicolons, tabs or line breaks
/// although the file is written with commas, the parts after those are guarded as well.
enum SpreadsheetCell {
  /// `text` with an apostrophe wherever a formula could begin.
  static func guarded(_ text: String) -> String {
    guard !isNumeral(text) else { return text }
    var result = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, beginsFormula(scalar) { result.append("'") }
      result.append(scalar)
      switch scalar {
      case ";", "\t", "\n", "\r": isAtStart = true
      case " ", "\u{a0}", "\u{feff}": break
      default: isAtStart = false
      }
    }
    return String(result)
  }

  /// The signs that begin a formula, with their full-width forms.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": true
    default: false
    }
  }

  /// A sign at most, then only digits, group and decimal marks, blanks and a percent sign; a lone
  /// dash, which tables write for a missing value, counts too.
  private static func isNumeral(_ text: String) -> Bool {
    let rest = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    return rest.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x20, 0x25, 0x2C, 0x2E].contains(byte)
    }
  }
}
