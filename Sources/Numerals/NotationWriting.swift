extension Notation {
  /// The text of `value` in this notation, with as many decimals as its scale.
  ///
  /// The inverse of reading: a reader of the same convention and affixes reads the text back as the
  /// same value with the same scale.
  public func written(_ value: ExactDecimal) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(32 + prefix.utf8.count + suffix.utf8.count)
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of `value` in UTF-8; what `written` gives, without a string.
  public func append(_ value: ExactDecimal, to text: inout [UInt8]) {
    if value.scale < 0 { return append(value.reduced, to: &text) }
    let isNegative = value.mantissa < 0
    if isNegative, signPlace == .outside { open(&text) }
    text.append(contentsOf: prefix.utf8)
    if isNegative, signPlace == .inside { open(&text) }
    appendDigits(of: value, to: &text)
    if isNegative, signPlace == .inside { close(&text) }
    text.append(contentsOf: suffix.utf8)
    if isNegative, signPlace == .outside { close(&text) }
  }

  private func open(_ text: inout [UInt8]) {
    text.append(negative == .minus ? UInt8(ascii: "-") : UInt8(ascii: "("))
  }

  private func close(_ text: inout [UInt8]) {
    if negative == .parentheses { text.append(UInt8(ascii: ")")) }
  }

  private func appendDigits(of value: ExactDecimal, to text: inout [UInt8]) {
    // The digits come from the right; the bytes are turned round in the end.
    let start = text.count
    var rest = value.mantissa.magnitude
    var position = 0
    while rest > UInt128(UInt64.max) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      append(UInt8(truncatingIfNeeded: digit), at: position, of: value.scale, to: &text)
      rest = quotient
      position += 1
    }
    var narrow = UInt64(truncatingIfNeeded: rest)
    while narrow > 0 || position <= value.scale {
      append(UInt8(truncatingIfNeeded: narrow % 10), at: position, of: value.scale, to: &text)
      narrow /= 10
      position += 1
    }
    text[start...].reverse()
  }

  /// Appends a digit, before it the mark that stands to its right.
  private func append(_ digit: UInt8, at position: Int, of scale: Int, to text: inout [UInt8]) {
    let whole = position - scale
    if whole == 0, scale > 0 {
      text.append(convention.decimalSign)
    } else if grouping == .thousands, whole > 0, whole % 3 == 0 {
      text.append(convention.groupSign)
    }
    text.append(0x30 + digit)
  }
}
