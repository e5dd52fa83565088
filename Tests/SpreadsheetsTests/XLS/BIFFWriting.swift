@testable import Spreadsheets

/// Writes records for tests.
enum BIFF {
  static func record(_ kind: UInt16, _ body: [UInt8] = []) -> [UInt8] {
    two(kind) + two(UInt16(body.count)) + body
  }

  /// A stream of a single sheet.
  static func sheet(_ records: [UInt8], version: BIFFVersion = .eight) -> [UInt8] {
    let number: UInt16 = version == .eight ? 0x0600 : 0x0500
    return record(RecordKind.begin, two(number) + two(0x0010) + [0, 0, 0, 0]) + records
      + record(RecordKind.end)
  }

  static func number(_ row: UInt16, _ column: UInt16, _ value: Double) -> [UInt8] {
    record(RecordKind.number, two(row) + two(column) + two(0) + eight(value.bitPattern))
  }

  /// A formula with its tokens, and what follows them.
  static func formula(
    _ row: UInt16, _ column: UInt16, _ result: UInt64, _ tokens: [UInt8], _ trailing: [UInt8] = []
  ) -> [UInt8] {
    let head = two(row) + two(column) + two(0) + eight(result) + [UInt8](repeating: 0, count: 6)
    return record(RecordKind.formula, head + two(UInt16(tokens.count)) + tokens + trailing)
  }

  static func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }

  static func eight(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// A repeatable source of random numbers (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
