import Numerals
import Testing

@testable import Tabular

private func amount(_ name: String, unit: String? = "rupiah", label: String? = nil) -> Field {
  Field(name: name, label: label, kind: .amount, unit: unit)
}

private func count(_ name: String, unit: String? = nil, label: String? = nil) -> Field {
  Field(name: name, label: label, kind: .count, unit: unit)
}

/// The values of a field in full, and what was told of units.
private struct Told {
  let values: [String]
  let findings: [String]
  let reading: Reading

  init(_ text: String, _ fields: [Field], _ name: String) throws {
    reading = try Reading(text, fields)
    let position = try #require(reading.table.schema.position(of: name))
    var values: [String] = []
    try reading.table.batches.forEach { batch in
      for row in 0..<batch.count {
        values.append(batch.columns[position].numerals?.value(at: row)?.description ?? "-")
      }
    }
    self.values = values
    findings = reading.source.findings.filter { $0.rule == "satuan" }.map {
      "\($0.severity.rawValue) \($0.cells[0].location.line ?? 0): \($0.cells[0].raw)"
    }
  }
}

@Suite("What figures are printed in")
struct UnitReadingTests {
  struct Story: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let fields: [Field]
    let field: String
    let values: [String]
    var told: [String] = []
  }

  static let stories = [
    Story(
      testDescription: "a line above the table",
      text: "Pagu\n(dalam juta rupiah)\n\nProgram;Pagu;Orang\nA;5.012,3;12\nB;987,6;3",
      fields: [Field(name: "program"), amount("pagu"), count("orang", unit: "orang")],
      field: "pagu", values: ["5012300000", "987600000"],
      told: ["note 2: dalam juta rupiah"]),
    Story(
      testDescription: "a fact above the table, for people alone",
      text: "Satuan: ribu jiwa\nKota;Penduduk;Kantor\nA;12,5;7\nB;9,1;8",
      fields: [Field(name: "kota"), count("penduduk", unit: "orang"), count("kantor")],
      field: "penduduk", values: ["12500", "9100"], told: ["note 1: ribu jiwa"]),
    Story(
      testDescription: "a bare power holds for counts and amounts, not for percentages",
      text: "Rekap (ribu)\nKota;Jiwa;Persen\nA;12;7,1\nB;1.234;8",
      fields: [Field(name: "kota"), count("jiwa"), Field(name: "persen", kind: .percent)],
      field: "persen", values: ["7.1", "8"], told: ["note 1: ribu"]),
    Story(
      testDescription: "the label of the column",
      text: "Program;Anggaran (juta Rp);Realisasi (Rp)\nA;5,5;10\nB;7;20",
      fields: [
        Field(name: "program"), amount("anggaran"), amount("realisasi", label: "Realisasi (Rp)"),
      ],
      field: "anggaran", values: ["5500000", "7000000"], told: ["note 1: juta Rp"]),
    Story(
      testDescription: "the label counts before the line above, and that is told",
      text: "(dalam juta rupiah)\nProgram;Pagu (ribu Rp);Realisasi\nA;5;6\nB;7;8",
      fields: [Field(name: "program"), amount("pagu"), amount("realisasi")],
      field: "pagu", values: ["5000", "7000"],
      told: ["warning 1: dalam juta rupiah", "note 2: ribu Rp", "note 1: dalam juta rupiah"]),
    Story(
      testDescription: "plain rupiah in the label counts too",
      text: "(dalam juta rupiah)\nProgram;Pagu (Rp);Realisasi\nA;5;6\nB;7;8",
      fields: [Field(name: "program"), amount("pagu"), amount("realisasi")],
      field: "pagu", values: ["5", "7"],
      told: ["warning 1: dalam juta rupiah", "note 1: dalam juta rupiah"]),
    Story(
      testDescription: "labels in rupiah and nothing else tell nothing",
      text: "Program;Anggaran (Rp.);Realisasi (Rp)\nA;5;6\nB;7;8",
      fields: [
        Field(name: "program"), amount("anggaran", label: "Anggaran (Rp.)"),
        amount("realisasi", label: "Realisasi (Rp)"),
      ],
      field: "anggaran", values: ["5", "7"]),
    Story(
      testDescription: "a unit that no field has",
      text: "(ribu ton)\nKota;Padi\nA;5\nB;7",
      fields: [Field(name: "kota"), count("padi")], field: "padi", values: ["5", "7"],
      told: ["warning 1: ribu ton"]),
    Story(
      testDescription: "a unit that is declared as it stands",
      text: "Produksi (ribu ton)\nKota;Padi\nA;5,5\nB;7,1",
      fields: [Field(name: "kota"), Field(name: "padi", kind: .decimal, unit: "ribu ton")],
      field: "padi", values: ["5.5", "7.1"]),
    Story(
      testDescription: "two lines that contradict each other",
      text: "Pagu (miliar rupiah)\n(dalam juta rupiah)\nProgram;Pagu;Nilai\nA;5;1\nB;7;2",
      fields: [Field(name: "program"), amount("pagu"), Field(name: "nilai", kind: .index)],
      field: "pagu", values: ["5000000", "7000000"],
      told: ["error 1: miliar rupiah", "note 2: dalam juta rupiah"]),
    Story(
      testDescription: "a row of units below the labels",
      text: "Program;Pagu;Realisasi;Capaian\n;(juta Rp);(juta Rp);(%)\nA;5;6,5;80\nB;7;8,5;90",
      fields: [
        Field(name: "program"), amount("pagu"), amount("realisasi"),
        Field(name: "capaian", kind: .percent),
      ],
      field: "realisasi", values: ["6500000", "8500000"],
      told: ["note 2: juta Rp", "note 2: juta Rp"]),
    Story(
      testDescription: "the word in the cell, too",
      text: "Program;Pagu (juta Rp);x\nA;5,5 juta;1\nB;Rp 7 juta;1",
      fields: [Field(name: "program"), amount("pagu"), Field(name: "x")],
      field: "pagu", values: ["5500000", "7000000"], told: ["note 1: juta Rp"]),
  ]

  @Test("Values in full, and what is told", arguments: stories)
  func isReadInItsUnit(_ story: Story) throws {
    let told = try Told(story.text, story.fields, story.field)
    #expect(told.values == story.values)
    #expect(told.findings == story.told)
  }

  @Test("What was written stays as it was")
  func raw() throws {
    let told = try Told(
      "(juta rupiah)\nProgram;Pagu\nA;5.012,30\nB;Rp 1,5",
      [Field(name: "program"), amount("pagu")],
      "pagu")
    var raw: [String] = []
    try told.reading.table.batches.forEach { batch in
      raw += (0..<batch.count).map { batch.columns[1].raw(at: $0) }
    }
    #expect(raw == ["5.012,30", "Rp 1,5"])
    #expect(told.values == ["5012300000", "1500000"])
  }

  @Test("What the pipeline file says counts, and a file that says another is told")
  func given() throws {
    var pagu = amount("pagu")
    pagu.writtenUnit = UnitPhrase("juta rupiah")
    let told = try Told(
      "(ribu rupiah)\nProgram;Pagu\nA;5\nB;6", [Field(name: "program"), pagu], "pagu")
    #expect(told.values == ["5000000", "6000000"])
    #expect(told.findings == ["warning 1: ribu rupiah"])
    #expect(told.reading.source.units["pagu"]?.origin == .given)
  }

  @Test(
    "Three digits behind the only mark are groups only where some number has no mark",
    arguments: [
      (["5.012", "987", "1.200"], ["5012000", "987000", "1200000"]),
      (["5.012", "0.987", "1.200"], ["5012", "987", "1200"]),
    ])
  func groups(_ cells: [String], _ values: [String]) throws {
    let rows = cells.map { "A;\($0)" }.joined(separator: "\n")
    let told = try Told(
      "(ribu jiwa)\nKota;Jiwa\n\(rows)", [Field(name: "kota"), count("jiwa", unit: "jiwa")], "jiwa")
    #expect(told.values == values)
  }

  @Test("Where nothing shows it, three digits behind the only mark are refused")
  func ambiguous() throws {
    let reading = try Reading(
      "(ribu jiwa)\nKota;Jiwa\nA;5.012\nB;1.987",
      [Field(name: "kota"), count("jiwa", unit: "jiwa")])
    #expect(reading.source.findings.filter { $0.severity == .error }.count == 2)
  }

  @Test("Bounds are in the unit of the field")
  func bounds() throws {
    var pagu = amount("pagu")
    pagu.constraints.maximum = ExactDecimal(mantissa: 6_000_000)
    let reading = try Reading(
      "(juta rupiah)\nProgram;Pagu\nA;5,5\nB;6,5", [Field(name: "program"), pagu])
    let finding = try #require(reading.source.findings.first { $0.rule == "batas-atas" })
    #expect(finding.stated == "6500000")
    #expect(finding.cells[0].raw == "6,5")
  }

  @Test("A batch that was spilled comes back in its unit")
  func spilled() throws {
    var column = NumeralColumn()
    (column.mantissas, column.scale, column.magnitude) = ([123, 456], 1, 6)
    var store = BatchStore(spillingTo: "/tmp", memoryLimit: 0)
    let batch = Batch(
      firstRecord: 1, count: 2, columns: [Column(.numerals(column))], lines: [1, 2])
    try store.append(batch)
    let read = try store.batch(at: 0)
    #expect(read.columns[0].numerals?.value(at: 0)?.description == "12300000")
    #expect(read.columns[0].raw(at: 1) == "45,6")
  }
}
