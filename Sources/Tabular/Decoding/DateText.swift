/// Calendar days as Indonesian and English tables write them.
enum DateText {
  /// What a text is.
  enum Reading: Equatable {
    /// One day, as ISO 8601.
    case day(String)
    /// Two numbers that may both be the month: the readings with the day first and the month first.
    case ambiguous(String, String)
    /// No date.
    case none
  }

  /// Reads `2023-12-31`, `31/12/2023`, `31-12-2023`, `31 Desember 2023`, `Desember 31, 2023`.
  static func read(_ text: String, order: Field.DateOrder?) -> Reading {
    let text = withoutMidnight(text)
    let parts = text.split { "/-. ,".contains($0) }.map(String.init)
    guard parts.count == 3, text.first?.isLetter == true || text.first?.isNumber == true else {
      return .none
    }
    let numbers = parts.map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
    if let year = numbers[0], parts[0].utf8.count == 4, let month = numbers[1],
      let day = numbers[2]
    {
      return written(year, month, day).map(Reading.day) ?? .none
    }
    guard let year = numbers[2], parts[2].utf8.count == 4 else { return .none }
    if let day = numbers[0], let month = MonthName.number(of: parts[1]) {
      return written(year, month, day).map(Reading.day) ?? .none
    }
    if let day = numbers[1], let month = MonthName.number(of: parts[0]) {
      return written(year, month, day).map(Reading.day) ?? .none
    }
    guard let first = numbers[0], let second = numbers[1] else { return .none }
    return read(first, second, year, order)
  }

  private static func read(
    _ first: Int, _ second: Int, _ year: Int, _ order: Field.DateOrder?
  ) -> Reading {
    let dayFirst = written(year, second, first)
    let monthFirst = written(year, first, second)
    switch (order, dayFirst, monthFirst) {
    case (.dayFirst, let day?, _): return .day(day)
    case (.monthFirst, _, let day?): return .day(day)
    case (nil, let one?, let other?): return one == other ? .day(one) : .ambiguous(one, other)
    case (nil, let one?, nil): return .day(one)
    case (nil, nil, let other?): return .day(other)
    default: return .none
    }
  }

  /// The order that a text proves, because one of its numbers can be no month.
  static func order(shownBy text: String) -> Field.DateOrder? {
    let dayFirst = read(text, order: .dayFirst)
    let monthFirst = read(text, order: .monthFirst)
    if dayFirst != .none, monthFirst == .none { return .dayFirst }
    if dayFirst == .none, monthFirst != .none { return .monthFirst }
    return nil
  }

  /// A time of day of zero, as spreadsheets add to dates, says nothing.
  private static func withoutMidnight(_ text: String) -> String {
    for ending in [" 00:00:00", "T00:00:00", " 00:00", "T00:00:00Z"] where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return text
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else {
      return nil
    }
    return String(year) + "-" + twoDigits(month) + "-" + twoDigits(day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// The names of months in Indonesian and English, and their usual short forms.
enum MonthName {
  private static let names: [(short: [String], long: [String])] = [
    (["jan"], ["januari", "january"]), (["feb", "peb"], ["februari", "pebruari", "february"]),
    (["mar"], ["maret", "march"]), (["apr"], ["april"]), (["mei", "may"], ["mei", "may"]),
    (["jun"], ["juni", "june"]), (["jul"], ["juli", "july"]),
    (["agu", "ags", "agt", "agust", "aug"], ["agustus", "august"]),
    (["sep", "sept"], ["september"]), (["okt", "oct"], ["oktober", "october"]),
    (["nov", "nop"], ["november", "nopember"]), (["des", "dec"], ["desember", "december"]),
  ]

  /// The number of a month, 1 to 12, or nil for other words.
  static func number(of text: String) -> Int? {
    let text = text.lowercased()
    return names.firstIndex { $0.short.contains(text) || $0.long.contains(text) }.map { $0 + 1 }
  }
}
