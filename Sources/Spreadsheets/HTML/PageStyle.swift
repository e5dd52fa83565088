/// What a style of a web page says that matters for cells.
struct PageStyle: Hashable {
  /// How numbers are shown, where it is said.
  var format: NumberFormat?
  /// The steps by which the text is indented, where they are said.
  var indent: UInt8?
  /// True where it is not shown, false where it is, nil where nothing is said.
  var isHidden: Bool?

  /// True where it says nothing.
  var isEmpty: Bool { self == PageStyle() }

  /// Reads declarations: `mso-number-format:"0\.00"; display:none`.
  init(_ declarations: Substring) {
    for declaration in Self.split(declarations) {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = Self.trimmed(declaration[..<colon]).lowercased()
      let value = Self.trimmed(declaration[declaration.index(after: colon)...])
      switch name {
      case "mso-number-format":
        format = OfficeFormat.code(Substring(value)).map { NumberFormat(code: $0) }
      case "mso-char-indent-count": indent = UInt8(value)
      case "display": isHidden = value.lowercased().hasPrefix("none")
      case "visibility": if value.lowercased().hasPrefix("hidden") { isHidden = true }
      default: continue
      }
    }
  }

  /// Says nothing.
  init() {}

  /// What `other` says goes before what this says.
  mutating func override(by other: PageStyle) {
    format = other.format ?? format
    indent = other.indent ?? indent
    isHidden = other.isHidden ?? isHidden
  }

  /// The pieces between `;` outside of quotes; a backslash takes the next character along.
  private static func split(_ text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      switch character {
      case "\\" where next < text.endIndex:
        index = text.index(after: next)
        continue
      case ";" where quote == nil:
        pieces.append(text[start..<index])
        start = next
      case "\"", "'":
        if quote == nil { quote = character } else if quote == character { quote = nil }
      default: break
      }
      index = next
    }
    pieces.append(text[start...])
    return pieces
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
