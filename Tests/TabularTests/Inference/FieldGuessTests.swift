import Numerals
import Testing

@testable import Tabular

@Suite("Guessing fields")
struct FieldGuessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var label: String
    var cells: [String]
    var kind: Field.Kind
    var affixes: [String] = []
    var missing: [String] = []
    var convention: Notation.Convention?
  }

  static let cases = [
    Case(
      testDescription: "codes with leading zeros", label: "Kec", cells: ["01", "02"], kind: .code),
    Case(
      testDescription: "account codes", label: "Rek", cells: ["5.1.2", "5.1.2.01"], kind: .code),
    Case(
      testDescription: "identity numbers", label: "Id",
      cells: ["3304010101010001", "3304010101010002"],
      kind: .code),
    Case(testDescription: "called a code", label: "Kode", cells: ["33.04", "33.05"], kind: .code),
    Case(testDescription: "numbered by dots", label: "No.", cells: ["1.", "2."], kind: .code),
    Case(testDescription: "numbered", label: "No", cells: ["1", "2"], kind: .integer),
    Case(
      testDescription: "counts", label: "Pria", cells: ["12", "1.054.804"], kind: .count,
      convention: .indonesian),
    Case(
      testDescription: "counts with words", label: "Jumlah",
      cells: ["36.590 pengikut", "9 pengikut", "12 pengunjung"], kind: .count,
      affixes: ["pengikut", "pengunjung"], convention: .indonesian),
    Case(testDescription: "negative", label: "Selisih", cells: ["12", "-3"], kind: .integer),
    Case(
      testDescription: "money by its label", label: "Anggaran (Rp.)", cells: ["1.054.804", "0"],
      kind: .amount, convention: .indonesian),
    Case(
      testDescription: "money by its sign", label: "Nilai", cells: ["Rp. 1.000.000,-", "Rp 500"],
      kind: .amount, convention: .indonesian),
    Case(
      testDescription: "percentages", label: "Capaian", cells: ["29,25%", "100%"], kind: .percent,
      convention: .indonesian),
    Case(
      testDescription: "percentages by their label", label: "%", cells: ["29,25", "100"],
      kind: .percent, convention: .indonesian),
    Case(
      testDescription: "decimals", label: "IPM", cells: ["70.5", "69.12"], kind: .decimal,
      convention: .english),
    Case(
      testDescription: "an index", label: "Indeks SPBE", cells: ["3,29"], kind: .index,
      convention: .indonesian),
    Case(
      testDescription: "undecidable", label: "Nilai", cells: ["3,128", "3,077"], kind: .decimal),
    Case(
      testDescription: "malformed numbers are still numbers", label: "Realisasi Rp",
      cells: ["12..821.200", "7.895.950"], kind: .amount, convention: .indonesian),
    Case(
      testDescription: "missing words", label: "Pria", cells: ["12", "-", "n/a", "15"],
      kind: .count,
      missing: ["-", "n/a"]),
    Case(testDescription: "years", label: "Tahun", cells: ["2022", "2023"], kind: .period),
    Case(
      testDescription: "semesters", label: "Masa", cells: ["Semester I 2022", "2023-S2"],
      kind: .period),
    Case(testDescription: "dates", label: "Tgl", cells: ["31/12/2023", "1 Mei 2023"], kind: .date),
    Case(testDescription: "truth", label: "Aktif", cells: ["Ya", "tidak"], kind: .boolean),
    Case(testDescription: "texts", label: "Nama", cells: ["A", "12 B"], kind: .text),
    Case(testDescription: "ranges", label: "Umur", cells: ["0-4", "5-9"], kind: .text),
    Case(
      testDescription: "letters before digits", label: "Unsur", cells: ["U1", "U2"], kind: .text),
    Case(testDescription: "nothing", label: "Ket", cells: ["", ""], kind: .text),
  ]

  @Test("The type follows from label and values", arguments: cases)
  func kinds(_ story: Case) throws {
    let text = "x;\(story.label)\n" + story.cells.map { "a1;\($0)\n" }.joined()
    let rows = TinyCSV.rows(of: text)
    let layout = try Layout(of: rows, in: Location(resource: "x"))
    let guess = try #require(FieldGuess.all(layout: layout, block: rows).last)
    #expect(guess.field.kind == story.kind)
    #expect(guess.field.affixes == story.affixes)
    #expect(guess.field.missingValues == story.missing)
    #expect(guess.field.convention == story.convention)
    #expect(guess.field.label == story.label)
  }

  @Test("An undecidable column is read as its neighbours are")
  func neighbours() throws {
    let rows = TinyCSV.rows(of: "a;b\n3,128;1,5\n3,077;2,5\n")
    let layout = try Layout(of: rows, in: Location(resource: "x"))
    let guesses = FieldGuess.all(layout: layout, block: rows)
    #expect(guesses.map(\.field.convention) == [.indonesian, .indonesian])
    #expect(guesses[0].convention?.setting?.origin == .assumed)
  }

  @Test(
    "Names",
    arguments: [
      ("Anggaran (Rp.)", "anggaran_rp"), ("%", "persen"), ("0-4 / Pria", "n_0_4_pria"),
      ("NAMA  OPD", "nama_opd"), ("Surplus/ Defisit", "surplus_defisit"),
      ("Capaian %", "capaian_persen"),
      ("Kab./Kota", "kab_kota"), ("é", "e"), ("***", ""),
    ])
  func names(label: String, name: String) {
    #expect(FieldName.from(label: label) == name)
  }

  @Test("Every column has a name of its own")
  func uniqueNames() {
    #expect(
      FieldName.unique(labels: ["Jumlah", "jumlah", "", "Jumlah.", "***"])
        == ["jumlah", "jumlah_2", "kolom_3", "jumlah_3", "kolom_5"])
  }
}

@Suite("Guessing fields of sheets")
struct SheetGuessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var label: String
    var cells: [String]
    var kind: Field.Kind
    var convention: Notation.Convention?
    var basis: ConventionSettlement?
  }

  static let cases = [
    Case(
      testDescription: "numbers with groups", label: "Pria", cells: ["=1.054.804", "=2.500"],
      kind: .count, basis: .settled(.indonesian, .stored)),
    Case(
      testDescription: "numbers of three decimals", label: "IPM", cells: ["=70,512", "=69,123"],
      kind: .decimal, basis: .settled(.indonesian, .stored)),
    Case(
      testDescription: "numbers that look like account codes", label: "Nilai",
      cells: ["=1.234.567.890", "=1.234"], kind: .count, basis: .settled(.indonesian, .stored)),
    Case(
      testDescription: "numbers and texts", label: "Anggaran", cells: ["=8.000.000", "3.535.992"],
      kind: .amount, convention: .indonesian,
      basis: .settled(
        .indonesian, .values(count: 1, example: "3.535.992", against: 0, counterexample: nil))),
    Case(
      testDescription: "identity numbers", label: "Id",
      cells: ["=3304010101010001", "=3304010101010002"], kind: .code),
    Case(
      testDescription: "days", label: "Tanggal", cells: ["@2023-12-31", "@2023-12-31T08:00:00"],
      kind: .date),
    Case(testDescription: "truth", label: "Aktif", cells: ["?TRUE", "?FALSE"], kind: .boolean),
    Case(
      testDescription: "errors and formulas say nothing", label: "Pria",
      cells: ["=5", "!#REF!", "$=SUM(B2:B3)"], kind: .count,
      basis: .settled(.indonesian, .stored)),
    Case(
      testDescription: "headings merged over the column say nothing", label: "Pria",
      cells: ["=5", "<", "=7"], kind: .count, basis: .settled(.indonesian, .stored)),
  ]

  @Test("The type of a column", arguments: cases)
  func guess(_ story: Case) throws {
    let drawing = "Uraian|\(story.label)\n" + story.cells.map { "A. b|\($0)\n" }.joined()
    let rows = DrawnSheet.rows(drawing)
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    let guess = try #require(FieldGuess.all(layout: layout, block: rows).last)
    #expect(guess.field.kind == story.kind)
    #expect(guess.field.convention == story.convention)
    #expect(guess.convention == story.basis)
  }

  @Test("Columns that a merged cell covers in every row are no fields")
  func covered() throws {
    let rows = DrawnSheet.rows(
      """
      |No|Uraian|<|Nilai|<
      ||||Rp|%
      |1|A|<|=5|=6
      |2|B|<|=7|=8
      """)
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    let guesses = FieldGuess.all(layout: layout, block: rows)
    #expect(guesses.map(\.field.label) == ["No", "Uraian", "Nilai / Rp", "Nilai / %"])
    #expect(guesses.map(\.column) == [1, 2, 4, 5])
  }
}
