/// Cuts a rule into tokens.
struct Lexer {
  private let characters: [Character]
  private let text: String
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// The tokens of `text`, the last of kind `end`.
  static func tokens(of text: String) throws(RuleProblem) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    let end = lexer.characters.count
    tokens.append(Token(kind: .end, span: end..<end))
    return tokens
  }

  private mutating func next() throws(RuleProblem) -> Token? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    let character = characters[position]
    let kind: Token.Kind
    if character == "\"" || character == "'" {
      kind = .text(try quoted(by: character))
    } else if character.isASCII, character.isNumber {
      kind = .number(digits())
    } else if character.isLetter || character == "_" {
      kind = .name(take { $0.isLetter || $0.isNumber || $0 == "_" })
    } else {
      kind = .sign(try sign())
    }
    return Token(kind: kind, span: start..<position)
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, belongs(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func digits() -> String {
    var digits = take { $0.isASCII && $0.isNumber }
    let rest = characters[position...]
    if rest.first == ".", let following = rest.dropFirst().first, following.isNumber {
      position += 1
      digits += "." + take { $0.isASCII && $0.isNumber }
    }
    return digits
  }

  private mutating func quoted(by quote: Character) throws(RuleProblem) -> String {
    let start = position
    position += 1
    var content = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      guard character == quote else {
        content.append(character)
        continue
      }
      guard position < characters.count, characters[position] == quote else { return content }
      content.append(quote)
      position += 1
    }
    throw RuleProblem(.unterminatedText, in: text, at: start..<characters.count)
  }

  private mutating func sign() throws(RuleProblem) -> String {
    let pair = String(characters[position...].prefix(2))
    if ["==", "!=", "<=", ">="].contains(pair) {
      position += 2
      return pair
    }
    let one = String(characters[position])
    let spellings = ["≠": "!=", "≤": "<=", "≥": ">=", "×": "*", "−": "-", "÷": "/"]
    if let ascii = spellings[one] ?? ("=<>+-*/(),.[]%:".contains(one) ? one : nil) {
      position += 1
      return ascii
    }
    throw RuleProblem(
      .unexpectedCharacter(characters[position]), in: text, at: position..<position + 1)
  }
}
