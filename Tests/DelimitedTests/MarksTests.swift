import Testing

@testable import Delimited

@Suite struct MarksTests {
  @Test(arguments: 0..<200) func bothWaysOfLookingFindTheSame(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let likely: [UInt8] = [
      0x3B, 0x22, 0x0A, 0x0D, 0x00, 0x3A, 0x3C, 0x23, 0x0B, 0x80, 0xBB, 0x8A, 0xFF,
    ]
    let bytes = (0..<64).map { _ in
      dice.below(2) == 0 ? likely[dice.below(likely.count)] : UInt8(dice.below(256))
    }
    func bits(_ condition: (UInt8) -> Bool) -> UInt64 {
      bytes.enumerated().reduce(0) { condition($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }
    try bytes.withUnsafeBufferPointer { text in
      let base = try #require(text.baseAddress)
      let marks = Marks(base, delimiter: 0x3B, quote: 0x22)
      #expect(marks == Marks(portably: base, delimiter: 0x3B, quote: 0x22), "seed \(seed)")
      #expect(marks.delimiters == bits { $0 == 0x3B })
      #expect(marks.lineFeeds == bits { $0 == 0x0A })
      #expect(marks.carriageReturns == bits { $0 == 0x0D })
      #expect(marks.odd == bits { $0 == 0x22 || $0 == 0 })
    }
  }
}
