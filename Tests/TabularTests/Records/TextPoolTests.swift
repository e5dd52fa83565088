import Testing

@testable import Tabular

@Suite("Text pool")
struct TextPoolTests {
  @Test("Codes are those of a dictionary", arguments: 1...20 as ClosedRange<UInt64>)
  func likeDictionary(seed: UInt64) {
    var generator = Generator(seed: seed)
    let pool = TextPool()
    var reference: [String: UInt32] = ["": 0]
    let alphabet = Array("ab é")
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...Int.random(in: 1...30, using: &generator), using: &generator)
      let text = String(
        (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
      let expected = reference[text] ?? UInt32(reference.count)
      reference[text] = expected
      #expect(pool.code(of: text) == (expected < pool.count ? expected : nil), "seed \(seed)")
      #expect(pool.intern(text) == expected, "seed \(seed)")
      #expect(pool[expected] == text, "seed \(seed)")
    }
    #expect(pool.count == reference.count)
  }

  @Test("A column gets the codes of its cells one by one", arguments: 1...30 as ClosedRange<UInt64>)
  func columns(seed: UInt64) {
    var generator = Generator(seed: seed)
    let words = [
      "", "A", " A", "A\u{A0}", "Banjarnegara", "Banjarnegaro", "\u{2009}", "é", "0-4",
      "5-9", "10-14", "\u{3000}x\u{FEFF}",
    ]
    let width = Int.random(in: 1...3, using: &generator)
    let cells = (0..<300 * width).map { _ in words.randomElement(using: &generator) ?? "" }
    var block = RowBlock()
    for row in 0..<300 {
      block.append((0..<width).map { Array(cells[row * width + $0].utf8) }, line: row + 1)
    }
    let (pool, slow) = (TextPool(), TextPool())
    let window = RecordWindow(block, records: nil)
    var scratch = CellPlaces()
    for column in 0..<width {
      var codes = [UInt32](repeating: 9, count: 300)
      var trimmed: [UInt32] = []
      window.withRun(ofColumn: column, scratch: &scratch) { run in
        codes.withUnsafeMutableBufferPointer { codes in
          guard let start = codes.baseAddress else { return }
          pool.storage.pointee.intern(run, into: start, trimmed: &trimmed)
        }
      }
      for row in 0..<300 {
        let cell = cells[row * width + column]
        let inner = HeaderText.trimmed(cell)
        #expect(codes[row] == slow.intern(inner), "seed \(seed)")
        #expect(trimmed.contains(UInt32(row)) == (inner != cell), "seed \(seed)")
      }
    }
  }

  @Test(
    "All blanks of Unicode are taken off the ends",
    arguments: [
      (" a ", "a"), ("\ta b\r\n", "a b"), ("\u{A0}a\u{202F}", "a"), ("\u{2003}", ""),
      ("\u{FEFF}a\u{200B}", "a"), ("\u{3000}\u{1680}a", "a"), ("é", "é"), ("à\u{A0}", "à"),
      ("…", "…"), ("", ""),
    ])
  func blanks(text: String, inner: String) {
    #expect(HeaderText.trimmed(text) == inner)
  }
}
