import Numerals

/// Numbers as pipeline files and rules write them, whatever the data do: `-1234.5`.
enum PlainNumber {
  /// The exact value of `text`, or nil where it is no such number or too long for 128 bits.
  static func value(of text: String) -> ExactDecimal? {
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative { rest.removeFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = parts.first
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= ExactDecimal.maximumScale, let digits = Int128(whole + decimals) else {
      return nil
    }
    return ExactDecimal(mantissa: negative ? -digits : digits, scale: decimals.count)
  }
}
