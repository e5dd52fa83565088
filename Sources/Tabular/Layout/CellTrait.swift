import Numerals

/// What a text looks like, before anything is known about its column.
enum CellTrait: Equatable {
  /// Nothing but blanks.
  case blank
  /// A plain year from 1900 to 2100.
  case year(Int)
  /// Digits with the marks of numbers, codes and dates, perhaps with `Rp` or `%`.
  case number
  /// Anything else.
  case words

  /// Looks at a text that has no blanks at its ends.
  init(_ text: String) {
    guard !text.isEmpty else {
      self = .blank
      return
    }
    if text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) {
      self = .year(year)
      return
    }
    if Self.isNumber(text) && !Self.isRange(text) {
      self = .number
    } else {
      self = FigureMark.figure(of: text).map { CellTrait($0) } ?? .words
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    if let first = text.utf8.first, first | 0x20 == UInt8(ascii: "r") {
      guard text.utf8.dropFirst().first.map({ $0 | 0x20 }) == UInt8(ascii: "p") else {
        return false
      }
      rest = rest.dropFirst(2)
    }
    var digits = 0
    for character in rest.unicodeScalars {
      switch character {
      case "0"..."9": digits += 1
      case ".", ",", "-", "+", "(", ")", "^", "%", "/", ":", "−", "–": break
      case _ where character.properties.isWhitespace: break
      case "E", "e":
        // An exponent, as spreadsheets write long numbers: `2.61024E+11`.
        if digits == 0 || !(rest.contains("E+") || rest.contains("e+")) { return false }
      default: return false
      }
    }
    return digits > 0
  }

  /// True for `0-4`, `2019-2023` and `2022/2023`, which name a class or a span of years.
  private static func isRange(_ text: String) -> Bool {
    for mark in ["-", "/", "–"] {
      let ends = text.split(separator: mark, omittingEmptySubsequences: false)
      guard ends.count == 2 else { continue }
      let numbers = ends.map { end in Int(end.filter { !$0.isWhitespace }) }
      if let low = numbers[0], let high = numbers[1], low >= 0, high > low, text.first != "-" {
        return true
      }
    }
    return false
  }
}
