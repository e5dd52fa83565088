import Numerals
import Testing

@testable import Tabular

@Suite("Merged cells and headers of sheets")
struct MergedCellTests {
  struct Story: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sheet: String
    var headerRows: [Int]
    var labels: [String]
    var titles: [String] = []
    var counts: [ReadingSummary.LineUse: Int]
  }

  static let stories = [
    Story(
      testDescription: "titles over all columns, labels across and down",
      sheet: """
        Analisis Efisiensi|<|<|<|<|<
        Tahun Anggaran 2023|<|<|<|<|<

        No|Uraian|Anggaran (Rp)|Realisasi|<|Fisik
        ^|^|^|Rp|%|%
        1|A|=5.000|=4.000|=80,00|=100
        Sumber: Dinas|<|<|<|<|<
        """, headerRows: [4, 5],
      labels: [
        "No", "Uraian", "Anggaran (Rp)", "Realisasi / Rp", "Realisasi / %", "Fisik / %",
      ], titles: ["Analisis Efisiensi", "Tahun Anggaran 2023"],
      counts: [.heading: 2, .blank: 1, .header: 2, .data: 1, .note: 1]),
    Story(
      testDescription: "a title right above the header is no label",
      sheet: """
        Realisasi per bulan|<|<|<
        No|Uraian|Rp|%
        1|A|=5|=6
        """, headerRows: [2], labels: ["No", "Uraian", "Rp", "%"], titles: ["Realisasi per bulan"],
      counts: [.heading: 1, .header: 1, .data: 1]),
    Story(
      testDescription: "a label over the years stands above them",
      sheet: """
        |Penduduk|<|<
        Wilayah|=2019|=2020|=2021
        A|=5|=6|=7
        """, headerRows: [1, 2],
      labels: ["Wilayah", "Penduduk / 2019", "Penduduk / 2020", "Penduduk / 2021"],
      counts: [.header: 2, .data: 1]),
    Story(
      testDescription: "a merged label does not reach the columns behind it",
      sheet: """
        No|Wilayah|<||Jumlah
        ^|Kode|Nama|Pria|^
        1|01|A|=5|=6
        """, headerRows: [1, 2],
      labels: ["No", "Wilayah / Kode", "Wilayah / Nama", "Pria", "Jumlah"],
      counts: [.header: 2, .data: 1]),
    Story(
      testDescription: "four rows",
      sheet: """
        No|Penduduk|<|<|<
        ^|Laki-laki|<|Perempuan|<
        ^|0-4|5-9|0-4|5-9
        ^|orang|orang|orang|orang
        1|=5|=6|=7|=8
        """, headerRows: [1, 2, 3, 4],
      labels: [
        "No", "Penduduk / Laki-laki / 0-4 / orang", "Penduduk / Laki-laki / 5-9 / orang",
        "Penduduk / Perempuan / 0-4 / orang", "Penduduk / Perempuan / 5-9 / orang",
      ], counts: [.header: 4, .data: 1]),
    Story(
      testDescription: "column numbers that are numbers, with their formulas",
      sheet: """
        No|A|B|Selisih|%
        =1|=2|=3|4=2-3|5 = (3)/(2)
        1|=5|=6|=-1|=120
        """, headerRows: [1], labels: ["No", "A", "B", "Selisih", "%"],
      counts: [.header: 2, .data: 1]),
    Story(
      testDescription: "column numbers in parentheses",
      sheet: """
        No|A|B
        (1)|(2)|(3) = (2)/(1)
        1|=5|=6
        """, headerRows: [1], labels: ["No", "A", "B"], counts: [.header: 2, .data: 1]),
    Story(
      testDescription: "column numbers with a mistake, above numbers",
      sheet: """
        NO. RESP|NILAI UNSUR|<|<|<|<|<
        ^|U1|U2|U3|U4|U5|U6
        1|3|3|4|5|6|7
        1|=3|=3|=4|=4|=4|=3
        """, headerRows: [1, 2],
      labels: [
        "NO. RESP", "NILAI UNSUR / U1", "NILAI UNSUR / U2", "NILAI UNSUR / U3",
        "NILAI UNSUR / U4", "NILAI UNSUR / U5", "NILAI UNSUR / U6",
      ], counts: [.header: 3, .data: 1]),
    Story(
      testDescription: "answers as texts are no column numbers",
      sheet: """
        No|U1|U2|U3|U4
        1|3|3|4|5
        2|3|3|4|4
        """, headerRows: [1], labels: ["No", "U1", "U2", "U3", "U4"],
      counts: [.header: 1, .data: 2]),
    Story(
      testDescription: "a row of nothing but cells merged down is blank",
      sheet: """
        Nama|Nilai
        A|=5
        ^|^
        B|=6
        """, headerRows: [1], labels: ["Nama", "Nilai"],
      counts: [.header: 1, .data: 2, .blank: 1]),
  ]

  @Test("Where the parts stand", arguments: stories)
  func story(_ story: Story) throws {
    let rows = DrawnSheet.rows(story.sheet)
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    #expect(layout.headerRows.value == story.headerRows)
    #expect(layout.header.columns.map(\.label) == story.labels)
    #expect(layout.titles == story.titles)
    var sorter = RowSorter(layout: layout, resource: "x", sheet: "S")
    _ = sorter.records(of: rows)
    #expect(sorter.summary.counts == story.counts)
  }

  @Test("Merged keys hold for every record, a merged number is told once")
  func records() throws {
    let reading = try Reading(
      sheet: """
        Bidang|Program|Pagu|Realisasi
        Statistik|A|=100|=10
        ^|B|^|=20
        ^|C|^|=30
        Persandian|D|=50|=40
        """,
      [
        field("bidang", .text), field("program", .text), field("pagu", .amount),
        field("realisasi", .amount),
      ])
    #expect(
      reading.values == [
        ["Statistik", "A", "100", "10"], ["Statistik", "B", "100", "20"],
        ["Statistik", "C", "100", "30"], ["Persandian", "D", "50", "40"],
      ])
    #expect(reading.findings == ["warning C2 pagu sel-gabungan"])
    #expect(
      reading.source.findings[0].message.english
        == "cells with numbers in 'pagu' are merged over several rows, as '100'; the number holds for 2 more rows and counts once a row in sums"
    )
  }

  @Test("A heading merged over columns of numbers leaves them empty, a merged total counts")
  func headings() throws {
    let reading = try Reading(
      sheet: """
        Kode|Uraian|Pagu
        A. PENDAPATAN|<|<
        4.1|Pajak|=100
        Jumlah Pendapatan|<|=100
        """, [field("uraian", .text), field("pagu", .amount)])
    #expect(
      reading.values == [
        ["A. PENDAPATAN", "·"], ["Pajak", "100"], ["Jumlah Pendapatan", "100"],
      ])
    #expect(reading.findings.isEmpty)
    #expect(reading.source.summary.counts == [.header: 1, .data: 2, .total: 1])
  }

  @Test("Columns that the header does not name count where several rows fill them")
  func unnamed() throws {
    let rows = DrawnSheet.rows(
      "No|Nama\n1|A\n2|B|=5\n3|C\n4|D|=6\n5|E||||cek")
    let layout = try Layout(of: rows, in: Location(resource: "x", sheet: "S"))
    #expect(layout.width == 3)
  }

  @Test("A label merged over unnamed columns is found in the first of them")
  func continued() throws {
    let place = Location(resource: "x", sheet: "S")
    let rows = DrawnSheet.rows("No|Uraian|<|Pagu\n1|A||=5\n2||b|=6", firstColumn: 1)
    let layout = try Layout(of: rows, in: place)
    #expect(layout.header.columns.map(\.label) == ["No", "Uraian", "Uraian", "Pagu"])
    #expect(layout.header.columns.map(\.isContinued) == [false, false, true, false])
    let fields = [
      field("uraian", .text), field("rinci", .text) { $0.label = "Uraian#2" },
      field("pagu", .amount),
    ]
    let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
    #expect(match.columns == [1, 2, 3])
    let wrong = #expect(throws: TabularError.self) {
      try ColumnMatch(fields: [field("uraan", .text)], header: layout.header, in: place)
    }
    #expect(wrong?.location == Location(resource: "x", sheet: "S", cell: "C1"))
  }
}
