import Tabular
import Testing

@Suite("Layout")
struct LayoutTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var lines: [Int]
    var labels: [String]

    init(_ story: String, _ text: String, header lines: [Int], _ labels: String...) {
      testDescription = story
      self.text = text
      self.lines = lines
      self.labels = labels
    }
  }

  static let cases = [
    Case("header in the first row", "No;Nama\n1;A\n", header: [1], "No", "Nama"),
    Case(
      "title, facts and a blank row above",
      "Judul;Ringkasan\nTahun;2014\nKolom;4\n;;\nKode;Uraian;Jumlah\n1.1;Gaji;200\n",
      header: [5], "Kode", "Uraian", "Jumlah"),
    Case(
      "a fact with an unusual name ends with a colon",
      "Nomor surat:;12\nKode;Uraian;Jumlah\n1.1;Gaji;200\n", header: [2], "Kode", "Uraian",
      "Jumlah"),
    Case(
      "two rows, the upper labels spread",
      "No;Kab;;0-4;;5-9;\n;Kode;Nama;Pria;Wanita;Pria;Wanita\n1;33.04;B;1;2;3;4\n",
      header: [1, 2], "No", "Kab / Kode", "Kab / Nama", "0-4 / Pria", "0-4 / Wanita", "5-9 / Pria",
      "5-9 / Wanita"),
    Case(
      "three rows",
      "Kode;Urusan;Belanja;;;\n;;Sebelum;;Sesudah;\n;;Langsung;Tidak;Langsung;Tidak\n1;Wajib;1;2;3;4\n",
      header: [1, 2, 3], "Kode", "Urusan", "Belanja / Sebelum / Langsung",
      "Belanja / Sebelum / Tidak", "Belanja / Sesudah / Langsung", "Belanja / Sesudah / Tidak"),
    Case(
      "years that follow each other are labels",
      "Kecamatan;2021;2022;2023\nA;10;20;30\n", header: [1], "Kecamatan", "2021", "2022", "2023"),
    Case(
      "one label over years", "Kec;Penduduk;\n;2021;2022\nA;10;20\n", header: [1, 2], "Kec",
      "Penduduk / 2021", "Penduduk / 2022"),
    Case(
      "nothing but texts", "Mutu;Arti\nA;Baik\nB;Cukup\n", header: [1], "Mutu", "Arti"),
    Case("line breaks within a label", "No;\"Nama\nDesa\"\n1;A\n", header: [1], "No", "Nama Desa"),
    Case("no header", "1;A;20\n2;B;30\n", header: [], "", "", ""),
    Case("one column", "Nama\nA\nB\n", header: [1], "Nama"),
    Case("unnamed columns", "No;;Nama;\n1;x;A;y\n", header: [1], "No", "", "Nama", ""),
  ]

  @Test("The header is found", arguments: cases)
  func header(_ story: Case) throws {
    let layout = try Layout(of: TinyCSV.rows(of: story.text), in: Location(resource: "x"))
    #expect(layout.headerRows.value == story.lines)
    #expect(layout.header.columns.map(\.label) == story.labels)
    #expect(layout.headerRows.origin == (story.lines.isEmpty ? .assumed : .detected))
    #expect(layout.headerRows.basis != nil)
  }

  @Test("Declared labels find a header that looks like data")
  func declaredLabels() throws {
    let text = "Daftar 2023\n1;2;3\nUraian;2021;Jumlah 5\nA;1;2\n"
    let layout = try Layout(
      of: TinyCSV.rows(of: text), labels: [["Kegiatan", "uraian"], ["JUMLAH 5"]],
      in: Location(resource: "x"))
    #expect(layout.headerRows.value == [3])
  }

  @Test("A given header is taken as given, and a wrong one refused")
  func givenHeader() throws {
    let rows = TinyCSV.rows(of: "A;B\nC;D\n1;2\n")
    let place = Location(resource: "x")
    let layout = try Layout(of: rows, request: LayoutRequest(headerRows: [2]), in: place)
    #expect(layout.headerRows == Setting([2], .given))
    #expect(layout.header.columns.map(\.label) == ["C", "D"])
    #expect(throws: TabularError(.headerRowsMissing([9]), at: place)) {
      try Layout(of: rows, request: LayoutRequest(headerRows: [9]), in: place)
    }
  }

  @Test("An empty resource is refused", arguments: ["", "\n\n", ";;\n"])
  func nothing(text: String) {
    let place = Location(resource: "x")
    #expect(throws: TabularError(.noRows, at: place)) {
      try Layout(of: TinyCSV.rows(of: text), in: place)
    }
  }

  @Test("Facts above the header are kept")
  func metadata() throws {
    let text = "Judul,\"APBD, 2014\",\nTahun : 2014,,\nDaerah,Bantul,\nKode,Uraian,Jumlah\n1,A,2\n"
    let layout = try Layout(of: TinyCSV.rows(of: text), in: Location(resource: "x"))
    #expect(
      layout.metadata == [
        Layout.Metadata(key: "Judul", value: "APBD, 2014", line: 1),
        Layout.Metadata(key: "Tahun", value: "2014", line: 2),
        Layout.Metadata(key: "Daerah", value: "Bantul", line: 3),
      ])
    #expect(layout.preamble == [1: .heading, 2: .heading, 3: .heading, 4: .header])
  }
}
