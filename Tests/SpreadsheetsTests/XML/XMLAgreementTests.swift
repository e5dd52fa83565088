import Testing

@testable import Spreadsheets

/// A generator that gives the same numbers for the same seed (splitmix64).
struct RepeatableNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

@Suite("The scanner and libxml2 tell the same")
struct XMLAgreementTests {
  /// Fails where both engines differ in what they tell, or in whether they can read it.
  static func compare(_ bytes: [UInt8], pieceSize: Int, _ story: String) {
    func outcome(_ engine: XMLReading<XMLTrace>.Engine) -> [String] {
      do { return try XMLTrace.of(bytes, engine: engine, pieceSize: pieceSize) } catch {
        return ["damaged"]
      }
    }
    let scanned = outcome(.automatic)
    let parsed = outcome(.libxmlOnly)
    guard scanned != parsed else { return }
    let place = zip(scanned, parsed).prefix { $0 == $1 }.count
    Issue.record(
      "\(story): event \(place): \(scanned.dropFirst(place).first ?? "-") for \(parsed.dropFirst(place).first ?? "-")"
    )
  }

  static let wholes = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetData><row r=\"1\" spans='1:2'><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\"/></row>\r\n</sheetData><x:a xmlns:x='urn:a' x:b='1' b=' 2 '>\u{e9}\u{1f600}&#x1F600;</x:a></worksheet>\r\n",
    "<a><b xmlns='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><c>x &lt;&gt;&amp;&quot;&apos; &#10;]] ]</c></b><c a='&amp;&#38;&lt;'>\r\r\n\n</c></a>",
    "<si><t xml:space=\"preserve\"> a\t</t><r><rPr><b/></rPr><t>_x000D_</t></r><![CDATA[<x>]]><!-- c --></si>",
  ]

  @Test("However the bytes are cut", arguments: wholes)
  func cut(xml: String) {
    for size in 1...40 { Self.compare(Array(xml.utf8), pieceSize: size, "pieces of \(size)") }
  }

  @Test("Whatever bytes are changed", arguments: 0..<20)
  func mutated(round: Int) {
    let seed = UInt64(round) &* 7919 &+ 11
    var numbers = RepeatableNumbers(state: seed)
    let interesting = Array("<>&;\"'/=:!?[]-x ar1#\r\n\t\u{0}\u{e9}\u{1f600}".utf8) + [0xff, 0xc0]
    for _ in 0..<100 {
      var bytes = Array((Self.wholes.randomElement(using: &numbers) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        let byte = interesting.randomElement(using: &numbers) ?? 0
        switch Int.random(in: 0...3, using: &numbers) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        default:
          let end = min(place + Int.random(in: 1...20, using: &numbers), bytes.count)
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        }
      }
      let size = Int.random(in: 1...300, using: &numbers)
      Self.compare(
        bytes, pieceSize: size, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(
    "In every part of the workbooks that nobody here wrote", arguments: CorpusReadingTests.names)
  func corpus(name: String) throws {
    let path = try #require(Corpus.path(name))
    guard let archive = try? ZipArchive(bytes: WholeFile.bytes(path), limits: SpreadsheetLimits())
    else { return }
    for part in archive.parts where part.name.hasSuffix(".xml") || part.name.hasSuffix(".rels") {
      guard part.size < 2 << 20, let bytes = try? archive.bytes(of: part) else { continue }
      Self.compare(bytes, pieceSize: .max, "\(name) \(part.name)")
    }
  }
}
