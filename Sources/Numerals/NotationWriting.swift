extension Notation {
  /// The text of `value` in this notation, with as many decimals as its scale.
  ///
  /// The inverse of reading: a reader of the same convention and affixes reads the text back as the
  /// same value with the same scale.
  public func written(_ value: ExactDecimal) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(32 + prefix.utf8.count + suffix.utf8.count)
    let isNegative = value.mantissa < 0
    if isNegative, signPlace == .outside { open(&text) }
    text.append(contentsOf: prefix.utf8)
    if isNegative, signPlace == .inside { open(&text) }
    appendDigits(of: value, to: &text)
    if isNegative, signPlace == .inside { close(&text) }
    text.append(contentsOf: suffix.utf8)
    if isNegative, signPlace == .outside { close(&text) }
    return String(decoding: text, as: UTF8.self)
  }

  private func open(_ text: inout [UInt8]) {
    text.append(negative == .minus ? UInt8(ascii: "-") : UInt8(ascii: "("))
  }

  private func close(_ text: inout [UInt8]) {
    if negative == .parentheses { text.append(UInt8(ascii: ")")) }
  }

  private func appendDigits(of value: ExactDecimal, to text: inout [UInt8]) {
    let (whole, decimals) = Self.digits(of: value)
    for (position, digit) in whole.enumerated() {
      let following = whole.count - position
      if grouping == .thousands, position > 0, following % 3 == 0 {
        text.append(convention.groupSign)
      }
      text.append(digit)
    }
    guard !decimals.isEmpty else { return }
    text.append(convention.decimalSign)
    text.append(contentsOf: decimals)
  }

  /// The digits before and after the decimal mark, in ASCII; at least one before it.
  private static func digits(of value: ExactDecimal) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    var digits: [UInt8] = []
    var rest = value.mantissa.magnitude
    while rest > UInt128(UInt64.max) {
      digits.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    var narrow = UInt64(truncatingIfNeeded: rest)
    while narrow > 0 || digits.count <= value.scale {
      digits.append(0x30 + UInt8(truncatingIfNeeded: narrow % 10))
      narrow /= 10
    }
    digits.reverse()
    return (digits.dropLast(value.scale), digits.suffix(value.scale))
  }
}
