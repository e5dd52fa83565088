import Tabular
import Testing

@Suite("Repeated headers")
struct SectionTests {
  static let text = """
    Judul A
    No;Wilayah;;0-4;;
    ;Kode;Nama;Pria;Wanita;%
    1;33.04;B;10;20;5%
    ;Jumlah Total;;10;20;5%

    Judul A
    No;Wilayah;;5-9;;
    ;Kode;Nama;Pria;Wanita;%
    1;33.04;B;30;40;7%

    Sumber: BPS

    """

  @Test("Tables below each other are taken apart")
  func sections() throws {
    let rows = TinyCSV.rows(of: Self.text)
    let layout = try Layout(of: rows, in: Location(resource: "x"))
    #expect(layout.blocks.value == .repeated)
    #expect(layout.blocks.origin == .detected)
    let (sections, summary) = Section.all(in: rows, layout: layout, resource: "x")
    #expect(sections.map { $0.header.columns[3].label } == ["0-4 / Pria", "5-9 / Pria"])
    #expect(sections.map(\.header.lines) == [[2, 3], [8, 9]])
    #expect(sections.map(\.titles) == [["Judul A"], ["Judul A"]])
    #expect(sections.map(\.records.lines) == [[4, 5], [10]])
    #expect(
      summary.counts == [.heading: 2, .header: 4, .data: 2, .total: 1, .blank: 2, .note: 1])
  }

  @Test("The printed population table has six blocks")
  func population() throws {
    guard let shared = TinyCSV.shared else {
      print("skipped: no ../shared, so no population table")
      return
    }
    let path = shared + "/samples/penduduk/agregat-kelompok-umur-2023-s1.csv"
    let rows = TinyCSV.rows(of: try #require(TinyCSV.text(of: path)))
    let layout = try Layout(of: rows, in: Location(resource: path))
    let (sections, summary) = Section.all(in: rows, layout: layout, resource: path)
    let classes = sections.map { section in section.header.columns.compactMap(\.levels.first) }
    #expect(classes.joined().filter { $0.contains("-") }.count == 15 * 4)
    #expect(sections.allSatisfy { $0.records.rowCount == 2 })
    #expect(
      sections[5].header.columns.map(\.label).suffix(2) == ["Jumlah / Kab./Kota", "Jumlah / %"])
    #expect(summary.lineCount == rows.rowCount)
  }
}
