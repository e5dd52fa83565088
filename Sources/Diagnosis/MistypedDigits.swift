import Numerals
import Rules

/// Numbers that a slip of the fingers makes of another.
enum MistypedDigits {
  /// What one slip in `right` would have to be to give what stands in the cell.
  ///
  /// Compared are the digits as printed, without separators.
  static func mechanism(of cell: RelationCell, right: ExactDecimal) -> MistakeTrace? {
    guard let expected = cell.printed(right) else { return nil }
    let stated = cell.value
    if let factor = unitFactor(stated, expected) { return factor }
    if stated.mantissa != 0, stated == expected.negated {
      return MistakeTrace(mechanism: .sign, weight: 3.5)
    }
    let (one, other) = digits(stated, expected)
    return compare(one, other)
  }

  /// Ten to some power is between the two.
  private static func unitFactor(
    _ stated: ExactDecimal, _ expected: ExactDecimal
  ) -> MistakeTrace? {
    guard stated.mantissa != 0, stated != expected,
      withoutZeros(stated.mantissa) == withoutZeros(expected.mantissa)
    else { return nil }
    return MistakeTrace(mechanism: .unitFactor, weight: 3.5)
  }

  private static func withoutZeros(_ number: Int128) -> Int128 {
    var number = number
    while number != 0, number % 10 == 0 { number /= 10 }
    return number
  }

  /// The digits of both with the same number of decimals.
  private static func digits(
    _ stated: ExactDecimal, _ expected: ExactDecimal
  ) -> ([UInt8], [UInt8]) {
    let scale = max(stated.scale, expected.scale)
    func digits(_ value: ExactDecimal) -> [UInt8] {
      let whole = value.rescaled(to: scale)?.mantissa ?? value.mantissa
      return Array(String(whole.magnitude).utf8)
    }
    return (digits(stated), digits(expected))
  }

  private static func compare(_ stated: [UInt8], _ expected: [UInt8]) -> MistakeTrace? {
    if stated.count == expected.count {
      let places = stated.indices.filter { stated[$0] != expected[$0] }
      if places.count == 2, stated[places[0]] == expected[places[1]],
        stated[places[1]] == expected[places[0]]
      {
        let weight = places[1] == places[0] + 1 ? 3.5 : 1.5
        return MistakeTrace(mechanism: .transposedDigits, weight: weight)
      }
      if places.count == 1, stated.count > 1 {
        return MistakeTrace(mechanism: .digitTypo, weight: 2)
      }
      return nil
    }
    if stated.count + 1 == expected.count, isOneShort(stated, of: expected) {
      return MistakeTrace(mechanism: .lostDigit, weight: stated.count > 1 ? 3 : 1)
    }
    if stated.count == expected.count + 1, isOneShort(expected, of: stated) {
      return MistakeTrace(mechanism: .extraDigit, weight: expected.count > 1 ? 3 : 1)
    }
    return nil
  }

  private static func isOneShort(_ short: [UInt8], of long: [UInt8]) -> Bool {
    var position = 0
    while position < short.count, short[position] == long[position] { position += 1 }
    return short[position...] == long[(position + 1)...]
  }

  /// What might have been meant by what stands in a cell: one digit changed, two neighbours
  /// exchanged, one digit left out or another put in, in the terms of the cell's `center`.
  static func variants(of cell: RelationCell) -> [ExactDecimal] {
    let digits = Array(String(cell.value.mantissa.magnitude).utf8)
    guard digits.count <= 18 else { return [] }
    var found: [ExactDecimal] = []
    func offer(_ digits: [UInt8]) {
      guard let magnitude = Int128(String(decoding: digits, as: UTF8.self)) else { return }
      let mantissa = cell.value.mantissa < 0 ? -magnitude : magnitude
      found.append(ExactDecimal(mantissa: mantissa, scale: cell.scale))
    }
    for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
      var other = digits
      other.swapAt(place, place + 1)
      offer(other)
    }
    for place in digits.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[place] {
        var other = digits
        other[place] = digit
        offer(other)
      }
    }
    return found
  }
}
