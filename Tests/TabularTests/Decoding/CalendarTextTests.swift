import Testing

@testable import Tabular

@Suite("Dates, periods and truth")
struct CalendarTextTests {
  @Test(
    "Dates",
    arguments: [
      ("2023-12-31", DateText.Reading.day("2023-12-31")),
      ("2023/1/5", .day("2023-01-05")), ("31-12-2023", .day("2023-12-31")),
      ("31.12.2023", .day("2023-12-31")), ("12/31/2023", .day("2023-12-31")),
      ("5/5/2023", .day("2023-05-05")), ("12/09/2022", .ambiguous("2022-09-12", "2022-12-09")),
      ("31 Desember 2023", .day("2023-12-31")), ("1 Peb 2024", .day("2024-02-01")),
      ("Desember 31, 2023", .day("2023-12-31")), ("2024-02-29", .day("2024-02-29")),
      ("2023-02-29", .none), ("2023-13-01", .none), ("31/31/2023", .none), ("", .none),
      ("1/2/23", .none), ("kemarin", .none), ("2023-12-31 00:00:00", .day("2023-12-31")),
      ("0/1/2023", .none), ("-1/-2/2023", .none),
    ])
  func dates(text: String, reading: DateText.Reading) {
    #expect(DateText.read(text, order: nil) == reading)
  }

  @Test(
    "Periods",
    arguments: [
      ("2023", "2023"), ("2014.0", "2014"), ("Tahun 2023", "2023"), ("2023-S1", "2023-S1"),
      ("Semester I 2023", "2023-S1"), ("Smt 2 Tahun 2023", "2023-S2"),
      ("Triwulan IV 2023", "2023-Q4"), ("TW 2/2023", "2023-Q2"), ("2023-Q3", "2023-Q3"),
      ("Januari 2023", "2023-01"), ("2023-07", "2023-07"), ("12/2023", "2023-12"),
      ("Semester III 2023", nil), ("2023-13", nil), ("23", nil), ("lama", nil),
    ] as [(String, String?)])
  func periods(text: String, period: String?) {
    #expect(PeriodText.read(text) == period)
  }

  @Test(
    "Truth",
    arguments: [("Ya", "true"), ("TIDAK", "false"), ("1", "true"), ("mungkin", nil)]
      as [(String, String?)])
  func truth(text: String, value: String?) {
    #expect(BooleanText.read(text) == value)
  }
}
