import Numerals

/// A number as a workbook stores it: up to 18 digits times a power of ten.
struct StoredNumber: Hashable {
  /// The digits.
  var mantissa: Int64
  /// The power of ten, -128 to 127.
  var exponent: Int8

  /// Reads digits with a point, as `-0.05` or `1.5E-3`; nil where they are none, or where the power
  /// of ten lies outside of what counts in a table.
  ///
  /// Digits behind the eighteenth are dropped: a binary number has no more than 17 that mean
  /// something.
  init?(_ digits: some Collection<UInt8>) {
    var rest = digits[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var power = 0
    var magnitude: Int64 = 0
    var count = 0
    var isFraction = false
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest.removeFirst()
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      count += 1
      if magnitude < 100_000_000_000_000_000 {
        magnitude = magnitude * 10 + Int64(byte &- 0x30)
        power -= isFraction ? 1 : 0
      } else {
        power += isFraction ? 0 : 1
      }
    }
    guard count > 0, let written = Self.power(rest) else { return nil }
    power += written
    while magnitude != 0, magnitude % 10 == 0, power < 0 {
      magnitude /= 10
      power += 1
    }
    guard magnitude != 0 else { power = 0; (mantissa, exponent) = (0, 0); return }
    guard let exponent = Int8(exactly: power) else { return nil }
    mantissa = isNegative ? -magnitude : magnitude
    self.exponent = exponent
  }

  /// Makes a number of its parts.
  init(mantissa: Int64, exponent: Int8) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  private static func power(_ text: some Collection<UInt8>) -> Int? {
    guard !text.isEmpty else { return 0 }
    return Int(String(decoding: text.dropFirst(), as: UTF8.self)).flatMap {
      (-400...400).contains($0) ? $0 : nil
    }
  }

  /// The value, or nil where it needs more than 38 digits.
  var decimal: ExactDecimal? {
    guard exponent > 0 else {
      return -Int(exponent) <= ExactDecimal.maximumScale
        ? ExactDecimal(mantissa: Int128(mantissa), scale: -Int(exponent)) : nil
    }
    guard let power = PowersOfTen.power(Int(exponent)) else { return nil }
    let (product, overflow) = Int128(mantissa).multipliedReportingOverflow(by: power)
    return overflow ? nil : ExactDecimal(mantissa: product)
  }

  /// By how much what was meant may differ from the digits.
  ///
  /// Nothing for whole numbers that a binary number holds exactly; half a unit of the fifteenth
  /// digit where there are so many, as some programs write no more; else the half unit of a binary
  /// number.
  var uncertainty: ErrorBound {
    let isLong = mantissa.magnitude >= 100_000_000_000_000
    if exponent >= 0, let decimal, decimal.mantissa.magnitude <= ErrorBound.exactIntegers,
      exponent == 0 || !isLong
    {
      return .none
    }
    let size = ErrorBound(ceiling: UInt128(mantissa.magnitude), power: Int(exponent))
    return size * (isLong ? .fifteenDigits : .binaryDigits)
  }
}
