import Tabular
import Testing

@testable import Spreadsheets

@Suite("Ranges of a sheet")
struct SheetRangeTests {
  static let ranges: [(String, SheetRange, String)] = [
    ("B4:H20", SheetRange(rows: 4...20, columns: 1...7), "B4:H20"),
    ("$B$4:$H$20", SheetRange(rows: 4...20, columns: 1...7), "B4:H20"),
    ("h20:b4", SheetRange(rows: 4...20, columns: 1...7), "B4:H20"),
    ("H4:B20", SheetRange(rows: 4...20, columns: 1...7), "B4:H20"),
    ("C12", SheetRange(rows: 12...12, columns: 2...2), "C12:C12"),
    ("B:H", SheetRange(columns: 1...7), "B:H"),
    ("aa:XFD", SheetRange(columns: 26...16_383), "AA:XFD"),
    ("4:20", SheetRange(rows: 4...20), "4:20"),
    ("A1:XFD1048576", SheetRange(rows: 1...1_048_576, columns: 0...16_383), "A1:XFD1048576"),
  ]

  @Test("What is a range", arguments: ranges)
  func reads(_ text: String, range: SheetRange, written: String) throws {
    #expect(try SheetRange(text) == range)
    #expect(range.description == written)
    #expect(try SheetRange(written) == range)
  }

  static let failures: [(String, SheetRange.Fault)] = [
    ("", .unreadable), (":", .unreadable), ("B4:", .unreadable), ("B", .unreadable),
    ("4", .unreadable), ("B4:H", .unreadable), ("B:4", .unreadable), ("B4:H20:J2", .unreadable),
    ("B4-H20", .unreadable), ("4B", .unreadable), ("B 4:H20", .unreadable),
    ("Data!B4", .unreadable),
    ("B$:C$", .unreadable), ("é1", .unreadable), ("A0", .rowBeyond), ("A1048577", .rowBeyond),
    ("A99999999999999999999999", .rowBeyond), ("XFE1", .columnBeyond),
    ("AAAAAAAAAA1", .columnBeyond),
  ]

  @Test("What is none", arguments: failures)
  func refuses(_ text: String, fault: SheetRange.Fault) {
    #expect(throws: SheetRange.Failure(text: text, fault: fault)) { try SheetRange(text) }
  }

  static let sentences: [(SheetRange.Fault, String, String)] = [
    (
      .unreadable, "'x' bukan rentang sel; tulislah seperti B4:H20, B:H, atau 4:20",
      "'x' is no range of cells; write it as B4:H20, B:H or 4:20"
    ),
    (
      .rowBeyond, "'x' menyebut baris yang tidak ada; baris bernomor 1 sampai 1048576",
      "'x' names a row that no sheet has; rows are numbered 1 to 1048576"
    ),
    (
      .columnBeyond, "'x' menyebut kolom yang tidak ada; kolom terakhir adalah XFD",
      "'x' names a column that no sheet has; the last column is XFD"
    ),
  ]

  @Test("What is told of it", arguments: sentences)
  func tells(_ fault: SheetRange.Fault, indonesian: String, english: String) {
    let message = SheetRange.Failure(text: "x", fault: fault).message
    #expect(message == Message(indonesian: indonesian, english: english))
  }
}
