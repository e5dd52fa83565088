import Numerals
import Tabular
import Testing

@testable import Publishing

@Suite struct DatasetWriterTests {
  private final class Collected {
    var bytes: [UInt8] = []
  }

  private func written(
    _ table: Table, fields: [Int], malformed: DatasetWriter.MalformedCells = .asMissing,
    keep: ((Batch, Int) -> Bool)? = nil
  ) throws -> (text: String, facts: DatasetWriter.Facts) {
    let collected = Collected()
    let facts = try DatasetWriter(table: table, fields: fields, malformed: malformed)
      .write(to: { collected.bytes.append(contentsOf: $0) }, keep: keep)
    #expect(facts.bytes == collected.bytes.count)
    return (String(decoding: collected.bytes, as: UTF8.self), facts)
  }

  static let sample = SampleTable(
    fields: [
      Field(name: "kode", kind: .code), Field(name: "nama"), Field(name: "jumlah", kind: .count),
      Field(name: "anggaran", kind: .amount), Field(name: "persen", kind: .percent),
    ],
    rows: [
      [
        .text("33.04.01"), .text("Susukan"), .number(1_054_804, scale: 0), .number(-5, scale: 2),
        .number(2925, scale: 2),
      ],
      [
        .text("007"), .text("a, \"b\""), .number(0, scale: 0), .number(-53_559_000, scale: 0),
        .number(100, scale: 0),
      ],
      [.missing, .text("dua\nbaris"), .number(12_00, scale: 2), .missing, .number(5, scale: 1)],
      [
        .text("=1+1"), .missing, .malformed("12..821"),
        .wide(ExactDecimal(mantissa: Int128(Int64.max) * 10, scale: 1)),
        .number(-1, scale: 3),
      ],
    ])

  @Test func writesFiguresInMillionsInFullAndTellsToWhatTheyWereRounded() throws {
    var numerals = NumeralColumn()
    (numerals.mantissas, numerals.scale, numerals.magnitude) = ([50_123, -7], 1, 6)
    var store = BatchStore()
    try store.append(
      Batch(firstRecord: 1, count: 2, columns: [Column(.numerals(numerals))], lines: [2, 3]))
    let table = Table(
      name: "t", schema: Schema(fields: [Field(name: "pagu", kind: .amount, unit: "rupiah")]),
      sources: [.init(resource: "t.csv", columns: [0], labels: ["Pagu"])], batches: store)
    let (text, facts) = try written(table, fields: [0])
    #expect(text == "pagu\n5012300000\n-700000\n")
    #expect(facts.decimals == [0])
    #expect(facts.roundings == [0: 5])
  }

  @Test func writesValuesExactlyAsPrinted() throws {
    let (text, facts) = try written(Self.sample.table(), fields: [0, 1, 2, 3, 4])
    #expect(
      text == """
        kode,nama,jumlah,anggaran,persen
        33.04.01,Susukan,1054804,-0.05,29.25
        007,"a, ""b""\",0,-53559000,100
        ,"dua
        baris",12,,0.5
        =1+1,,,9223372036854775807.0,-0.001

        """)
    #expect(facts.records == 4 && facts.omitted == 0)
    #expect(facts.decimals == [0, 0, 0, 2, 3])
  }

  @Test func selectsFieldsInTheirOrderAndRecordsThatAreKept() throws {
    let (text, facts) = try written(Self.sample.table(), fields: [2, 0]) { batch, row in
      (batch.firstRecord + row) % 2 == 0
    }
    #expect(text == "jumlah,kode\n0,007\n,=1+1\n")
    #expect(facts.records == 2 && facts.omitted == 2)
  }

  @Test func keepsWhatWasFoundForQuarantine() throws {
    let (text, _) = try written(Self.sample.table(), fields: [2], malformed: .asFound)
    #expect(text == "jumlah\n1054804\n0\n12\n12..821\n")
  }

  @Test(arguments: [0, 2]) func leavesNoBlankLineForAMissingValueAlone(field: Int) throws {
    let (text, _) = try written(Self.sample.table(), fields: [field])
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().allSatisfy {
        $0 != ""
      })
    #expect(text.contains("\n\"\"\n"))
  }

  @Test func writesOnlyTheHeaderOfAnEmptyTable() throws {
    let (text, facts) = try written(
      SampleTable(fields: Self.sample.fields, rows: []).table(), fields: [0, 1])
    #expect(text == "kode,nama\n")
    #expect(facts.records == 0)
  }

  /// The fast path against a slow one that makes a text a cell, and against its own reading.
  @Test(arguments: [UInt64(5), 77, 20_261], [1, 7, 5_000])
  func writesAsTheObviousWriterDoes(seed: UInt64, batchSize: Int) throws {
    print("seed \(seed)")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let texts = [
      "", "a", "ab", "abc", "a,b", "\"", "x\"y", "\r\n", "Kabupaten Banjarnegara, Jawa Tengah",
      "é", "12345678", "123456789", "1234567890123456", "12345678901234567",
    ]
    let kinds: [Field.Kind] = [.text, .count, .amount, .percent, .code]
    let fields = kinds.enumerated().map { Field(name: "f\($0.offset)", kind: $0.element) }
    let rows = (0..<9_000).map { _ in
      kinds.map { kind -> SampleTable.Cell in
        guard kind.isNumeric else {
          let text = texts[next(texts.count)]
          return text.isEmpty ? .missing : .text(text)
        }
        switch next(12) {
        case 0: return .missing
        case 1: return .malformed("1.2.3,4")
        case 2: return .wide(ExactDecimal(mantissa: Int128(next(1 << 30)) << 70, scale: next(5)))
        default:
          let sign: Int64 = next(2) == 0 ? 1 : -1
          return .number(sign * Int64(next(1 << 30) >> next(31)), scale: next(4))
        }
      }
    }
    let table = try SampleTable(fields: fields, rows: rows).table(batchSize: batchSize)
    let (text, facts) = try written(table, fields: [0, 1, 2, 3, 4]) { batch, row in
      (batch.firstRecord + row) % 5 != 0
    }
    var expected = "f0,f1,f2,f3,f4\n"
    for (number, row) in rows.enumerated() where (number + 1) % 5 != 0 {
      let cells = zip(row, kinds).map { $0.written(whole: $1.isWhole) }
      expected += cells.map(Self.quoted).joined(separator: ",") + "\n"
    }
    #expect(text == expected)
    #expect(facts.records == 7_200)
  }

  private static func quoted(_ cell: String) -> String {
    let isSpecial = cell.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return isSpecial ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  @Test(arguments: [
    (Field.Kind.date, ["2023-12-31", "2024-02-29"], TextShape.Form?.some(.date)),
    (.date, ["2023-02-29"], nil), (.date, ["31/12/2023"], nil), (.period, ["2023", "2024"], .year),
    (.period, ["2023-01", "2023-12"], .yearMonth), (.period, ["2023 semester 1"], nil),
    (.boolean, ["ya", "tidak"], .boolean), (.boolean, ["ya", "mungkin"], nil),
    (.text, ["2023"], nil), (.date, [], .date),
  ])
  func knowsFormsThatATableSchemaHasTypesFor(
    kind: Field.Kind, texts: [String], form: TextShape.Form?
  ) throws {
    let sample = SampleTable(
      fields: [Field(name: "f", kind: kind)], rows: texts.map { [.text($0)] })
    let (_, facts) = try written(sample.table(), fields: [0])
    #expect(facts.shapes[0].form == form)
  }
}
