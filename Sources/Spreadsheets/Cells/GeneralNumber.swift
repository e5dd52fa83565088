/// A number as the format `General` shows it.
///
/// Whole numbers show all their digits, up to 15, where Excel would turn to `1.23457E+11` as the
/// column gets narrow; others at most 11 characters (ten digits and the mark) as Excel does, and
/// those below 1E-4 or above 15 digits in scientific notation with six digits. Source: ECMA-376
/// part 1, 18.8.30, and "Available number formats in Excel" of its documentation.
struct GeneralNumber {
  /// The text in Indonesian notation.
  private(set) var text = ""
  /// True where digits other than zeros were rounded away.
  private(set) var isRounded = false

  init(_ number: SheetNumber) {
    var digits = DecimalDigits(number)
    if number.exponent >= 0 {
      if number.exponent == 0 || digits.point <= SheetNumber.significant {
        text = digits.spelled
      } else {
        scientific(digits)
      }
    } else if digits.point > -4 {
      isRounded = digits.round(decimals: digits.point > 0 ? max(10 - digits.point, 0) : 9)
      text = digits.spelled
    } else if -number.exponent <= 9 {
      text = digits.spelled
    } else {
      scientific(digits)
    }
    if number.isNegative && !digits.isZero { text = "-" + text }
  }

  private mutating func scientific(_ digits: DecimalDigits) {
    let pattern = FormatLexer.sections(of: "0.#####E+00")[0]
    let number = SheetNumber(
      isNegative: false, mantissa: digits.mantissa, exponent: digits.exponent)
    let spelling = NumberSpelling(number, by: NumberPlan(pattern), isSigned: false)
    text = spelling.text
    isRounded = spelling.isRounded
  }

  /// All digits of a number with a decimal comma, as they are stored.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - power: The power of ten by which it is shown larger than it is.
  /// - Returns: The digits, as `-0,25`, or as `1,5E-50` where that were more than 40 of them.
  static func stored(_ number: SheetNumber, power: Int = 0) -> String {
    var text: [UInt8] = []
    writeStored(number, power: power, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes the same at the end of `text`.
  static func writeStored(_ number: SheetNumber, power: Int = 0, to text: inout [UInt8]) {
    var shown = number
    shown.exponent += number.isZero ? 0 : power
    if !DigitPattern.spell(shown, to: &text) {
      text.append(contentsOf: spelledSlowly(number, power: power).utf8)
    }
  }

  /// The same, digit by digit, for every number.
  static func spelledSlowly(_ number: SheetNumber, power: Int) -> String {
    var digits = DecimalDigits(number)
    if !digits.isZero { digits.point += power }
    guard digits.point > -30, digits.point <= 40 else {
      let mantissa = digits.digits.map { String($0) }.joined()
      let mark = mantissa.utf8.count > 1 ? "," : ""
      return (number.isNegative ? "-" : "") + mantissa.prefix(1) + mark + mantissa.dropFirst()
        + "E\(digits.point - 1)"
    }
    return (number.isNegative && !digits.isZero ? "-" : "") + digits.spelled
  }
}

extension DecimalDigits {
  /// All digits in plain notation with a decimal comma.
  var spelled: String {
    let wholes = wholes.isEmpty ? "0" : String(decoding: wholes.map { $0 &+ 0x30 }, as: UTF8.self)
    let count = digits.count - point
    guard count > 0 else { return wholes }
    let decimals = (0..<count).map { decimal($0, place: .zero) }
    return wholes + "," + decimals.joined()
  }

  /// The digits as one number.
  var mantissa: UInt64 { digits.reduce(0) { $0 &* 10 &+ UInt64($1) } }
  /// The power of ten behind `mantissa`.
  var exponent: Int { point - digits.count }
}
