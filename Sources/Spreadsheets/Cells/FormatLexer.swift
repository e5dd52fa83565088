/// Reads the code of a number format into sections, as ECMA-376 part 1, 18.8.31 describes them.
struct FormatLexer {
  private let code: [Unicode.Scalar]
  private var at = 0
  private var section = FormatSection()
  private var sections: [FormatSection] = []

  private init(_ code: String) { self.code = Array(code.unicodeScalars) }

  /// The sections of a code; what can't be understood stands as it is.
  static func sections(of code: String) -> [FormatSection] {
    var lexer = FormatLexer(code)
    while let scalar = lexer.next() { lexer.take(scalar) }
    lexer.end()
    return lexer.sections
  }

  private mutating func next() -> Unicode.Scalar? {
    guard at < code.count else { return nil }
    defer { at += 1 }
    return code[at]
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    at + ahead < code.count ? code[at + ahead] : nil
  }

  private mutating func end() {
    section.parts = MinuteFinding.resolve(section.parts)
    sections.append(section)
    section = FormatSection()
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ";": end()
    case "\"": quoted()
    case "\\": if let literal = next() { add(literal) }
    case "_": if next() != nil { add(" ") }
    case "*": _ = next()
    case "[": bracket()
    case "0": section.parts.append(.place(.zero))
    case "#": section.parts.append(.place(.hash))
    case "?": section.parts.append(.place(.question))
    case "%": section.parts.append(.percent)
    case "@": section.parts.append(.text)
    case "/": section.parts.append(isBehindPlace ? .slash : .literal("/"))
    case ",": section.parts.append(isBehindPlace ? .comma : .literal(","))
    case ".": point()
    default: if !word(scalar) { add(scalar) }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if case .literal(let text) = section.parts.last {
      section.parts[section.parts.count - 1] = .literal(text + String(scalar))
    } else {
      section.parts.append(.literal(String(scalar)))
    }
  }

  private var isBehindPlace: Bool {
    switch section.parts.last {
    case .place, .comma: true
    default: false
    }
  }

  private mutating func quoted() {
    while let scalar = next(), scalar != "\"" { add(scalar) }
  }

  /// A point divides whole digits from decimals where places stand beside it, and seconds from
  /// their decimals; else it stands as it is.
  private mutating func point() {
    if case .moment(.second) = section.parts.last ?? .text, peek() == "0" {
      seconds()
    } else if case .moment(.elapsed(.seconds, _)) = section.parts.last ?? .text, peek() == "0" {
      seconds()
    } else if isBehindPlace || peek() == "0" || peek() == "#" || peek() == "?",
      !section.parts.contains(.point)
    {
      section.parts.append(.point)
    } else {
      add(".")
    }
  }

  private mutating func seconds() {
    var digits = 0
    while peek() == "0" {
      digits += 1
      at += 1
    }
    section.parts.append(.moment(.fraction(digits: min(digits, 3))))
  }

  /// Takes the letters that mean something; false where they stand as they are.
  private mutating func word(_ scalar: Unicode.Scalar) -> Bool {
    at -= 1
    if skip("general") {
      section.parts.append(.general)
    } else if skip("am/pm") {
      section.parts.append(.moment(.halfDay(isShort: false)))
    } else if skip("a/p") {
      section.parts.append(.moment(.halfDay(isShort: true)))
    } else if (scalar == "E" || scalar == "e"), isBehindPlace || section.parts.last == .point,
      let sign = peek(1), sign == "+" || sign == "-"
    {
      at += 2
      section.parts.append(.exponent(alwaysSigned: sign == "+"))
    } else if let part = momentPart(scalar) {
      section.parts.append(.moment(part))
    } else {
      at += 1
      return false
    }
    return true
  }

  private mutating func skip(_ word: String) -> Bool {
    var length = 0
    for scalar in word.unicodeScalars {
      guard let found = peek(length), found.properties.lowercaseMapping == String(scalar) else {
        return false
      }
      length += 1
    }
    at += length
    return true
  }

  private mutating func momentPart(_ scalar: Unicode.Scalar) -> FormatSection.MomentPart? {
    let letter = scalar.properties.lowercaseMapping
    guard "ymdhse".contains(letter) else { return nil }
    var count = 0
    while let found = peek(), found.properties.lowercaseMapping == letter {
      count += 1
      at += 1
    }
    return switch letter {
    case "y": .year(digits: count > 2 ? 4 : 2)
    case "e": .year(digits: 4)
    case "m": .month(letters: count)
    case "d": .day(letters: min(count, 4))
    case "h": .hour(letters: min(count, 2))
    default: .second(letters: min(count, 2))
    }
  }

  private mutating func bracket() {
    var inner = ""
    while let scalar = next(), scalar != "]" { inner.unicodeScalars.append(scalar) }
    if inner.hasPrefix("$") {
      currency(inner.dropFirst())
    } else if let elapsed = Self.elapsed(inner.lowercased()) {
      section.parts.append(.moment(elapsed))
    } else if let condition = Self.condition(inner) {
      section.condition = condition
    }
  }

  /// `$Rp-421`: a text, and the number of a language behind `-` (English has 9 in its lower bits).
  private mutating func currency(_ inner: Substring) {
    let dash = inner.firstIndex(of: "-")
    for scalar in inner[..<(dash ?? inner.endIndex)].unicodeScalars { add(scalar) }
    guard let dash else { return }
    let language = inner[inner.index(after: dash)...]
    if let number = UInt32(language.prefix { $0 != "," }, radix: 16) {
      section.isEnglish = number & 0x3FF == 9
    } else {
      section.isEnglish = language.lowercased().hasPrefix("en")
    }
  }

  private static func elapsed(_ inner: String) -> FormatSection.MomentPart? {
    guard let letter = inner.first, inner.allSatisfy({ $0 == letter }) else { return nil }
    return switch letter {
    case "h": .elapsed(.hours, digits: inner.count)
    case "m": .elapsed(.minutes, digits: inner.count)
    case "s": .elapsed(.seconds, digits: inner.count)
    default: nil
    }
  }

  private static func condition(_ inner: String) -> FormatSection.Condition? {
    let sign = inner.prefix { "<>=".contains($0) }
    guard !sign.isEmpty, let limit = SheetNumber(String(inner.dropFirst(sign.count))) else {
      return nil
    }
    return switch sign {
    case ">": FormatSection.Condition(comparison: .atMost, limit: limit, isNegated: true)
    case ">=": FormatSection.Condition(comparison: .less, limit: limit, isNegated: true)
    default:
      FormatSection.Condition.Comparison(rawValue: String(sign)).map {
        FormatSection.Condition(comparison: $0, limit: limit)
      }
    }
  }
}

/// Tells minutes from months, which are both written `m`.
enum MinuteFinding {
  /// The same parts, `m` and `mm` as minutes where hours stand before or seconds behind.
  static func resolve(_ parts: [FormatSection.Part]) -> [FormatSection.Part] {
    var parts = parts
    let places = parts.indices.filter { if case .moment = parts[$0] { true } else { false } }
    for (order, place) in places.enumerated() {
      guard case .moment(.month(let letters)) = parts[place], letters <= 2 else { continue }
      let isBehindHours = order > 0 && isHours(parts[places[order - 1]])
      let isBeforeSeconds = order + 1 < places.count && isSeconds(parts[places[order + 1]])
      if isBehindHours || isBeforeSeconds { parts[place] = .moment(.minute(letters: letters)) }
    }
    return parts
  }

  private static func isHours(_ part: FormatSection.Part) -> Bool {
    switch part {
    case .moment(.hour), .moment(.elapsed(.hours, _)): true
    default: false
    }
  }

  private static func isSeconds(_ part: FormatSection.Part) -> Bool {
    switch part {
    case .moment(.second), .moment(.elapsed(.seconds, _)): true
    default: false
    }
  }
}
