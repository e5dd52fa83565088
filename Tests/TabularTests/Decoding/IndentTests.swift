import Testing

@testable import Tabular

@Suite("Indents of texts")
struct IndentTests {
  private func indents(_ block: RowBlock, keeps: Bool) throws -> [[UInt8]] {
    var field = Field(name: "uraian")
    field.keepsIndents = keeps
    let layout = try Layout(of: block, in: Location(resource: "uji.csv"))
    let fields = [field, Field(name: "pagu", kind: .amount)]
    let match = try ColumnMatch(
      fields: fields, header: layout.header, in: Location(resource: "uji.csv"))
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "uji")
    decoder.begin(resource: "uji.csv", layout: layout, match: match)
    try decoder.decode(block)
    _ = try decoder.end()
    var found: [[UInt8]] = []
    try decoder.finish().batches.forEach { found += $0.columns.map(\.indents) }
    return found
  }

  private var block: RowBlock {
    TinyCSV.rows(of: "Uraian;Pagu\nBelanja;5\n  Pegawai;3\n\tGaji;3\n\u{A0}\u{A0}Barang;2")
  }

  @Test("The blanks before texts are counted, tabs as four, only where they are asked for")
  func blanks() throws {
    #expect(try indents(block, keeps: true) == [[0, 2, 4, 2], []])
    #expect(try indents(block, keeps: false) == [[], []])
  }

  @Test("Steps of cell styles count as three blanks")
  func styles() throws {
    var styled = block
    styled.indents = [2: 0, 4: 1, 6: 2]
    #expect(try indents(styled, keeps: true)[0] == [0, 5, 10, 2])
  }

  @Test("Spilled batches keep them")
  func spilled() throws {
    var texts = TextColumn(pool: TextPool())
    texts.codes = [texts.pool.intern("a"), texts.pool.intern("b")]
    var column = Column(.texts(texts))
    column.indents = [0, 3]
    var store = BatchStore(spillingTo: "/tmp", memoryLimit: 0)
    try store.append(Batch(firstRecord: 1, count: 2, columns: [column], lines: [1, 2]))
    #expect(try store.batch(at: 0).columns[0].indents == [0, 3])
  }
}
