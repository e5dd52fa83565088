/// Reads a JSON text strictly by RFC 8259: nothing before or behind it, no name twice in an object,
/// no half surrogates, at most 128 levels.
struct JSONReader {
  /// Where and why a text is not JSON.
  struct Fault: Error, Hashable {
    /// The offset of the byte at which it stops being JSON.
    var offset: Int
  }

  private static let deepest = 128

  private let bytes: [UInt8]
  private var next = 0
  private var depth = 0

  /// The value that the bytes are.
  ///
  /// - Parameter bytes: A JSON text in UTF-8.
  /// - Returns: The value.
  /// - Throws: `Fault` where they are something else.
  static func value(of bytes: [UInt8]) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.next == bytes.count else { throw reader.fault }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var fault: Fault { Fault(offset: next) }
  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func skipBlanks() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { next += 1 }
  }

  private mutating func take(_ wanted: UInt8) throws(Fault) {
    guard byte == wanted else { throw fault }
    next += 1
  }

  private mutating func takes(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    next += 1
    return true
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skipBlanks()
    guard let byte, depth < Self.deepest else { throw fault }
    depth += 1
    defer { depth -= 1 }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
    for byte in word.utf8 { try take(byte) }
    return value
  }

  private mutating func object() throws(Fault) -> JSONValue {
    try take(UInt8(ascii: "{"))
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipBlanks()
    if takes(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipBlanks()
      let place = fault
      let name = try text()
      guard names.insert(name).inserted else { throw place }
      skipBlanks()
      try take(UInt8(ascii: ":"))
      members.append(.init(name: name, value: try value()))
      skipBlanks()
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    try take(UInt8(ascii: "["))
    var values: [JSONValue] = []
    skipBlanks()
    if takes(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      values.append(try value())
      skipBlanks()
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return .array(values)
  }

  private mutating func digits() throws(Fault) {
    guard let byte, (0x30...0x39).contains(byte) else { throw fault }
    while let byte = self.byte, (0x30...0x39).contains(byte) { next += 1 }
  }

  private mutating func number() throws(Fault) -> String {
    let start = next
    _ = takes(UInt8(ascii: "-"))
    if !takes(UInt8(ascii: "0")) { try digits() }
    if takes(UInt8(ascii: ".")) { try digits() }
    if takes(UInt8(ascii: "e")) || takes(UInt8(ascii: "E")) {
      if !takes(UInt8(ascii: "+")) { _ = takes(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  private mutating func text() throws(Fault) -> String {
    let place = fault
    try take(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault }
      next += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape())
      } else {
        text.append(byte)
      }
    }
    try take(UInt8(ascii: "\""))
    guard let text = String(validating: text, as: UTF8.self) else { throw place }
    return text
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    guard let byte else { throw fault }
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
    default: throw Fault(offset: next - 1)
    }
  }

  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let first = try unit()
    var value = UInt32(first)
    if (0xD800..<0xDC00).contains(first) {
      try take(UInt8(ascii: "\\"))
      try take(UInt8(ascii: "u"))
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second) else { throw fault }
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw fault }
    return scalar
  }

  private mutating func unit() throws(Fault) -> UInt16 {
    guard next + 4 <= bytes.count else { throw fault }
    let digits = bytes[next..<next + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault }
    next += 4
    return unit
  }
}
