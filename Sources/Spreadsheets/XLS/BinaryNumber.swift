/// Writes binary numbers in digits.
enum BinaryNumber {
  /// Adds the shortest digits that mean the same number: `13000000`, `0.3128`, `1E+20`.
  ///
  /// False, and nothing added, where it is infinite or no number.
  static func write(_ number: Double, to bytes: inout [UInt8]) -> Bool {
    guard number.isFinite else { return false }
    if let whole = Int(exactly: number), whole.magnitude < 10_000_000_000_000_000 {
      bytes.append(contentsOf: String(whole).utf8)
      return true
    }
    var text = number.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    let parts = text.split(separator: "e", maxSplits: 1)
    bytes.append(contentsOf: parts[0].utf8)
    if parts.count == 2 { write(exponent: parts[1], to: &bytes) }
    return true
  }

  private static func write(exponent: Substring, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "E"))
    bytes.append(contentsOf: exponent.prefix(1).utf8)
    bytes.append(contentsOf: exponent.dropFirst().drop { $0 == "0" }.utf8)
  }

  /// The number that four bytes stand for (RK): an integer of 30 bits or the upper 30 bits of a
  /// binary number, in hundredths if so marked.
  static func number(rk: UInt32) -> Double {
    let value =
      rk & 2 != 0
      ? Double(Int32(bitPattern: rk) >> 2) : Double(bitPattern: UInt64(rk & ~3) << 32)
    return rk & 1 != 0 ? value / 100 : value
  }

  /// The name of an error value.
  static func error(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    case 0x2B: "#GETTING_DATA"
    default: "#UNKNOWN!"
    }
  }
}
