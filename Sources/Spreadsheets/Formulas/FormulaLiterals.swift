extension FormulaParser {
  /// The inside of what stands between two quotes; doubled ones stand for one.
  mutating func quoted(_ quote: UInt8) throws(Unreadable) -> String {
    var inside: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == quote {
        guard byte(1) == quote else {
          at += 1
          return String(decoding: inside, as: UTF8.self)
        }
        at += 1
      }
      inside.append(bytes[at])
      at += 1
    }
    throw Unreadable()
  }

  /// A constant table, with its braces.
  mutating func constantTable() throws(Unreadable) -> String {
    let start = at
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        _ = try quoted(UInt8(ascii: "\""))
        continue
      }
      at += 1
      if bytes[at - 1] == UInt8(ascii: "}") { return text(start..<at) }
    }
    throw Unreadable()
  }

  /// An error value: `#DIV/0!`, `#N/A`, `#NAME?`, `#REF!`.
  mutating func errorValue() throws(Unreadable) -> String {
    let start = at
    at += 1
    while Self.isLetter(peek) || peek == UInt8(ascii: "/") || peek == UInt8(ascii: "_")
      || peek == UInt8(ascii: "0")
    { at += 1 }
    if peek == UInt8(ascii: "!") || peek == UInt8(ascii: "?") { at += 1 }
    guard at > start + 2 else { throw Unreadable() }
    return text(start..<at)
  }

  /// A number, or whole rows as `3:5`.
  mutating func numberOrRows() throws(Unreadable) {
    let start = at
    while Self.isDigit(peek) { at += 1 }
    if peek == UInt8(ascii: ":"), at > start,
      Self.isDigit(byte(1)) || byte(1) == UInt8(ascii: "$")
    {
      at = start
      return try word()
    }
    if take(".") {
      while Self.isDigit(peek) { at += 1 }
    }
    guard at > start + 1 || Self.isDigit(bytes[start]) else { throw Unreadable() }
    if peek | 0x20 == UInt8(ascii: "e") {
      let signs = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
      guard Self.isDigit(byte(1 + signs)) else { throw Unreadable() }
      at += 1 + signs
      while Self.isDigit(peek) { at += 1 }
    }
    guard !Self.beginsWord(peek) else { throw Unreadable() }
    tokens.append(.number(text(start..<at)))
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// True for what a name, a reference or a function can begin with.
  static func beginsWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "\\")
  }

  static func isOfWord(_ byte: UInt8) -> Bool {
    beginsWord(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
  }
}
