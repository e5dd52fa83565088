/// A number written out by a plan, digit by digit.
///
/// This is the plain and slow way, for every plan; `DigitPattern` writes the usual ones and must give
/// the same.
struct NumberSpelling {
  /// The text in Indonesian notation, blanks at its ends included.
  private(set) var text = ""
  /// True where digits other than zeros were rounded away.
  private(set) var isRounded = false
  private let plan: NumberPlan

  /// Writes the magnitude of a number; the sign only where `isSigned`.
  init(_ number: SheetNumber, by plan: NumberPlan, isSigned: Bool) {
    self.plan = plan
    guard plan.showsNumber else {
      for case .literal(let literal) in plan.items { text += literal }
      if isSigned && number.isNegative && !text.isEmpty { text = "-" + text }
      isRounded = true
      return
    }
    if plan.wholes + plan.decimals == 0 {
      general(number, isSigned: isSigned)
      return
    }
    var digits = DecimalDigits(number)
    digits.point += digits.isZero ? 0 : plan.power
    var power = 0
    if plan.isScientific {
      power = scientificPower(&digits)
    } else {
      isRounded = digits.round(decimals: plan.decimals)
    }
    write(digits, power: power)
    if isSigned && number.isNegative && !digits.isZero { text = "-" + text }
  }

  private mutating func general(_ number: SheetNumber, isSigned: Bool) {
    var number = number
    let isNegative = number.isNegative
    number.isNegative = false
    let spelled = GeneralNumber(number)
    isRounded = spelled.isRounded
    for item in plan.items {
      switch item {
      case .literal(let literal): text += literal
      case .general: text += spelled.text
      default: break
      }
    }
    if isSigned && isNegative { text = "-" + text }
  }

  /// Turns the digits to a mantissa with as many whole digits as there are places, rounded, and
  /// tells its power of ten, which is a multiple of the places where there are several.
  private mutating func scientificPower(_ digits: inout DecimalDigits) -> Int {
    let step = max(plan.wholes, 1)
    guard !digits.isZero else { return 0 }
    let exact = digits
    var power = Self.floor(exact.point - 1, to: step)
    digits.point -= power
    isRounded = digits.round(decimals: plan.decimals)
    if digits.point > step {
      power += step
      digits = exact
      digits.point -= power
      isRounded = digits.round(decimals: plan.decimals)
    }
    return power
  }

  private static func floor(_ value: Int, to step: Int) -> Int {
    value - ((value % step) + step) % step
  }

  private mutating func write(_ digits: DecimalDigits, power: Int) {
    let wholes = digits.wholes
    var whole = 0
    var decimal = 0
    var exponent = 0
    for item in plan.items {
      switch item {
      case .literal(let literal): text += literal
      case .whole(let place):
        writeWhole(wholes, place: place, at: whole)
        whole += 1
      case .point:
        if plan.wholes == 0 { for digit in wholes { text += String(digit) } }
        if digits.showsDecimals(plan) { text += "," }
      case .decimal(let place):
        text += digits.decimal(decimal, place: place)
        decimal += 1
      case .exponent(let alwaysSigned):
        text += power < 0 ? "E-" : alwaysSigned ? "E+" : "E"
      case .exponentDigit(let place):
        writeExponent(abs(power), place: place, at: exponent)
        exponent += 1
      case .general: break
      }
    }
  }

  /// Writes the digit of one place; the first place takes all that have none of their own.
  private mutating func writeWhole(_ digits: [UInt8], place: FormatSection.Place, at order: Int) {
    let behind = plan.wholes - order - 1
    if order == 0, digits.count > plan.wholes {
      for (index, digit) in digits.prefix(digits.count - plan.wholes).enumerated() {
        write(digit, behind: digits.count - index - 1)
      }
    }
    if digits.count > behind {
      write(digits[digits.count - behind - 1], behind: behind)
    } else if place == .zero {
      write(0, behind: behind)
    } else if place == .question {
      text += " "
    }
  }

  private mutating func write(_ digit: UInt8, behind: Int) {
    text += String(digit)
    if plan.isGrouped && !plan.isScientific && behind > 0 && behind % 3 == 0 { text += "." }
  }

  private mutating func writeExponent(_ power: Int, place: FormatSection.Place, at order: Int) {
    let digits = Array(String(power).utf8)
    let behind = plan.exponentDigits - order - 1
    if order == 0, digits.count > plan.exponentDigits {
      text += String(decoding: digits.prefix(digits.count - plan.exponentDigits), as: UTF8.self)
    }
    if digits.count > behind {
      text += String(decoding: [digits[digits.count - behind - 1]], as: UTF8.self)
    } else if place == .zero {
      text += "0"
    }
  }
}

/// Decimal digits with a point among, before or behind them: 0.d₁d₂d₃… × 10^point.
struct DecimalDigits {
  /// The digits, the first of them not 0; none for zero.
  private(set) var digits: [UInt8]
  /// Where the point stands: behind as many digits.
  var point: Int

  init(_ number: SheetNumber) {
    digits = number.digits
    point = digits.isEmpty ? 0 : digits.count + number.exponent
  }

  var isZero: Bool { digits.isEmpty }

  /// Rounds half away from zero, and tells whether digits other than 0 were lost.
  mutating func round(decimals: Int) -> Bool {
    let kept = point + decimals
    guard kept < digits.count else { return false }
    let isUp = kept >= 0 && digits[kept] >= 5
    let lost = digits.dropFirst(max(kept, 0)).contains { $0 != 0 }
    digits = Array(digits.prefix(max(kept, 0)))
    if isUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        point += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
    return lost
  }

  /// The digits before the point, none for 0.
  var wholes: [UInt8] {
    (0..<max(point, 0)).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// The digit at a place behind the point, from 0.
  private func decimal(_ order: Int) -> UInt8 {
    let index = point + order
    return index >= 0 && index < digits.count ? digits[index] : 0
  }

  /// What a place behind the point shows.
  func decimal(_ order: Int, place: FormatSection.Place) -> String {
    if order < digits.count - point || place == .zero { return String(decimal(order)) }
    return place == .question ? " " : ""
  }

  /// True where a digit stands behind the point, so that the mark is shown: `5,` is no numeral.
  func showsDecimals(_ plan: NumberPlan) -> Bool {
    var order = 0
    for case .decimal(let place) in plan.items {
      if order < digits.count - point || place == .zero { return true }
      order += 1
    }
    return false
  }
}
