import Testing

@testable import Spreadsheets

@Suite("Headings that count on")
struct ColumnHeadTests {
  @Test(
    "The next of a series follows",
    arguments: [
      ("TW I", "TW II", true), ("TW III", "TW IV", true), ("2021", "2022", true),
      ("Jan", "Feb", true), ("November", "Desember", true), ("Semester 1", "Semester 2", true),
      ("U9", "U10", true), ("Realisasi 2021", "Realisasi 2022", true), ("TW I", "TW III", false),
      ("Desember", "Januari", false), ("TW 1", "Semester 2", false), ("Luas", "Jumlah", false),
      ("2021", "Target", false), ("Kode 123456", "Kode 123457", false),
    ])
  func series(first: String, next: String, follows: Bool) {
    let ordinals = [first, next].map { ColumnHeads.Ordinal($0) }
    let told = ordinals[0].flatMap { one in ordinals[1].map { $0.follows(one, by: 1) } }
    #expect((told ?? false) == follows)
  }
}
