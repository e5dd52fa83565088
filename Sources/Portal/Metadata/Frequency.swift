/// How often a dataset is renewed, in words and as the European vocabulary that DCAT names has it.
enum Frequency {
  private static let codes = [
    ("harian", "DAILY"), ("daily", "DAILY"), ("mingguan", "WEEKLY"), ("weekly", "WEEKLY"),
    ("bulanan", "MONTHLY"), ("monthly", "MONTHLY"), ("triwulanan", "QUARTERLY"),
    ("quarterly", "QUARTERLY"), ("caturwulanan", "ANNUAL_3"), ("semesteran", "ANNUAL_2"),
    ("tahunan", "ANNUAL"), ("annual", "ANNUAL"), ("yearly", "ANNUAL"),
    ("dua tahunan", "BIENNIAL"), ("lima tahunan", "QUINQUENNIAL"),
    ("sepuluh tahunan", "DECENNIAL"), ("insidental", "IRREG"), ("sewaktu-waktu", "IRREG"),
  ]

  /// The address of a frequency in the vocabulary of the Publications Office of the European Union.
  ///
  /// - Parameter words: The frequency as the metadata have it.
  /// - Returns: The address; nil for words that are not known.
  static func address(of words: String) -> String? {
    codes.first { $0.0 == words.lowercased() }.map {
      "http://publications.europa.eu/resource/authority/frequency/" + $0.1
    }
  }
}

/// The first and the last day that data speak of.
struct TimeSpan: Hashable {
  /// The first day, as `2023-01-01`.
  var start: String
  /// The last day.
  var end: String

  /// Reads a period.
  ///
  /// - Parameter words: `2023`, `2019-2023`, `2023 semester 1`, `2023 triwulan 4` or `2023-05`; the
  ///   year may stand behind its part. What is written otherwise is no time span.
  init?(_ words: String) {
    let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let years = parts.filter { $0.count == 4 }.compactMap { Int($0) }
    guard let first = years.first, let last = years.last, years.count <= 2,
      (1900...2999).contains(first), first <= last
    else { return nil }
    let rest = parts.filter { !($0.count == 4 && Int($0) != nil) && $0 != "tahun" }
    let months: ClosedRange<Int>
    if rest.isEmpty || (rest.count == 1 && ["sampai", "hingga"].contains(rest[0])) {
      months = 1...12
    } else if years.count == 1, rest.count == 1, let month = Int(rest[0]), (1...12).contains(month)
    {
      months = month...month
    } else if years.count == 1, rest.count == 2, let part = Self.parts[rest[0]],
      let number = Self.ordinals[rest[1]], (1...12 / part).contains(number)
    {
      months = (number - 1) * part + 1...number * part
    } else {
      return nil
    }
    start = Self.day(first, months.lowerBound, 1)
    end = Self.day(last, months.upperBound, Self.days(in: months.upperBound, of: last))
  }

  private static let parts = ["semester": 6, "triwulan": 3, "kuartal": 3, "caturwulan": 4]
  private static let ordinals = [
    "1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
  ]

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
