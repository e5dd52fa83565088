import Testing

@testable import Tabular

@Suite("Tables of a sheet")
struct SheetTablesTests {
  struct Story: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sheet: String
    /// Of each table its range, its labels, and how many records it has.
    var tables: [String]
  }

  static let stories = [
    Story(
      testDescription: "one table is not cut out",
      sheet: """
        Judul|<|<

        No|Nama|Pagu
        1|A|=5

        2|B|=6
        |Jumlah|=11

        Sumber: Dinas
        """, tables: [" No Nama Pagu: 3"]),
    Story(
      testDescription: "a table that begins in column C",
      sheet: """
        ||Judul||
        ||No|Nama|Pagu
        ||1|A|=5
        """, tables: ["C:XFD No Nama Pagu: 1"]),
    Story(
      testDescription: "a title that stands to the left keeps its column",
      sheet: """
        Lampiran I||||
        ||No|Nama|Pagu
        ||1|A|=5
        """, tables: ["   No Nama Pagu: 1"]),
    Story(
      testDescription: "beside each other",
      sheet: """
        No|Program|Pagu||Unsur|Nilai
        1|A|=5||U1|=3
        2|B|=6||U2|=4
        3|C|=7
        """, tables: ["A1:C1048576 No Program Pagu: 3", "E1:F1048576 Unsur Nilai: 2"]),
    Story(
      testDescription: "beside each other with titles of their own",
      sheet: """
        Tabel 1|<|<||Tabel 2|<|<
        No|Program|Pagu||Kode|Unsur|Nilai
        1|A|=5||01|U1|=3
        2|B|=6||02|U2|=4
        """, tables: ["A1:C1048576 No Program Pagu: 2", "E1:G1048576 Kode Unsur Nilai: 2"]),
    Story(
      testDescription: "a blank column in the middle separates nothing by itself",
      sheet: """
        No|Program|Pagu||Sisa|Capaian
        1|A|=5||=1|=10
        2|B|=6||=2|=20
        """, tables: [" No Program Pagu  Sisa Capaian: 2"]),
    Story(
      testDescription: "below each other",
      sheet: """
        Tabel 1. Anggaran
        No|Program|Pagu
        1|A|=5
        2|B|=6

        Tabel 2. Unsur

        Kode|Unsur|Nilai|Mutu
        U1|Waktu|=3|B
        U2|Biaya|=4|A
        Sumber: survei
        """, tables: ["A1:C4 No Program Pagu: 2", "A6:D1048576 Kode Unsur Nilai Mutu: 2"]),
    Story(
      testDescription: "the same header once more belongs to the same table",
      sheet: """
        Judul A
        No|Nama|Pagu
        1|A|=5

        Judul B
        No|Nama|Pagu
        1|B|=6
        """, tables: [" No Nama Pagu: 3"]),
    Story(
      testDescription: "two beside each other above a wide one",
      sheet: """
        No|Program|Pagu||Unsur|Nilai
        1|A|=5||U1|=3
        2|B|=6

        Kecamatan|Pria|Wanita|Jumlah|Rasio|Luas
        X|=1|=2|=3|=4|=5
        """,
      tables: [
        "A1:C3 No Program Pagu: 2", "E1:F2 Unsur Nilai: 1",
        "A5:F1048576 Kecamatan Pria Wanita Jumlah Rasio Luas: 1",
      ]),
    Story(
      testDescription: "signatures below a table are no table",
      sheet: """
        No|Nama|Pagu
        1|A|=5

        Mengetahui,||Purbalingga, 5 Januari 2024
        Kepala Dinas||Bendahara
        Nomor 001 tahun 1||Nomor 002 tahun 2
        """, tables: [" No Nama Pagu: 4"]),
    Story(
      testDescription: "a stray cell far away is no table",
      sheet: """
        No|Nama|Pagu
        1|A|=5



        =0
        """, tables: [" No Nama Pagu: 1"]),
  ]

  @Test("What stands where", arguments: stories)
  func story(_ story: Story) {
    let rows = DrawnSheet.rows(story.sheet)
    let found = SheetTables(in: rows, of: Location(resource: "x", sheet: "S"))
    let told = found.tables.map { table in
      let labels = table.header.columns.map(\.label).joined(separator: " ")
      return "\(table.region.description) \(labels): \(table.recordCount)"
    }
    #expect(told == story.tables)
    #expect(found.tables.allSatisfy { $0.isPart == (found.tables.count > 1) })
  }

  @Test("The table that fits the labels is chosen, and a tie is refused")
  func best() throws {
    let rows = DrawnSheet.rows(Self.stories[6].sheet)
    let place = Location(resource: "x", sheet: "S")
    let found = SheetTables(in: rows, of: place)
    #expect(try found.best(for: [["Unsur"], ["Nilai"]]).region.description == "A6:D1048576")
    #expect(try found.best(for: [["Pagu"], ["Kode"], ["Program"]]).titles == ["Tabel 1. Anggaran"])
    #expect(try found.best(for: [], headerRows: [8]).titles == ["Tabel 2. Unsur"])
    let error = #expect(throws: TabularError.self) { try found.best(for: [["Pagu"], ["Nilai"]]) }
    #expect(
      error?.reason
        == .severalTables([
          .init(range: "A1:C4", title: "Tabel 1. Anggaran"),
          .init(range: "A6:D1048576", title: "Tabel 2. Unsur"),
        ]))
    #expect(
      error?.message.english
        == "2 tables of this sheet fit equally well: A1:C4 ('Tabel 1. Anggaran'), A6:D1048576 ('Tabel 2. Unsur'); choose one, as 'range: A1:C4'"
    )
  }

  @Test("A cut keeps what is known of cells, and shares the text")
  func cropping() throws {
    let rows = DrawnSheet.rows(
      """
      Judul|<|<|<
      x|No|Pagu|
      x|^|=5,0~5,04|y
      x|2|=6
      """, firstColumn: 1)
    #expect(rows.cropped(to: .all).bytes.count == rows.bytes.count)
    let cut = rows.cropped(to: SheetRange(rows: 3...4, columns: 2...3))
    #expect(cut.firstColumn == 2)
    #expect(cut.lines == [3, 4])
    #expect((0..<2).map(cut.texts) == [["No", "5,0"], ["2", "6"]])
    #expect(cut.marks == [[], .number, [], .number])
    #expect(cut.stored == [1: "5,04"])
    let title = rows.cropped(to: SheetRange(columns: 2...4))
    #expect(SampleRow(title, row: 0).filled == [0])
  }
}
