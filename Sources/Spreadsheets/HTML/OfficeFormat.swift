/// Number formats as Excel writes them into web pages, `mso-number-format:"\#\,\#\#0"`.
enum OfficeFormat {
  /// The format's code in the notation of XLSX, or nil where it is none.
  static func code(_ value: Substring) -> String? {
    let text = unescaped(unquoted(value))
    if let code = named[text.lowercased()] { return code }
    return text.isEmpty ? nil : text
  }

  /// Formats that go by a name in web pages.
  private static let named = [
    "general": "General", "general number": "General", "fixed": "0.00", "standard": "#,##0.00",
    "percent": "0.00%", "scientific": "0.00E+00", "currency": "#,##0.00",
    "short date": "dd/mm/yyyy", "medium date": "dd-mmm-yy", "long date": "d mmmm yyyy",
    "general date": "dd/mm/yyyy hh:mm", "short time": "hh:mm", "medium time": "hh:mm AM/PM",
    "long time": "hh:mm:ss", "text": "@",
  ]

  private static func unquoted(_ value: Substring) -> Substring {
    for quote in ["\"", "'"] where value.count >= 2 {
      if value.hasPrefix(quote), value.hasSuffix(quote) { return value.dropFirst().dropLast() }
    }
    return value
  }

  /// Resolves the escapes of CSS: `\#` is `#`, `\0022` is `"`.
  private static func unescaped(_ value: Substring) -> String {
    var output = ""
    var rest = value
    while let character = rest.popFirst() {
      guard character == "\\" else {
        output.append(character)
        continue
      }
      let digits = rest.prefix(4).prefix { $0.isHexDigit }
      if digits.count == 4, let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        output.unicodeScalars.append(scalar)
        rest = rest.dropFirst(4)
      } else if let next = rest.popFirst() {
        output.append(next)
      }
    }
    return output
  }
}
