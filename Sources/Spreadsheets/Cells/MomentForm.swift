/// What a section of a number format shows of a moment, and so how the moment is delivered.
struct MomentForm: Hashable {
  /// The parts of a moment that are delivered.
  enum Kind: Hashable {
    /// `2023-12-31`.
    case day
    /// `2023-12-31T08:00:00`.
    case moment
    /// `08:00:00`.
    case time
    /// What the format shows, as `Januari 2023`: no day is told.
    case asShown
  }

  let kind: Kind
  /// The decimals of the second that are shown, 0 to 3.
  let decimals: Int
  /// True where hours, minutes or seconds are counted on beyond a day.
  let countsHours: Bool

  init(_ section: FormatSection) {
    var (hasDay, hasTime, hasMonth, countsHours, decimals) = (false, false, false, false, 0)
    for case .moment(let part) in section.parts {
      switch part {
      case .day(let letters): if letters <= 2 { hasDay = true } else { hasMonth = true }
      case .year, .month: hasMonth = true
      case .hour, .minute, .second, .halfDay: hasTime = true
      case .elapsed: (hasTime, countsHours) = (true, true)
      case .fraction(let digits): decimals = max(decimals, digits)
      }
    }
    self.decimals = decimals
    self.countsHours = countsHours
    kind = hasDay ? hasTime ? .moment : .day : hasMonth || !hasTime ? .asShown : .time
  }

  private init(_ kind: Kind, decimals: Int) {
    self.kind = kind
    self.decimals = decimals
    countsHours = kind == .time
  }

  /// All that the moment has, for values.
  static func everything(of moment: Moment) -> MomentForm {
    let kind: Kind = moment.day == nil ? .time : moment.milliseconds == 0 ? .day : .moment
    return MomentForm(kind, decimals: moment.milliseconds % 1_000 == 0 ? 0 : 3)
  }

  /// The moment in ISO 8601; nil where it is delivered as shown.
  func iso(_ moment: Moment) -> String? {
    switch kind {
    case .day: moment.day.map(Self.iso)
    case .moment: moment.day.map { Self.iso($0) + "T" + clock(moment.milliseconds) }
    case .time: clock(countsHours ? moment.elapsed ?? moment.milliseconds : moment.milliseconds)
    case .asShown: nil
    }
  }

  private static func iso(_ day: Moment.Day) -> String {
    "\(day.year.padded(to: 4))-\(day.month.padded(to: 2))-\(day.day.padded(to: 2))"
  }

  private func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    let time =
      (seconds / 3_600).padded(to: 2) + ":" + (seconds / 60 % 60).padded(to: 2) + ":"
      + (seconds % 60).padded(to: 2)
    guard decimals > 0 else { return time }
    return time + "." + (milliseconds % 1_000).padded(to: 3).prefix(decimals)
  }
}

extension Int {
  /// The number with zeros before it, up to so many digits.
  func padded(to digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
