import Numerals
import Tabular
import Testing

@Suite("Rows of a resource")
struct RowSorterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var counts: [ReadingSummary.LineUse: Int]

    init(_ story: String, _ text: String, _ counts: [ReadingSummary.LineUse: Int]) {
      testDescription = story
      self.text = text
      self.counts = counts
    }
  }

  static let cases = [
    Case("plain", "No;Nama;Nilai\n1;A;2\n2;B;3\n", [.header: 1, .data: 2]),
    Case(
      "column numbers", "No;Nama;Nilai\n(1);(2);(3)\n1;A;2\n", [.header: 2, .data: 1]),
    Case(
      "letters of columns, spoiled by a spreadsheet",
      "No;Nama;Nilai;Ket\n(a);(b);©;(d)\n1;A;2;\n", [.header: 2, .data: 1]),
    Case(
      "blank rows do not end the table", "No;Nama;Nilai\n1;A;2\n\n;;\n2;B;3\n",
      [.header: 1, .data: 2, .blank: 2]),
    Case(
      "a source below", "No;Nama;Nilai\n1;A;2\nSumber: BPS;;\nDiolah sendiri;;\n",
      [.header: 1, .data: 1, .note: 2]),
    Case(
      "a source in a row of its own", "No;Nama;Nilai\n1;A;2\n\nSumber Data : Setda\n",
      [.header: 1, .data: 1, .blank: 1, .note: 1]),
    Case(
      "a signature after a blank row", "No;Nama;Nilai;\n1;A;2;\n;;;\n;;;BUPATI\n;;;NAMA\n",
      [.header: 1, .data: 1, .blank: 1, .note: 2]),
    Case(
      "a group heading leads records", "No;Nama;Nilai\n1;A;2\n;;\n;Kelompok dua;\n2;B;3\n",
      [.header: 1, .data: 3, .blank: 1]),
    Case(
      "totals by their word", "No;Nama;Nilai\n1;A;2\n;JUMLAH;2\nTotal;;2\n;Rata-rata;2\n",
      [.header: 1, .data: 1, .total: 3]),
    Case(
      "a total with more words only where no code stands before it",
      "Kode;Uraian;Nilai\n5;Jumlah Belanja;2\n;Jumlah Belanja;2\n",
      [.header: 1, .data: 1, .total: 1]),
    Case(
      "the header once more, as on a new page", "No;Nama;Nilai\n1;A;2\nNo;Nama;Nilai\n2;B;3\n",
      [.header: 2, .data: 2]),
    Case(
      "too many cells", "No;Nama;Nilai\n1;A;2\n2;B;3;4\n3;C;4;\n",
      [.header: 1, .data: 2, .rejected: 1]),
    Case(
      "too few cells at the end", "No;Nama;Nilai\n1;A;2\n2;B\n", [.header: 1, .data: 2]),
    Case(
      "a lone text", "No;Nama;Nilai\n1;A;2\nakhir laporan\n2;B;3\n",
      [
        .header: 1, .data: 2, .rejected: 1,
      ]),
    Case(
      "a record over three lines", "No;Nama;Nilai\n1;\"A\nB\nC\";2\n", [.header: 1, .data: 3]),
  ]

  static let fields = [
    field("a", .text) { $0.label = "#1" }, field("b", .text) { $0.label = "#2" },
    field("c", .count) { $0.label = "#3" },
  ]

  @Test("Every line has one use", arguments: cases)
  func uses(_ story: Case) throws {
    for size in [1, 2, Int.max] {
      let isSplit = size < .max && story.testDescription.hasPrefix("a group heading")
      guard !isSplit else { continue }
      let reading = try Reading(story.text, Self.fields, blockRows: size)
      #expect(reading.source.summary.counts.filter { $0.value != 0 } == story.counts)
    }
  }

  @Test("Rejected and short records are told")
  func told() throws {
    let reading = try Reading("No;Nama;Nilai\n1;A;2\n2;B;3;4\n3;C\n4\n", Self.fields)
    #expect(reading.findings == ["3 - jumlah-sel", "5 - jumlah-sel", "note 4 - jumlah-sel"])
    #expect(reading.values == [["1", "A", "2"], ["3", "C", "·"]])
    #expect(reading.source.summary.otherLines.map(\.line) == [3, 5])
  }

  @Test("Values below no label are told once")
  func unnamed() throws {
    let reading = try Reading("No;Nama;Nilai;\n1;A;2;\n2;B;3;x\n3;C;3;y\n", Self.fields)
    #expect(reading.findings == ["note 3 - kolom-tanpa-nama"])
    #expect(reading.source.undeclared.map(\.position) == [3])
  }
}
