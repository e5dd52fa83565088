import Numerals
import Tabular

/// Codes for the distinct numbers of a numeric field, so that it can be grouped by.
///
/// Code 0 stands for a missing or malformed number; equal values have equal codes whatever their
/// scale.
struct ValueCodes {
  private struct Key: Hashable {
    var mantissa: Int128
    var scale: Int
  }

  private var codes: [Key: UInt32] = [:]
  private var last: (mantissa: Int64, scale: Int, code: UInt32) = (0, .min, 0)

  /// The codes of a column.
  mutating func codes(of column: NumeralColumn, count: Int) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(count)
    let scale = column.scale - column.magnitude
    for row in 0..<count {
      guard column.state(at: row) == .value else {
        result.append(column.value(at: row).map { code(of: $0) } ?? 0)
        continue
      }
      let mantissa = column.mantissas[row]
      if mantissa != last.mantissa || scale != last.scale {
        let code = code(of: ExactDecimal(mantissa: Int128(mantissa), scale: scale))
        last = (mantissa, scale, code)
      }
      result.append(last.code)
    }
    return result
  }

  private mutating func code(of value: ExactDecimal) -> UInt32 {
    let key = Self.key(value)
    if let code = codes[key] { return code }
    let code = UInt32(codes.count + 1)
    codes[key] = code
    return code
  }

  /// The code of a value, or nil where the field never has it.
  func find(_ value: ExactDecimal) -> UInt32? { codes[Self.key(value)] }

  private static func key(_ value: ExactDecimal) -> Key {
    let reduced = value.reduced
    return Key(mantissa: reduced.mantissa, scale: reduced.scale)
  }
}
