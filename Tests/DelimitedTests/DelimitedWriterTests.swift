import Testing

@testable import Delimited

@Suite struct DelimitedWriterTests {
  static func written(_ body: (inout DelimitedWriter) throws -> Void) throws -> [UInt8] {
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    var writer = DelimitedWriter { sink.bytes += $0 }
    try body(&writer)
    try writer.finish()
    #expect(writer.byteCount == sink.bytes.count)
    return sink.bytes
  }

  @Test(arguments: [
    (["a", "b"], "a,b\n"),
    (["a,b", "c"], "\"a,b\",c\n"),
    (["a\"b", "c\nd", "e\rf"], "\"a\"\"b\",\"c\nd\",\"e\rf\"\n"),
    ([" a ", "b;c"], " a ,b;c\n"),
    (["", ""], ",\n"),
    ([""], "\"\"\n"),
    ([], "\n"),
    (["\u{FEFF}a"], "\"\u{FEFF}a\"\n"),
  ])
  func quotesOnlyWhereNeeded(cells: [String], text: String) throws {
    let bytes = try Self.written { writer in
      for cell in cells { writer.append(cell) }
      try writer.endRecord()
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    (0, 0, "0"), (7, 0, "7"), (-1234, 0, "-1234"), (2925, 2, "29.25"), (5, 2, "0.05"),
    (-5, 1, "-0.5"), (0, 2, "0.00"), (100, 2, "1.00"), (-0, 0, "0"),
    (Int64.max, 0, "9223372036854775807"), (Int64.min, 0, "-9223372036854775808"),
    (Int64.min, 18, "-9.223372036854775808"), (1, 20, "0.00000000000000000001"),
  ])
  func writesNumbers(mantissa: Int64, scale: Int, text: String) throws {
    let narrow = try Self.written { writer in writer.append(mantissa: mantissa, scale: scale) }
    let wide = try Self.written { writer in
      writer.append(mantissa: Int128(mantissa), scale: scale)
    }
    #expect(String(decoding: narrow, as: UTF8.self) == text)
    #expect(wide == narrow)
  }

  @Test(arguments: [Int128.max, Int128.min])
  func writesWideNumbers(mantissa: Int128) throws {
    let bytes = try Self.written { writer in writer.append(mantissa: mantissa, scale: 0) }
    #expect(String(decoding: bytes, as: UTF8.self) == "\(mantissa)")
  }

  @Test(arguments: 0..<200)
  func readsBackWhatItWrote(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let alphabet = [
      "a", "1", ",", "\"", "\n", "\r", ";", " ", "\t", "é", "\u{FEFF}", "€", "|", "\0",
    ]
    let records = (0...dice.below(6)).map { _ in
      (0..<dice.below(5)).map { _ in
        (0..<dice.below(7)).map { _ in alphabet[dice.below(alphabet.count)] }.joined()
      }
    }
    let bytes = try Self.written { writer in
      for record in records {
        for cell in record { writer.append(cell) }
        try writer.endRecord()
      }
    }
    let size = 1 + dice.below(100)
    let reading = try Reading(bytes, request: DelimitedWriter.request, blockSize: size)
    #expect(reading.rows == records, "seed \(seed), blocks of \(size)")
    #expect(reading.accountsForEveryLine, "seed \(seed)")
  }
}

/// Repeatable random numbers (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = (seed &+ 1) &* 0xD134_2543_DE82_EF95 }

  /// A number from 0 to `bound` - 1.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
