import Tabular
import Testing

@testable import Delimited

/// The scanner, libcsv and the plain reference agree, wherever blocks end.
@Suite struct EngineAgreementTests {
  static let alphabets: [[String]] = [
    ["a", "b", "1", ";", ";", "\n", "\n"],
    ["a", "1", ";", "\n", "\r\n", "\"", "\"", " "],
    ["a", ";", "\n", "\r", "\r\n", "\"\"", "\"", "\0", "\t"],
    ["\"", ";", "\n", "x"],
    ["a;b;c\n", "1;\"2\";3\n", "\"x\ny\";;\n", "4;5", "\"", "\n"],
    ["é", "€", "𝄞", ";", "\n", "a", "\u{FEFF}"],
    ["a long cell that fills more than one vector of sixteen bytes", ";", "\n", "\"", "\r\n"],
  ]

  static func randomText(_ seed: Int) -> [UInt8] {
    var dice = Dice(seed: UInt64(seed))
    let alphabet = alphabets[seed % alphabets.count]
    let length = [8, 30, 120, 400][dice.below(4)]
    return (0..<(1 + dice.below(length))).flatMap { _ in
      Array(alphabet[dice.below(alphabet.count)].utf8)
    }
  }

  static func isText(_ bytes: [UInt8]) -> Bool {
    TextEncoding.announced(by: bytes) == nil && FileContent.recognise(bytes) == nil
  }

  static let given = DialectRequest(
    delimiter: 0x3B, quoteChar: .mark(0x22), encoding: .utf8, lineTerminator: .lineFeed)

  @Test(arguments: 0..<2100) func randomTextReadsTheSameEveryWay(seed: Int) throws {
    let bytes = Self.randomText(seed)
    guard Self.isText(bytes) else { return }
    let whole = try Reading(bytes, request: Self.given)
    let label = Comment(
      rawValue: "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    let expected = PlainReference(delimiter: 0x3B, quote: 0x22).rows(bytes)
    #expect(
      whole.rows == expected.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }, label)
    #expect(whole.lineCounts == expected.map(\.lines), label)
    #expect(whole.accountsForEveryLine, label)
    #expect(whole.observed == bytes, label)
    #expect(try Reading(bytes, request: Self.given, engine: .parserOnly) == whole, label)
    var dice = Dice(seed: UInt64(seed) &+ 7)
    for _ in 0..<3 {
      let size = 1 + dice.below(64)
      #expect(try Reading(bytes, request: Self.given, blockSize: size) == whole, "\(label) \(size)")
      #expect(
        try Reading(bytes, request: Self.given, blockSize: size, engine: .parserOnly) == whole,
        "\(label) \(size)")
    }
  }

  @Test(arguments: 0..<300) func randomTextReadsTheSameWithoutQuotes(seed: Int) throws {
    let bytes = Self.randomText(seed)
    guard Self.isText(bytes) else { return }
    var request = Self.given
    request.quoteChar = Quoting.none
    let whole = try Reading(bytes, request: request)
    let expected = PlainReference(delimiter: 0x3B, quote: 0).rows(bytes)
    #expect(
      whole.rows == expected.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } },
      "seed \(seed)")
    #expect(whole.accountsForEveryLine, "seed \(seed)")
    #expect(try Reading(bytes, request: request, blockSize: 1 + seed % 64) == whole, "seed \(seed)")
  }

  /// Text whose irregular places fall on every position within and across vectors.
  static let shifting: [UInt8] = Array(
    "kode;nama;nilai\r\n1;\"Kec. \"\"A\"\"\";12\r\n2;B;\"3\r\n4\"\r\n3;C\"D;5\r\n\r\n4;\"E;6\r\n5;F\0;7\r8;G;9\n"
      .utf8)

  @Test(arguments: 1...64) func everyBlockSizeReadsTheSame(size: Int) throws {
    let bytes = Self.shifting
    let whole = try Reading(bytes)
    #expect(whole.accountsForEveryLine)
    #expect(try Reading(bytes, blockSize: size) == whole)
    #expect(try Reading(bytes, blockSize: size, engine: .parserOnly) == whole)
  }

  @Test(arguments: 0...70) func everyShiftReadsTheSame(shift: Int) throws {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: shift) + Self.shifting
    let whole = try Reading(bytes)
    #expect(try Reading(bytes, engine: .parserOnly) == whole)
    #expect(whole.lineCount == 9)
  }

  @Test(arguments: Corpus.files) func realFilesReadTheSame(file: CorpusFile) throws {
    let bytes = try file.bytes()
    let whole = try Reading(bytes)
    #expect(whole.accountsForEveryLine)
    #expect(whole.observed == bytes)
    #expect(try Reading(bytes, engine: .parserOnly) == whole)
    let sizes = bytes.count < 1000 ? Array(1...64) : bytes.count < 10_000 ? [64, 1000] : [30_000]
    for size in sizes {
      #expect(try Reading(bytes, blockSize: size) == whole, "blocks of \(size)")
      guard size >= 64 else { continue }
      #expect(
        try Reading(bytes, blockSize: size, engine: .parserOnly) == whole, "blocks of \(size)")
    }
  }
}
