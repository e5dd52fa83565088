/// Reads the text of a formula in A1 notation, with `,` between arguments.
///
/// Operators bind as in spreadsheet programs: a sign before an operand tighter than `^`, so that
/// `-2^2` is 4, and `^` from left to right.
struct FormulaParser {
  /// Not a formula that can be read.
  struct Unreadable: Error {}

  /// The longest text that is read, in bytes; programs allow 8,192 characters.
  static let longest = 32_768
  /// The deepest nesting that is read; programs allow 64.
  static let deepest = 100

  let bytes: [UInt8]
  let origin: CellPosition
  var at = 0
  var tokens: [FormulaToken] = []
  private var depth = 0

  private init(_ text: String, _ origin: CellPosition) {
    bytes = Array(text.utf8)
    self.origin = origin
  }

  /// The formula of the cell at `origin`, with or without its `=`; nil where it can't be read.
  static func formula(_ text: String, at origin: CellPosition) -> Formula? {
    var parser = FormulaParser(text, origin)
    guard parser.bytes.count <= longest else { return nil }
    do {
      parser.skipBlanks()
      if parser.peek == UInt8(ascii: "=") { parser.at += 1 }
      try parser.expression(atLeast: 1)
      parser.skipBlanks()
      return parser.at == parser.bytes.count ? Formula(tokens: parser.tokens) : nil
    } catch {
      return nil
    }
  }

  /// The next byte, or 0 at the end.
  var peek: UInt8 { byte(0) }

  /// The byte `ahead` of the next, or 0 behind the end.
  func byte(_ ahead: Int) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  /// Skips blanks and line breaks; true where there was any.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = at
    while [0x20, 0x09, 0x0A, 0x0D].contains(peek) { at += 1 }
    return at > start
  }

  /// Takes the next byte where it is this one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// What `place` holds.
  func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }

  private mutating func expression(atLeast precedence: Int) throws(Unreadable) {
    try operand()
    while true {
      skipBlanks()
      guard let (infix, length) = nextInfix, infix.precedence >= precedence else { return }
      at += length
      try expression(atLeast: infix.precedence + 1)
      tokens.append(.infix(infix))
    }
  }

  private var nextInfix: (FormulaToken.Infix, length: Int)? {
    if let pair = FormulaToken.Infix(rawValue: String(decoding: [peek, byte(1)], as: UTF8.self)) {
      return (pair, 2)
    }
    let one = FormulaToken.Infix(rawValue: String(decoding: [peek], as: UTF8.self))
    return one.flatMap { $0.precedence <= 5 ? ($0, 1) : nil }
  }

  private mutating func operand() throws(Unreadable) {
    var prefixes: [FormulaToken.Prefix] = []
    skipBlanks()
    while let prefix = FormulaToken.Prefix(rawValue: peek) {
      prefixes.append(prefix)
      at += 1
      skipBlanks()
    }
    try references()
    skipBlanks()
    while take("%") {
      tokens.append(.percent)
      skipBlanks()
    }
    tokens += prefixes.reversed().map { .prefix($0) }
  }

  /// One operand, or references joined by `:` or a blank.
  private mutating func references() throws(Unreadable) {
    try primary()
    while true {
      if take(":") {
        try primary()
        tokens.append(.infix(.range))
        continue
      }
      let end = at
      guard skipBlanks(), Self.beginsReference(peek) else {
        at = end
        return
      }
      try primary()
      tokens.append(.infix(.intersection))
    }
  }

  private static func beginsReference(_ byte: UInt8) -> Bool {
    beginsWord(byte) || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "(")
  }

  private mutating func primary() throws(Unreadable) {
    switch peek {
    case UInt8(ascii: "("): try parentheses()
    case UInt8(ascii: "\""): tokens.append(.text(try quoted(UInt8(ascii: "\""))))
    case UInt8(ascii: "{"): tokens.append(.array(try constantTable()))
    case UInt8(ascii: "#"): tokens.append(.error(try errorValue()))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): try numberOrRows()
    case UInt8(ascii: "'"), UInt8(ascii: "["): try qualified()
    case let byte where Self.beginsWord(byte): try word()
    default: throw Unreadable()
    }
  }

  private mutating func parentheses() throws(Unreadable) {
    try enter()
    try expression(atLeast: 1)
    skipBlanks()
    while take(",") {
      try expression(atLeast: 1)
      skipBlanks()
      tokens.append(.infix(.union))
    }
    try leave()
    tokens.append(.parentheses)
  }

  /// The arguments of a function, from their parenthesis on.
  mutating func call(_ name: String) throws(Unreadable) {
    try enter()
    var count = 0
    skipBlanks()
    while peek != UInt8(ascii: ")") || count > 0 {
      skipBlanks()
      if peek == UInt8(ascii: ",") || peek == UInt8(ascii: ")") {
        tokens.append(.missing)
      } else {
        try expression(atLeast: 1)
      }
      count += 1
      skipBlanks()
      guard take(",") else { break }
    }
    try leave()
    tokens.append(.call(name, arguments: count))
  }

  private mutating func enter() throws(Unreadable) {
    depth += 1
    guard depth <= Self.deepest, take("(") else { throw Unreadable() }
  }

  private mutating func leave() throws(Unreadable) {
    depth -= 1
    guard take(")") else { throw Unreadable() }
  }
}
