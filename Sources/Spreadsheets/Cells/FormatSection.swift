/// One of the sections of a number format, which are divided by `;`.
struct FormatSection: Hashable {
  /// A place for a digit.
  enum Place: Hashable {
    /// `0`: always a digit.
    case zero
    /// `#`: a digit where it means something.
    case hash
    /// `?`: a digit, or a blank of its width.
    case question
  }

  /// What a section is made of.
  enum Part: Hashable {
    /// What stands there as it is.
    case literal(String)
    /// A digit.
    case place(Place)
    /// The decimal mark.
    case point
    /// A mark between places: groups of three, or thousands behind the last of them.
    case comma
    /// `%`: shown as hundredths.
    case percent
    /// `E+` or `E-`; the places behind it are those of the exponent.
    case exponent(alwaysSigned: Bool)
    /// `/` between places: a vulgar fraction.
    case slash
    /// `General`.
    case general
    /// `@`: the text.
    case text
    /// A part of a day or time.
    case moment(MomentPart)
  }

  /// A part of a day or time.
  enum MomentPart: Hashable {
    /// `yy` or `yyyy`.
    case year(digits: Int)
    /// `m` to `mmmmm`.
    case month(letters: Int)
    /// `d` to `dddd`.
    case day(letters: Int)
    /// `h`, `hh`.
    case hour(letters: Int)
    /// `m`, `mm` beside hours or seconds.
    case minute(letters: Int)
    /// `s`, `ss`.
    case second(letters: Int)
    /// Decimals of the second.
    case fraction(digits: Int)
    /// `AM/PM`.
    case halfDay(isShort: Bool)
    /// `[h]`, `[m]`, `[s]`: all hours, minutes or seconds.
    case elapsed(Elapsed, digits: Int)
  }

  /// The unit in which a length of time is counted.
  enum Elapsed: Hashable { case hours, minutes, seconds }

  /// When the section is taken.
  struct Condition: Hashable {
    enum Comparison: String { case less = "<", atMost = "<=", equal = "=", unequal = "<>" }
    var comparison: Comparison
    var limit: SheetNumber
    /// The comparison the other way round: `>` and `>=`.
    var isNegated = false

    func holds(for number: SheetNumber) -> Bool {
      let isLess = number.isLess(than: limit)
      let isMore = limit.isLess(than: number)
      let holds =
        switch comparison {
        case .less: isLess
        case .atMost: !isMore
        case .equal: !isLess && !isMore
        case .unequal: isLess || isMore
        }
      return holds != isNegated
    }

    /// True where only numbers below zero meet it, so that their sign need not be shown.
    var isNegativeOnly: Bool {
      guard !isNegated else { return false }
      let isBelow = limit.isLess(than: .zero)
      return switch comparison {
      case .less: isBelow || limit.isZero
      case .atMost, .equal: isBelow
      case .unequal: false
      }
    }
  }

  /// The parts in their order.
  var parts: [Part] = []
  /// When it is taken, where it says so.
  var condition: Condition?
  /// True where it asks for the names of months and days in English.
  var isEnglish = false

  /// True where it shows a day or time.
  var isMoment: Bool {
    parts.contains { if case .moment = $0 { true } else { false } }
  }
  /// True where it has a place for a text.
  var hasText: Bool { parts.contains(.text) }
}
