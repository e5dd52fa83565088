/// A day or time as a section of a number format shows it.
struct MomentSpelling {
  private let section: FormatSection
  private let moment: Moment

  /// - Parameters:
  ///   - moment: The moment, rounded to the decimals that the section shows.
  ///   - section: The section.
  init(_ moment: Moment, by section: FormatSection) {
    self.moment = moment
    self.section = section
  }

  /// The text, with the names of months and days in Indonesian unless the format asks for English.
  var text: String {
    var text = ""
    for part in section.parts {
      switch part {
      case .literal(let literal): text += literal
      case .moment(let part): text += show(part)
      case .comma: text += ","
      case .slash: text += "/"
      case .point: text += "."
      case .place(.zero): text += "0"
      default: break
      }
    }
    return text
  }

  private func show(_ part: FormatSection.MomentPart) -> String {
    let clock = moment.milliseconds / 1_000
    switch part {
    case .year(let digits):
      guard let day = moment.day else { return "" }
      return digits == 2 ? (day.year % 100).padded(to: 2) : day.year.padded(to: 4)
    case .month(let letters):
      return moment.day.map { month($0.month, letters: letters) } ?? ""
    case .day(let letters):
      guard let day = moment.day else { return "" }
      let names = CalendarNames.of(isEnglish: section.isEnglish)
      return switch letters {
      case 1, 2: day.day.padded(to: letters)
      case 3: names.shortDays[day.weekday]
      default: names.days[day.weekday]
      }
    case .hour(let letters): return hour(clock / 3_600).padded(to: letters)
    case .minute(let letters): return (clock / 60 % 60).padded(to: letters)
    case .second(let letters): return (clock % 60).padded(to: letters)
    case .fraction(let digits):
      return "," + String((moment.milliseconds % 1_000).padded(to: 3).prefix(digits))
    case .halfDay(let isShort):
      let isMorning = clock / 3_600 % 24 < 12
      return isShort ? isMorning ? "A" : "P" : isMorning ? "AM" : "PM"
    case .elapsed(let unit, let digits):
      let all = (moment.elapsed ?? moment.milliseconds) / 1_000
      let length = unit == .hours ? 3_600 : unit == .minutes ? 60 : 1
      return (all / length).padded(to: digits)
    }
  }

  /// The hour of the day, or of half a day where the section says which half.
  private func hour(_ hours: Int) -> Int {
    let hasHalves = section.parts.contains {
      if case .moment(.halfDay) = $0 { true } else { false }
    }
    let hour = hours % 24
    return hasHalves ? (hour + 11) % 12 + 1 : hour
  }

  private func month(_ month: Int, letters: Int) -> String {
    let names = CalendarNames.of(isEnglish: section.isEnglish)
    return switch letters {
    case 1, 2: month.padded(to: letters)
    case 3: names.shortMonths[month - 1]
    case 5: String(names.months[month - 1].prefix(1))
    default: names.months[month - 1]
    }
  }
}

/// The names of months and days.
struct CalendarNames {
  let months: [String]
  let shortMonths: [String]
  let days: [String]
  let shortDays: [String]

  static func of(isEnglish: Bool) -> CalendarNames { isEnglish ? english : indonesian }

  /// Source: Unicode CLDR, `id`.
  static let indonesian = CalendarNames(
    months: [
      "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
      "Oktober", "November", "Desember",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ],
    days: ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
    shortDays: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"])

  /// Source: Unicode CLDR, `en`.
  static let english = CalendarNames(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
}
