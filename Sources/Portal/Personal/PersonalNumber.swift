/// Numbers that stand for one person, by their official structure.
///
/// What counts is the structure, not the length alone, so that amounts and codes are left in peace:
/// the digits stand together or in the groups in which people write them, no further digit stands
/// before or behind them, and the date of birth within is one.
enum PersonalNumber: String, Sendable, Hashable, CaseIterable {
  /// Nomor Induk Kependudukan: 16 digits, code of province, regency and district (6), date of birth
  /// (6, the day plus 40 for women), serial number (4). Permendagri 72/2022.
  case nik
  /// Nomor Induk Pegawai: 18 digits, date of birth (8), month of appointment (6), sex (1 or 2),
  /// serial number (3). Peraturan Kepala BKN 22/2007.
  case nip
  /// A mobile telephone number: 08… or 628… of 10 to 13 digits after the 0.
  case telephone

  /// The first of them in a text.
  ///
  /// - Parameter text: What a cell holds, in UTF-8.
  /// - Returns: The kind and its digits; nil where there is none.
  static func first(in text: some Collection<UInt8>) -> (kind: PersonalNumber, digits: [UInt8])? {
    guard text.count >= 10 else { return nil }
    for run in DigitRun.all(in: text) {
      if let found = found(in: run) { return found }
    }
    return nil
  }

  private static func found(in run: DigitRun) -> (kind: PersonalNumber, digits: [UInt8])? {
    let (digits, groups) = (run.digits, run.groups)
    switch digits.count {
    case 16 where groups == [16] || groups == [6, 6, 4] || groups == [4, 4, 4, 4]:
      return isNIK(digits) ? (.nik, digits) : nil
    case 18 where groups == [18] || groups == [8, 6, 1, 3] || groups == [8, 6, 4]:
      return isNIP(digits) ? (.nip, digits) : nil
    case 10...15: return isTelephone(run) ? (.telephone, digits) : nil
    default: return nil
    }
  }

  /// True for digits with the structure of a NIK.
  static func isNIK(_ digits: [UInt8]) -> Bool {
    guard digits.count == 16 else { return false }
    let day = number(digits[6..<8])
    return (11...97).contains(number(digits[0..<2])) && number(digits[2..<4]) > 0
      && number(digits[4..<6]) > 0 && number(digits[12..<16]) > 0
      && isDay(day > 40 ? day - 40 : day, month: number(digits[8..<10]))
  }

  /// True for digits with the structure of a NIP.
  static func isNIP(_ digits: [UInt8]) -> Bool {
    guard digits.count == 18 else { return false }
    let (birth, appointment) = (number(digits[0..<4]), number(digits[8..<12]))
    return (1930...2015).contains(birth)
      && isDay(number(digits[6..<8]), month: number(digits[4..<6]))
      && (1950...2060).contains(appointment) && appointment - birth >= 15
      && ((1...12).contains(number(digits[12..<14])) || number(digits[12..<14]) == 21)
      && (1...2).contains(number(digits[14..<15]))
  }

  /// True for 08… with 10 to 13 digits, and for the same with 62 in the place of the 0.
  ///
  /// Without a plus sign before it 628… has to stand alone, as amounts begin so too.
  private static func isTelephone(_ run: DigitRun) -> Bool {
    let digits = run.digits
    let rest: ArraySlice<UInt8>
    if digits.starts(with: [0, 8]) {
      guard run.groups.first.map({ $0 >= 3 }) == true else { return false }
      rest = digits.dropFirst()
    } else if digits.starts(with: [6, 2, 8]), run.followsPlus || run.isWhole {
      rest = digits.dropFirst(2)
    } else {
      return false
    }
    // Codes have dots between groups of two; people write telephone numbers in groups of three and
    // more behind the first.
    return (9...12).contains(rest.count) && rest.dropFirst().first != 0
      && run.groups.dropFirst().allSatisfy { $0 >= 3 } && run.groups.count <= 5
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }

  private static func isDay(_ day: Int, month: Int) -> Bool {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }
}

/// Digits that stand together, or with one blank, dot or hyphen between groups of them.
private struct DigitRun {
  var digits: [UInt8] = []
  /// The lengths of the groups.
  var groups: [Int] = []
  /// True where a plus sign stands right before it.
  var followsPlus = false
  /// True where nothing else stands in the text.
  var isWhole = false

  /// All runs in a text, without those between two letters, as digests have them.
  static func all(in text: some Collection<UInt8>) -> [DigitRun] {
    let text = Array(text)
    var runs: [DigitRun] = []
    var next = 0
    while next < text.count {
      guard isDigit(text[next]) else {
        next += 1
        continue
      }
      let start = next
      var run = DigitRun()
      while next < text.count, isDigit(text[next]) {
        let group = next
        while next < text.count, isDigit(text[next]) {
          run.digits.append(text[next] - UInt8(ascii: "0"))
          next += 1
        }
        run.groups.append(next - group)
        if next + 1 < text.count, [0x20, 0x2D, 0x2E].contains(text[next]), isDigit(text[next + 1]) {
          next += 1
        }
      }
      let before = start > 0 ? text[start - 1] : 0x20
      let after = next < text.count ? text[next] : 0x20
      run.followsPlus = before == UInt8(ascii: "+")
      run.isWhole = start == 0 && next == text.count
      if !(isLetter(before) && isLetter(after)) { runs.append(run) }
    }
    return runs
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
