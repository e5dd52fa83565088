/// Finds out how the text of a web page is encoded, and turns it into UTF-8.
///
/// The order is that of browsers (WHATWG, Encoding), except that a page that claims a western code
/// page and is UTF-8 is read as what it is.
enum PageEncoding {
  /// The page in UTF-8, without byte order mark and without control characters.
  ///
  /// - Parameters:
  ///   - bytes: The page as it is in the file.
  ///   - announced: The encoding that a header outside of the page names.
  /// - Returns: The page in UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>, announced: String?) -> [UInt8] {
    cleaned(utf8(bytes, announced: announced))
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, announced: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return TextConversion.repairedUTF8(bytes.dropFirst(3))
    }
    if let wide = wideEncoding(bytes) {
      let text = bytes.dropFirst(bytes.starts(with: wide.mark) ? 2 : 0)
      return TextConversion.utf8(text, from: wide.name) ?? Array(text)
    }
    let label = [announced, declared(bytes)].compactMap { $0 }.map(canonical)
      .first { $0 != "US-ASCII" }
    switch label {
    case nil, "WINDOWS-1252": return guessed(bytes)
    case "UTF-8": return TextConversion.repairedUTF8(bytes)
    case .some(let name): return TextConversion.utf8(bytes, from: name) ?? guessed(bytes)
    }
  }

  /// UTF-8 where it is that, else Windows-1252.
  private static func guessed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if TextConversion.validCount(bytes) == bytes.count { return Array(bytes) }
    return TextConversion.utf8(bytes, from: "WINDOWS-1252") ?? Array(bytes)
  }

  private static func canonical(_ label: String) -> String {
    switch label.uppercased() {
    case "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "CP1252", "WINDOWS-1252", "ANSI":
      "WINDOWS-1252"
    case "ASCII", "US-ASCII", "ISO646-US": "US-ASCII"
    case "UTF8", "UTF-8", "UNICODE", "UTF-16", "UTF-16LE", "UTF-16BE": "UTF-8"
    case let other: other
    }
  }

  private static func wideEncoding(_ bytes: ArraySlice<UInt8>) -> (name: String, mark: [UInt8])? {
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", [0xFF, 0xFE]) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", [0xFE, 0xFF]) }
    let start = bytes.prefix(64)
    guard start.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (place, byte) in start.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = start.count / 2
    if zeros.odd * 2 > pairs, zeros.even * 20 < pairs { return ("UTF-16LE", [0xFF, 0xFE]) }
    if zeros.even * 2 > pairs, zeros.odd * 20 < pairs { return ("UTF-16BE", [0xFE, 0xFF]) }
    return nil
  }

  /// The encoding that a `<meta>` of the page names, looked for where browsers do, and further.
  static func declared(_ bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(16 << 10)
    var place = head.startIndex
    while let tag = head.place(of: "<meta", from: place) {
      let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      if let name = head[..<end].place(of: "charset", from: tag) {
        let value = head[(name + 7)..<end].drop { " \t\r\n='\"".utf8.contains($0) }
        let label = value.prefix { isLabel($0) }
        if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
      }
      place = tag + 5
    }
    return nil
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Blanks out control characters, at some of which the parser would stop.
  ///
  /// So are the ends of the page and its body, since tables behind them are shown but the parser
  /// would not tell them, and the marks of Excel's conditional sections, `<![if …]>` and
  /// `<![endif]>`, which it would take for text.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[index] = 0x20 }
      guard byte == UInt8(ascii: "<"), let end = endOfUntold(bytes[index...].prefix(200)) else {
        continue
      }
      for blank in index...end { bytes[blank] = 0x20 }
    }
    return bytes
  }

  /// The `>` of the mark or end tag at the start of `rest` that the parser must not see.
  private static func endOfUntold(_ rest: ArraySlice<UInt8>) -> Int? {
    let second = rest.dropFirst().first
    let isMark = second == UInt8(ascii: "!")
    guard isMark || second == UInt8(ascii: "/") else { return nil }
    let words: [StaticString] = isMark ? ["<![if ", "<![endif"] : ["</html", "</body"]
    let length = isMark ? 8 : 6
    guard words.contains(where: { rest.prefix(length).place(of: $0, from: 0) == rest.startIndex }),
      let end = rest.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    if isMark { return rest[end - 1] == UInt8(ascii: "-") ? nil : end }
    let name = rest[rest.startIndex + 6]
    return name <= 0x20 || name == UInt8(ascii: ">") ? end : nil
  }
}
