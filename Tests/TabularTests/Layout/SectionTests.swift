import Testing

@testable import Tabular

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

@Suite("Blocks beside each other")
struct BlocksBesideTests {
  private func read(_ sheet: String) throws -> (sections: [Section], summary: ReadingSummary) {
    let rows = DrawnSheet.rows(sheet)
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    #expect(layout.blocks.value == .repeated)
    return Section.all(in: rows, layout: layout, resource: "x", sheet: "S")
  }

  @Test("Blocks are read from left to right, then downwards")
  func blocks() throws {
    let (sections, summary) = try read(
      """
      Daftar pegawai|<|<|<|<|<|<

      No|Nama|Nilai||No|Nama|Nilai
      1|A|=5||3|C|=7~7,1||cek
      2|B|=6

      No|Nama|Nilai||No|Nama|Nilai
      4|D|=8||5|E|=9
      Sumber: BKD
      """)
    #expect(sections.map(\.records.lines) == [[4, 5], [4], [8], [8]])
    #expect(sections.map(\.records.firstColumn) == [0, 4, 0, 4])
    #expect(sections.map(\.header.firstColumn) == [0, 4, 0, 4])
    #expect(sections[1].header.columns.map(\.label) == ["No", "Nama", "Nilai"])
    #expect(sections[1].header.columns.map(\.position) == [0, 1, 2])
    #expect(sections[1].records.texts(row: 0) == ["3", "C", "7"])
    #expect(sections[1].records.marks == [[], [], .number])
    #expect(sections[1].records.stored == [2: "7,1"])
    #expect(sections[1].titles == ["Daftar pegawai"])
    #expect(summary.counts == [.heading: 1, .header: 2, .data: 3, .blank: 2, .note: 1])
    #expect(summary.otherLines.map(\.text) == ["Daftar pegawai", "I4 cek", "Sumber: BKD"])
  }

  @Test("Without a blank column between, under labels and titles of their own")
  func labelled() throws {
    let (sections, _) = try read(
      """
      Kelas A|<|Kelas B|<
      Nama|Nilai|Nama|Nilai
      A|=5|C|=7
      """)
    #expect(sections.map { $0.header.columns[0].label } == ["Kelas A / Nama", "Kelas B / Nama"])
    #expect(sections.map { $0.records.texts(row: 0) } == [["A", "5"], ["C", "7"]])
  }

  @Test("Years under each of several labels are no blocks")
  func years() throws {
    let rows = DrawnSheet.rows(
      """
      Wilayah|Pria|<|Wanita|<
      ^|=2022|=2023|=2022|=2023
      A|=5|=6|=7|=8
      """)
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    #expect(layout.blocks.value == .single)
    #expect(layout.header.blocks == [0..<5])
  }
}
