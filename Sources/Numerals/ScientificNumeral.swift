/// A number that a spreadsheet wrote as digits times a power of ten, and thereby cut: `2.61024E+11`.
struct ScientificNumeral {
  /// What is left of the number; empty where it has more than 38 digits.
  let values: [ExactDecimal]

  /// Nil where the text is not of this form.
  init?(_ text: [UInt8]) {
    guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    let digits = text[..<mark].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    var exponent = text[(mark + 1)...]
    let isNegative = exponent.first == UInt8(ascii: "-")
    if isNegative || exponent.first == UInt8(ascii: "+") { exponent.removeFirst() }
    guard (1...4).contains(exponent.count), exponent.allSatisfy({ $0 &- 0x30 < 10 }),
      let coefficient = try? StrictDigits.read(digits, by: .english).get(), !coefficient.isGrouped
    else { return nil }
    let power = exponent.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    let scale = coefficient.scale - (isNegative ? -power : power)
    values = Self.value(Int128(coefficient.magnitude), scale: scale).map { [$0] } ?? []
  }

  private static func value(_ mantissa: Int128, scale: Int) -> ExactDecimal? {
    guard scale < 0 else {
      return scale <= ExactDecimal.maximumScale
        ? ExactDecimal(mantissa: mantissa, scale: scale) : nil
    }
    guard let power = PowersOfTen.power(-scale) else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
    guard !overflow, let limit = PowersOfTen.power(ExactDecimal.maximumScale), product < limit
    else {
      return nil
    }
    return ExactDecimal(mantissa: product)
  }
}
