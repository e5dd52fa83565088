/// Turns the tokens of a formula into A1 notation.
///
/// The tokens stand in reverse Polish notation and hold their parentheses, so that joining texts on
/// a stack gives the formula as it was written, blanks aside.
struct TokenText {
  /// The longest list of tokens that is read, in bytes; programs write at most 1,800.
  private static let tokenLimit = 8192
  /// The longest formula that is written, in bytes; programs show at most 8,192 characters.
  private static let textLimit = 32_768

  /// Whether the formula gives a number whatever it refers to, unless it gives an error.
  private(set) var givesNumber = false

  private let globals: WorkbookGlobals
  private let links: WorkbookLinks
  private let origin: ReferenceOrigin
  private var tokens: ContinuedBytes
  private var constants: ContinuedBytes
  private var texts: [String] = []
  private var length = 0

  /// Prepares to read tokens, which are followed by the values of constants in braces; `origin` is
  /// the cell of a formula that several cells share.
  init?(
    _ body: ArraySlice<UInt8>, at offset: Int, continued: [ArraySlice<UInt8>],
    origin: ReferenceOrigin, globals: WorkbookGlobals, links: WorkbookLinks
  ) {
    guard let count = body.uint16(at: offset).map(Int.init), count <= Self.tokenLimit,
      body.from(offset + 2).count >= count
    else { return nil }
    tokens = ContinuedBytes(body.from(offset + 2).prefix(count))
    constants = ContinuedBytes(body, from: offset + 2 + count, continued: continued)
    self.origin = origin
    self.globals = globals
    self.links = links
  }

  /// The formula; nil where a token is unknown.
  mutating func read() -> String? {
    while let token = tokens.uint8() {
      guard apply(token), length <= Self.textLimit else { return nil }
    }
    return texts.count == 1 ? texts[0] : nil
  }

  /// Applies a token; those from 0x20 come in three classes of the value they give.
  private mutating func apply(_ token: UInt8) -> Bool {
    let kind = token < 0x20 ? token : token & 0x1F | 0x20
    switch kind {
    case 0x03...0x11: return join(kind)
    case 0x12: return wrap("+", "", isNumber: true)
    case 0x13: return wrap("-", "", isNumber: true)
    case 0x14: return wrap("", "%", isNumber: true)
    case 0x15: return wrap("(", ")", isNumber: givesNumber)
    case 0x16: return push("")
    case 0x17: return push(string().map { "\"" + $0 + "\"" })
    case 0x19: return applyAttribute()
    case 0x1C: return push(tokens.uint8().map(BinaryNumber.error))
    case 0x1D: return push(tokens.uint8().map { $0 == 0 ? "FALSE" : "TRUE" })
    case 0x1E: return push(tokens.uint16().map(String.init))
    case 0x1F: return push(tokens.uint64().flatMap(Self.number))
    case 0x20:
      return tokens.skip(7)
        && push(constants.constantArray(globals.version, codePage: globals.codePage))
    case 0x21, 0x22: return call(isVariable: kind == 0x22)
    default: return applyReference(kind)
    }
  }

  private mutating func applyReference(_ kind: UInt8) -> Bool {
    let version = globals.version
    switch kind {
    case 0x23:
      let name = tokens.uint16().flatMap { links.name(Int($0)) }
      return tokens.skip(version == .eight ? 2 : 12) && push(name)
    case 0x24: return push(tokens.reference(version, from: nil)?.text)
    case 0x25: return push(tokens.range(version, from: nil))
    case 0x26:
      guard tokens.skip(6), let count = constants.uint16() else { return false }
      return constants.skip(Int(count) * (version == .eight ? 8 : 6))
    case 0x27, 0x28: return tokens.skip(6)
    case 0x29, 0x2E, 0x2F: return tokens.skip(2)
    case 0x2A: return tokens.skip(version == .eight ? 4 : 3) && push("#REF!")
    case 0x2B: return tokens.skip(version == .eight ? 8 : 6) && push("#REF!")
    case 0x2C: return push(tokens.reference(version, from: origin)?.text)
    case 0x2D: return push(tokens.range(version, from: origin))
    case 0x39: return push(nameElsewhere())
    case 0x3A:
      guard let prefix = sheetPrefix(), let cell = tokens.reference(version, from: nil) else {
        return false
      }
      return push(prefix + cell.text)
    case 0x3B:
      guard let prefix = sheetPrefix(), let range = tokens.range(version, from: nil) else {
        return false
      }
      return push(prefix + range)
    case 0x3C, 0x3D:
      let size = version == .eight ? (kind == 0x3C ? 4 : 8) : (kind == 0x3C ? 3 : 6)
      guard let prefix = sheetPrefix(), tokens.skip(size) else { return false }
      return push(prefix == "#REF!" ? prefix : prefix + "#REF!")
    default: return false
    }
  }

  private mutating func push(_ text: String?) -> Bool {
    guard let text else { return false }
    texts.append(text)
    length += text.utf8.count
    givesNumber = false
    return true
  }

  private mutating func wrap(_ before: String, _ after: String, isNumber: Bool) -> Bool {
    guard let last = texts.popLast() else { return false }
    texts.append(before + last + after)
    length += before.utf8.count + after.utf8.count
    givesNumber = isNumber
    return true
  }

  private mutating func join(_ kind: UInt8) -> Bool {
    let signs = ["+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":"]
    guard let right = texts.popLast(), !texts.isEmpty else { return false }
    let sign = signs[Int(kind) - 0x03]
    texts[texts.count - 1] += sign + right
    length += sign.utf8.count
    givesNumber = kind <= 0x07
    return true
  }

  /// Applies what tells a program how to calculate or to lay out the formula; among it the sum of a
  /// single argument.
  private mutating func applyAttribute() -> Bool {
    guard let kind = tokens.uint8(), let data = tokens.uint16() else { return false }
    if kind & 0x10 != 0 { return wrap("SUM(", ")", isNumber: true) }
    return kind & 0x04 == 0 || tokens.skip((Int(data) + 1) * 2)
  }

  private mutating func call(isVariable: Bool) -> Bool {
    let given = isVariable ? tokens.uint8().map { Int($0 & 0x7F) } : nil
    guard let number = tokens.uint16().map(Int.init) else { return false }
    if number == WorksheetFunction.named {
      guard let given, given > 0, given <= texts.count else { return false }
      let name = texts.remove(at: texts.count - given)
      return call(name, given - 1, givesNumber: false)
    }
    guard let function = WorksheetFunction.all[number],
      let count = isVariable ? given : function.argumentCount
    else { return false }
    return call(function.name, count, givesNumber: function.givesNumber)
  }

  private mutating func call(_ name: String, _ count: Int, givesNumber: Bool) -> Bool {
    guard count <= texts.count else { return false }
    let arguments = texts.suffix(count).joined(separator: ",")
    texts.removeLast(count)
    texts.append("\(name)(\(arguments))")
    length += name.utf8.count + 2 + count
    self.givesNumber = givesNumber
    return true
  }

  private mutating func string() -> String? {
    guard let count = tokens.uint8() else { return nil }
    var bytes: [UInt8] = []
    switch globals.version {
    case .eight: guard tokens.text(Int(count), to: &bytes) else { return nil }
    case .five:
      guard let text = tokens.bytes(Int(count)), globals.codePage.write(text[...], to: &bytes)
      else { return nil }
    }
    return Self.doubled(String(decoding: bytes, as: UTF8.self))
  }

  /// A text with its quotation marks doubled.
  static func doubled(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }

  private static func number(_ pattern: UInt64) -> String? {
    var bytes: [UInt8] = []
    return BinaryNumber.write(Double(bitPattern: pattern), to: &bytes)
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// What stands before a reference to another sheet.
  private mutating func sheetPrefix() -> String? {
    guard let number = tokens.uint16() else { return nil }
    guard globals.version == .five else { return links.prefix(Int(number)) }
    guard tokens.skip(8), let first = tokens.uint16(), let last = tokens.uint16() else {
      return nil
    }
    // Negative numbers stand for sheets of the workbook itself.
    return number & 0x8000 != 0
      ? links.ownPrefix(first, last) : links.otherPrefix(Int(number) - 1)
  }

  private mutating func nameElsewhere() -> String? {
    guard let number = tokens.uint16() else { return nil }
    switch globals.version {
    case .eight:
      guard let name = tokens.uint16(), tokens.skip(2),
        links.sheetRanges.indices.contains(Int(number))
      else { return nil }
      return links.name(Int(name), ofBook: links.sheetRanges[Int(number)].book)
    case .five:
      guard tokens.skip(8), let name = tokens.uint16(), tokens.skip(12) else { return nil }
      return number & 0x8000 != 0
        ? links.name(Int(name)) : links.name(Int(name), ofBook: Int(number) - 1)
    }
  }
}
