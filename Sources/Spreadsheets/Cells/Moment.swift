/// A day, a time of day, both, or a length of time.
struct Moment: Hashable {
  /// A calendar day as spreadsheet programs count them, which includes 1900-01-00 and 1900-02-29.
  struct Day: Hashable {
    var year: Int
    var month: Int
    var day: Int
    /// 0 for Sunday to 6 for Saturday.
    var weekday: Int
  }

  /// The day; nil where the cell tells only a time.
  var day: Day?
  /// Milliseconds since midnight, or since 0 where there is no day.
  var milliseconds: Int
  /// Milliseconds since day 0, for formats that count all hours; nil where that is not known.
  var elapsed: Int?

  /// Milliseconds of a day.
  static let dayLength = 86_400_000
  /// The day after the last, 31 December 9999, in days since day 0 of the 1900 system.
  private static let endOfDays = 2_958_466

  /// The moment that a number of days stands for, nil where it stands for none: below 0, or past the
  /// year 9999.
  ///
  /// Day 1 is 1 January 1900 and day 60 the 29 February 1900 that never was; or day 0 is 1 January
  /// 1904. Source: ECMA-376 part 1, 18.17.4.1.
  ///
  /// - Parameters:
  ///   - number: The days.
  ///   - beginsIn1904: True for the second way of counting.
  ///   - decimals: The decimals of the second to which it is rounded, 0 to 3.
  init?(_ number: SheetNumber, beginsIn1904: Bool, decimals: Int) {
    guard !number.isNegative || number.isZero, let split = Self.split(number) else { return nil }
    var (days, milliseconds) = split
    let unit = [1_000, 100, 10, 1][min(max(decimals, 0), 3)]
    milliseconds = (milliseconds + unit / 2) / unit * unit
    if milliseconds >= Self.dayLength {
      days += 1
      milliseconds -= Self.dayLength
    }
    let end = Self.endOfDays - (beginsIn1904 ? 1_462 : 0)
    guard days < end else { return nil }
    self.milliseconds = milliseconds
    elapsed = days * Self.dayLength + milliseconds
    day = beginsIn1904 ? Self.day(since1904: days) : Self.day(since1900: days)
  }

  /// Whole days and the milliseconds of the next, rounded.
  private static func split(_ number: SheetNumber) -> (Int, Int)? {
    guard number.exponent < 0 else {
      guard number.exponent < 8 else { return number.isZero ? (0, 0) : nil }
      let (days, overflow) = number.mantissa.multipliedReportingOverflow(
        by: DecimalPower.of(number.exponent))
      return overflow || days > 10_000_000 ? nil : (Int(days), 0)
    }
    let places = -number.exponent
    guard places <= 19 else {
      let isTiny = places > 27
      let scale = DecimalPower.of(isTiny ? 0 : places - 19)
      return (0, isTiny ? 0 : milliseconds(UInt128(number.mantissa / scale), DecimalPower.of(19)))
    }
    let divisor = DecimalPower.of(places)
    let (days, rest) = number.mantissa.quotientAndRemainder(dividingBy: divisor)
    guard days <= 10_000_000 else { return nil }
    return (Int(days), milliseconds(UInt128(rest), divisor))
  }

  private static func milliseconds(_ numerator: UInt128, _ divisor: UInt64) -> Int {
    Int((numerator * UInt128(dayLength) * 2 + UInt128(divisor)) / (UInt128(divisor) * 2))
  }

  private static func day(since1900 days: Int) -> Day {
    let weekday = (days + 6) % 7
    if days == 60 { return Day(year: 1900, month: 2, day: 29, weekday: weekday) }
    if days == 0 { return Day(year: 1900, month: 1, day: 0, weekday: weekday) }
    return Calendar.day(sinceMarch: days + (days < 60 ? 693_900 : 693_899), weekday: weekday)
  }

  private static func day(since1904 days: Int) -> Day {
    Calendar.day(sinceMarch: days + 695_361, weekday: (days + 5) % 7)
  }

  /// Reads `2023-12-31`, `2023-12-31T08:00:00` or `08:00`, with decimals of the second and a zone
  /// that is left out; nil for anything else.
  init?(iso text: String, decimals: Int) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var time: Substring?
    if let first = parts.first, first.contains(":") {
      time = first
      day = nil
    } else {
      guard let first = parts.first, let day = Calendar.day(iso: first) else { return nil }
      self.day = day
      time = parts.count > 1 ? parts[1] : nil
    }
    milliseconds = 0
    guard let time else { return }
    guard let clock = Self.clock(time) else { return nil }
    let unit = [1_000, 100, 10, 1][min(max(decimals, 0), 3)]
    milliseconds = (clock + unit / 2) / unit * unit
    if day != nil {
      milliseconds = min(milliseconds, Self.dayLength - unit)
    } else {
      elapsed = milliseconds
      milliseconds %= Self.dayLength
    }
  }

  /// The moment that a length of time of a day or more stands for where it is shown as a time of
  /// day: the file counted it from day 0.
  func placed(beginsIn1904: Bool) -> Moment {
    guard day == nil, let elapsed, elapsed >= Self.dayLength else { return self }
    let days = elapsed / Self.dayLength
    guard days < Self.endOfDays - 1_462 else { return self }
    var moment = self
    moment.day = beginsIn1904 ? Self.day(since1904: days) : Self.day(since1900: days)
    return moment
  }

  private static func clock(_ text: Substring) -> Int? {
    let end = text.firstIndex { $0 == "Z" || $0 == "+" } ?? text.endIndex
    let parts = text[..<end].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Int(parts[0]),
      (0...99_999_999).contains(hours),
      let minutes = Int(parts[1]), (0..<60).contains(minutes)
    else { return nil }
    var milliseconds = (hours * 60 + minutes) * 60_000
    guard parts.count == 3 else { return milliseconds }
    let second = parts[2].split(separator: ".", maxSplits: 1)
    guard let whole = second.first.flatMap({ Int($0) }), (0..<60).contains(whole) else {
      return nil
    }
    milliseconds += whole * 1_000
    if second.count == 2 {
      guard let fraction = Int((second[1] + "0000").prefix(4)) else { return nil }
      milliseconds += (fraction + 5) / 10
    }
    return milliseconds
  }
}

/// Days of the Gregorian calendar, counted from 1 March of the year 0.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
enum Calendar {
  /// The day that lies so many days behind 1 March of the year 0.
  static func day(sinceMarch days: Int, weekday: Int) -> Moment.Day {
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return Moment.Day(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: ofYear - (153 * shifted + 2) / 5 + 1, weekday: weekday)
  }

  /// Reads `2023-12-31`.
  static func day(iso text: Substring) -> Moment.Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), (1...9_999).contains(year),
      let month = Int(parts[1]), (1...12).contains(month),
      let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + ofYear
    return Moment.Day(year: year, month: month, day: day, weekday: (days + 3) % 7)
  }
}
