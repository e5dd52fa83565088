/// Formulas of OpenDocument (OpenFormula, and the dialects before it) in the notation of XLSX.
struct ODSFormulaText {
  private var rest: Substring
  private var output = ""
  /// True inside `{ }`.
  private var isInArray = false

  /// The formula without its `=`: `of:=SUM([.C6:.C10];1)` becomes `SUM(C6:C10,1)`.
  static func excel(_ formula: String) -> String {
    let start = formula.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let prefix = formula.dropFirst(start.count).first == ":" ? String(start) : ""
    var text = prefix.isEmpty ? formula[...] : formula.dropFirst(start.count + 1)
    while let first = text.first, first == "=" || first == " " { text = text.dropFirst() }
    if prefix == "msoxl" { return String(text) }
    var translation = ODSFormulaText(rest: text)
    return translation.translate()
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func translate() -> String {
    while let character = rest.popFirst() {
      switch character {
      case "\"", "'": copyQuoted(character)
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        output += Self.reference(inside)
      case "#": copyError()
      case ";": output += ","
      case "|" where isInArray: output += ";"
      case "~": output += ","
      case "!": output += " "
      case "{", "}":
        isInArray = character == "{"
        output.append(character)
      default: output.append(character)
      }
    }
    return output.replacing("COM.MICROSOFT.", with: "")
  }

  /// Copies an error value, whose `!` is no operator.
  private mutating func copyError() {
    let word = rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "/") }
    rest = rest.dropFirst(word.count)
    output += "#" + word
    if let last = rest.first, last == "!" || last == "?" {
      output.append(last)
      rest = rest.dropFirst()
    }
  }

  /// Copies a text or name up to its closing quote; a doubled one is part of it.
  private mutating func copyQuoted(_ quote: Character) {
    output.append(quote)
    while let character = rest.popFirst() {
      output.append(character)
      if character == quote { return }
    }
  }

  /// `.A1` is A1, `$Sheet2.A1:.B2` is Sheet2!A1:B2.
  private static func reference(_ text: Substring) -> String {
    if text.contains("#REF!") { return "#REF!" }
    var ends: [(sheet: Substring, cell: Substring)] = []
    for end in parts(text, at: ":") {
      let pieces = parts(end, at: ".")
      let cell = pieces.last ?? ""
      var sheet = end.dropLast(min(end.count, cell.count + 1))
      if sheet.first == "$" { sheet = sheet.dropFirst() }
      ends.append((sheet, cell))
    }
    guard let first = ends.first else { return "" }
    let sheets = Set(ends.map(\.sheet).filter { !$0.isEmpty })
    let prefix: String
    if let last = ends.dropFirst().first, sheets.count == 2 {
      prefix = "\(first.sheet):\(last.sheet)!"
    } else {
      prefix = first.sheet.isEmpty ? "" : "\(first.sheet)!"
    }
    return prefix + ends.map { String($0.cell) }.joined(separator: ":")
  }

  /// The pieces between separators outside of single quotes.
  private static func parts(_ text: Substring, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var isQuoted = false
    var start = text.startIndex
    for index in text.indices {
      if text[index] == "'" { isQuoted.toggle() }
      if text[index] == separator, !isQuoted {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    return parts + [text[start...]]
  }
}
