import Tabular
import Testing

@testable import Delimited

@Suite struct EncodingTests {
  static let text = "kode;nama\r\n1;Café € – “a”\r\n2;\"x\r\ny\"\r\n3;é\r\n"
  static let rows = [["kode", "nama"], ["1", "Café € – “a”"], ["2", "x\r\ny"], ["3", "é"]]

  static func encoded(_ text: String, _ encoding: TextEncoding, marked: Bool) -> [UInt8] {
    let mark = marked ? encoding.byteOrderMark : []
    return switch encoding {
    case .utf8: mark + Array(text.utf8)
    case .utf16LittleEndian: mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: mark + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      text.unicodeScalars.map { scalar in
        (UInt8.min...UInt8.max).first { Windows1252.scalar($0) == scalar.value } ?? 0x3F
      }
    }
  }

  @Test(arguments: TextEncoding.allCases, [true, false])
  func detectsAndDecodes(encoding: TextEncoding, marked: Bool) throws {
    let bytes = Self.encoded(Self.text, encoding, marked: marked)
    let reading = try Reading(bytes)
    #expect(reading.dialect.encoding.value == encoding)
    #expect(reading.dialect.encoding.origin == .detected)
    #expect(reading.rows == Self.rows)
    #expect(reading.lineCounts == [1, 1, 2, 1])
    #expect(reading.observed == bytes)
    for size in 1...40 { #expect(try Reading(bytes, blockSize: size) == reading) }
    let given = try Reading(bytes, request: DialectRequest(encoding: encoding))
    #expect(given.rows == Self.rows)
    #expect(given.dialect.encoding.origin == .given)
  }

  @Test(arguments: UInt8.min...UInt8.max) func decodesEveryByteOfWindows1252(byte: UInt8) throws {
    guard byte >= 0x80 else { return }
    let reading = try Reading(
      [0x61, byte, 0x0A], request: DialectRequest(encoding: .windows1252))
    let scalar = try #require(Unicode.Scalar(Windows1252.scalar(byte)))
    #expect(reading.rows == [["a" + String(Character(scalar))]])
    let isUndefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
    #expect(reading.remarks.map(\.reason) == (isUndefined ? [.undefinedByte(byte)] : []))
  }

  /// A file that is plain ASCII for longer than the dialect is detected from.
  static func longASCII(then tail: [UInt8]) -> [UInt8] {
    Array(String(repeating: "12;abc\n", count: 50_000).utf8) + tail
  }

  @Test(arguments: [1 << 20, 100_000, 3_000])
  func turnsToWindows1252WhereASCIIEnds(blockSize: Int) throws {
    let bytes = Self.longASCII(then: [0x33, 0x3B, 0xE9, 0x0A, 0x34, 0x3B, 0xA0, 0x0A])
    let reading = try Reading(bytes, blockSize: blockSize)
    #expect(reading.dialect.encoding.value == .windows1252)
    #expect(reading.rows.suffix(2) == [["3", "é"], ["4", "\u{A0}"]])
    let remark = Remark(line: 50_001, byteOffset: 350_002, reason: .notUTF8(byte: 0xE9))
    #expect(reading.remarks == [remark])
    #expect(reading.lineCount == 50_002)
  }

  @Test(arguments: [1 << 20, 3_000])
  func repairsSingleBytesWhereUTF8WasSeen(blockSize: Int) throws {
    let tail: [UInt8] = [0x33, 0x3B, 0xC3, 0xA9, 0x0A, 0x34, 0x3B, 0x96, 0x0A, 0x35, 0x3B, 0xC3]
    let bytes = Self.longASCII(then: tail)
    let reading = try Reading(bytes, blockSize: blockSize)
    #expect(reading.rows.suffix(3) == [["3", "é"], ["4", "–"], ["5", "Ã"]])
    #expect(
      reading.remarks.map(\.reason) == [
        .invalidByte(0x96), .invalidByte(0xC3), .lastLineUnterminated,
      ])
    #expect(reading.remarks.prefix(2).map(\.line) == [50_002, 50_003])
    #expect(reading.remarks.prefix(2).map(\.byteOffset) == [350_007, 350_011])
  }

  @Test func readsDeclaredUTF8ByteByByte() throws {
    let reading = try Reading(
      [0x61, 0x3B, 0xE9, 0x0A], request: DialectRequest(encoding: .utf8))
    #expect(reading.rows == [["a", "é"]])
    #expect(reading.remarks == [Remark(line: 1, byteOffset: 2, reason: .invalidByte(0xE9))])
    #expect(reading.dialect.encoding.value == .utf8)
  }

  @Test func tellsHalvesOfUTF16() throws {
    let bytes: [UInt8] = [
      0xFF, 0xFE, 0x61, 0, 0x3B, 0, 0x00, 0xD8, 0x0A, 0, 0x62, 0, 0x3B, 0, 0x63,
    ]
    let reading = try Reading(bytes)
    #expect(reading.rows == [["a", "\u{FFFD}"], ["b", ""]])
    #expect(
      reading.remarks.map(\.reason) == [
        .byteOrderMark(.utf16LittleEndian), .unpairedSurrogate(0xD800), .halfCharacter(0x63),
        .lastLineUnterminated,
      ])
  }

  @Test(arguments: TextEncoding.allCases)
  func givesOffsetsInTheFile(encoding: TextEncoding) throws {
    let text = "a;é\nb;c\"d\n"
    let bytes = Self.encoded(text, encoding, marked: true)
    let reading = try Reading(bytes)
    let remark = try #require(reading.remarks.last)
    let width = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
    let eAcute = encoding == .utf8 ? 2 : width
    let expected = encoding.byteOrderMark.count + 5 * width + eAcute
    #expect(remark.reason == .strayQuote)
    #expect(remark.line == 2)
    #expect(remark.column == 1)
    #expect(remark.byteOffset == expected)
  }

  @Test(arguments: 0..<300) func validatesLikeTheStandardLibrary(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let parts: [[UInt8]] = [
      [0x61], Array(repeating: 0x62, count: 70), Array("é".utf8), Array("€".utf8), Array("𝄞".utf8),
      [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC0, 0x80],
    ]
    let weights =
      [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4] + (dice.below(2) == 0 ? [] : [5, 6, 7, 8, 9, 10])
    let bytes = (0..<dice.below(12)).flatMap { _ in parts[weights[dice.below(weights.count)]] }
    var count = 0
    bytes.withUnsafeBufferPointer { text in
      while count < text.count, case .valid(let length) = UTF8Scalar.length(text, at: count) {
        count += length
      }
      let result = TextValidation.validPrefix(text, isLast: true)
      #expect(result.count == count, "seed \(seed)")
      #expect(result.isInvalid == (count < text.count), "seed \(seed)")
      #expect(result.isASCII == text[..<count].allSatisfy { $0 < 0x80 }, "seed \(seed)")
    }
    #expect((String(validating: bytes, as: UTF8.self) != nil) == (count == bytes.count))
  }
}
