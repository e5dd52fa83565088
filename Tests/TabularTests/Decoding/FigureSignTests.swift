import Numerals
import Testing

@testable import Tabular

@Suite("Footnote marks and signs for nothing")
struct FigureSignTests {
  private static let fields = [
    Field(name: "kota"), Field(name: "jiwa", kind: .count), Field(name: "persen", kind: .percent),
  ]

  private func cells(_ reading: Reading, _ field: Int) throws -> [String] {
    var cells: [String] = []
    try reading.table.batches.forEach { batch in
      for row in 0..<batch.count {
        let column = batch.columns[field]
        let value = column.numerals?.value(at: row)?.description
        cells.append("\(value ?? "-") < \(column.raw(at: row))")
      }
    }
    return cells
  }

  private func told(_ reading: Reading) -> [String] {
    reading.source.findings.map { finding in
      "\(finding.severity.rawValue) \(finding.cells[0].location.line ?? 0): \(finding.message.indonesian)"
    }
  }

  @Test("Marked figures are read, kept as written, and told with what their mark means")
  func marks() throws {
    let reading = try Reading(
      """
      Kota;Jiwa;Persen
      A;1.234 r);29,25
      B;5.015*);30,00 x)
      C;12 r);31
      D;7;32,5

      Sumber: BPS
      r) Angka diperbaiki
      *) Angka sementara; x) angka sangat sementara
      """, Self.fields)
    #expect(
      try cells(reading, 1) == ["1234 < 1.234 r)", "5015 < 5.015*)", "12 < 12 r)", "7 < 7"])
    #expect(try cells(reading, 2)[1] == "30.00 < 30,00 x)")
    #expect(
      told(reading) == [
        "note 3: 1 angka di kolom 'jiwa' bertanda '*)', yang berarti 'Angka sementara'",
        "note 2: 2 angka di kolom 'jiwa' bertanda 'r)', yang berarti 'Angka diperbaiki'",
        "note 3: 1 angka di kolom 'persen' bertanda 'x)', yang berarti 'angka sangat sementara'",
      ])
    #expect(reading.source.summary.counts[.note] == 3)
  }

  @Test("Dashes and words for nothing are missing, which is told unless it was declared")
  func gaps() throws {
    var fields = Self.fields
    fields[2].missingValues = ["…"]
    let reading = try Reading(
      "Kota;Jiwa;Persen\nA;-;29,25\nB;5.015; … \nC;n.a.;………\nD;–;3\nE;7;4", fields)
    #expect(
      try cells(reading, 1)
        == ["- < -", "5015 < 5.015", "- < n.a.", "- < –", "7 < 7"])
    #expect(
      told(reading).map { $0.prefix(60) } == [
        "warning 2: 1 sel kolom 'jiwa' berisi '-'; dibaca sebagai kos",
        "warning 4: 1 sel kolom 'jiwa' berisi 'n.a.'; dibaca sebagai ",
        "warning 5: 1 sel kolom 'jiwa' berisi '–'; dibaca sebagai kos",
        "warning 4: 1 sel kolom 'persen' berisi '………'; dibaca sebagai",
      ])
  }

  @Test("A dash where a value is required is a missing one")
  func required() throws {
    var fields = Self.fields
    fields[1].constraints.required = true
    let reading = try Reading("Kota;Jiwa;Persen\nA;-;1\nB;5;2", fields)
    #expect(reading.source.findings.map(\.rule).sorted() == ["tanda-kosong", "wajib"])
  }

  @Test(
    "A letter that could be a unit is never taken for a mark", arguments: ["5 m", "5 kg)", "5l)"])
  func units(_ cell: String) throws {
    let reading = try Reading("Kota;Jiwa;Persen\nA;\(cell);1\nB;5;2", Self.fields)
    #expect(reading.source.findings.map(\.rule) == ["angka"])
  }

  @Test("Dates and periods may be missing by a dash, texts keep it")
  func dates() throws {
    let reading = try Reading(
      "Nama;Tanggal;Tahun\n-;2023-01-31;2023\nB;-;…",
      [
        Field(name: "nama"), Field(name: "tanggal", kind: .date),
        Field(name: "tahun", kind: .period),
      ])
    #expect(reading.source.findings.map(\.rule) == ["tanda-kosong", "tanda-kosong"])
    var names: [String?] = []
    try reading.table.batches.forEach { names.append($0.columns[0].texts?.text(at: 0)) }
    #expect(names == ["-"])
  }

  @Test("A field of marked figures is guessed as numbers")
  func guess() throws {
    let block = TinyCSV.rows(of: "Nama;Jiwa\nA;1.234 r)\nB;5.015 r)\nC;12 r)\nD;–")
    let layout = try Layout(of: block, in: Location(resource: "uji.csv"))
    let guesses = FieldGuess.all(layout: layout, block: block)
    #expect(guesses.map(\.field.kind) == [.text, .count])
    #expect(guesses[1].field.missingValues == ["–"])
  }

  @Test(
    "A mark behind a label or a name does not make another of it",
    arguments: [("Jumlah *)", "Jumlah"), ("Penduduk¹⁾", "Penduduk"), ("Luas km²", "Luas km²")])
  func labels(_ label: String, _ plain: String) {
    #expect(LabelForm.key(label) == LabelForm.key(plain))
  }
}
