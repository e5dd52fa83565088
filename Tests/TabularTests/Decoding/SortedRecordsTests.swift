import Testing

@testable import Tabular

@Suite("Sorted records")
struct SortedRecordsTests {
  @Test("Records keep what is known of their cells, and nothing else is lost")
  func sheet() throws {
    let rows = DrawnSheet.rows(
      """
      Judul|<|<
      No|Nama|Nilai
      1|A|=5,0~5,04
      2|!#REF!
      |Jumlah|=5|cek

      Sumber: BKD
      """, firstColumn: 1)
    let place = Location(resource: "x", sheet: "S")
    let layout = try Layout(of: rows, in: place)
    let sorted = try SortedRecords(rows, layout, of: place, pipeline: "p")
    #expect(sorted.records.lines == [3, 4, 5])
    #expect((0..<3).map(sorted.records.cellCount) == [3, 3, 3])
    #expect(sorted.records.firstColumn == 1)
    #expect(
      sorted.records.marks == [[], [], .number, [], .error, [], [], [], .number])
    #expect(sorted.records.stored == [2: "5,04"])
    #expect(
      sorted.summary.counts == [
        .heading: 1, .header: 1, .data: 2, .total: 1, .blank: 1, .note: 1,
      ])
    #expect(sorted.findings.map(\.rule) == ["sel-terpencil"])
    #expect(sorted.findings[0].cells[0].location.cell == "E5")
  }
}
