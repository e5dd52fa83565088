import Testing

@testable import Spreadsheets

@Suite("Texts of XLS workbooks")
struct TextReadingTests {
  @Test("A text is the same wherever CONTINUE cuts it and however wide each part is")
  func everyCut() {
    let text = "Kab. Bantul – é 漢😀"
    let units = Array(text.utf16)
    for cut in 1..<units.count {
      let narrow = units[..<cut].allSatisfy { $0 < 0x100 }
      let head = BIFF.two(UInt16(units.count))
      let first = (narrow ? [0] + units[..<cut].map(UInt8.init) : [1] + wide(units[..<cut]))
      var source = ContinuedBytes(
        (head + first)[...], continued: [([1] + wide(units[cut...]) + [7])[...]])
      var read: [UInt8] = []
      #expect(source.uint16() == UInt16(units.count))
      #expect(source.text(units.count, to: &read))
      #expect(String(decoding: read, as: UTF8.self) == text, "cut at \(cut)")
      #expect(source.uint8() == 7)
    }
  }

  @Test("A text that is cut off is none")
  func cutOff() {
    let whole: [UInt8] = [0x0D, 1, 0, 2, 0, 0, 0, 97, 0, 98, 0, 1, 2, 3, 4, 5, 6]
    for count in 0..<whole.count {
      var source = ContinuedBytes(whole[..<count])
      var read: [UInt8] = []
      #expect(!source.text(2, to: &read))
    }
    var source = ContinuedBytes(whole[...])
    var read: [UInt8] = []
    #expect(source.text(2, to: &read))
    #expect(read == [97, 98])
  }

  @Test("UTF-16 becomes the UTF-8 that Swift makes of it")
  func pen() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed)
    for _ in 0..<300 {
      let units = (0..<Int.random(in: 0...20, using: &random)).map { _ -> UInt16 in
        let ranges: [ClosedRange<UInt16>] = [0...0x7F, 0x80...0x7FF, 0xD7F0...0xE00F, 0...0xFFFF]
        return .random(in: ranges[Int.random(in: 0..<4, using: &random)], using: &random)
      }
      var pen = UTF16Pen()
      var bytes: [UInt8] = []
      for unit in units { pen.write(unit, to: &bytes) }
      pen.finish(to: &bytes)
      #expect(
        String(decoding: units, as: UTF16.self) == String(validating: bytes, as: UTF8.self),
        "seed \(seed)")
    }
  }

  @Test(
    "Bytes are read by their code page",
    arguments: [
      (1252, [0x80, 0x93, 0xE9], "€“é"), (1251, [0xC8, 0xF2], "Ит"), (1250, [0xB3], "ł"),
      (437, [0x82], "é"), (850, [0xD5], "ı"), (932, [0x8A, 0xBF], "漢"), (936, [0xBA, 0xBA], "汉"),
      (949, [0xC7, 0xD1], "한"), (950, [0xBA, 0x7E], "漢"), (1361, [0xD0, 0x65], "한"),
      (10000, [0x8E], "é"), (32768, [0x8E], "é"), (32769, [0x80], "€"), (65001, [0xC3, 0xA9], "é"),
      (1252, [0x81, 0x41], "\u{FFFD}A"), (874, [0xA1], "ก"), (1258, [0xFE], "₫"),
    ] as [(Int, [UInt8], String)])
  func codePages(_ number: Int, _ bytes: [UInt8], _ text: String) {
    #expect(CodePage(number).string(bytes[...]) == text)
  }

  @Test("Where no code page is told, UTF-8 is taken as such and all else as Windows-1252")
  func withoutCodePage() {
    #expect(CodePage(nil).string([0xC3, 0xA9]) == "é")
    #expect(CodePage(nil).string([0xE9, 0x80]) == "é€")
    #expect(CodePage(4711).string([0x41, 0xE9]) == "A\u{FFFD}")
  }

  private func wide(_ units: ArraySlice<UInt16>) -> [UInt8] { units.flatMap(BIFF.two) }
}
