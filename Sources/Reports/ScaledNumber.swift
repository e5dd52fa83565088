import Tabular

/// How sentences tell a number in thousands, millions or more: `5012300000` as `5.012,3 juta`.
enum ScaledNumber {
  /// The most zeros that a source prints behind the last digit that counts.
  private static let mostZeros = 3

  /// The spellings of a canonical number in larger units, with and without final zeros.
  static func spellings(of canonical: String, in language: Language) -> [String] {
    let sign = canonical.hasPrefix("-") ? "-" : ""
    let parts = canonical.dropFirst(sign.count).split(separator: ".")
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return [] }
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    return [3, 6, 9, 12].flatMap { magnitude -> [String] in
      guard let name = UnitWords.name(of: magnitude) else { return [] }
      let word = language == .indonesian ? name.indonesian : name.english
      let padded = String(repeating: "0", count: max(0, magnitude + 1 - whole.count)) + whole
      var fraction = padded.suffix(magnitude) + decimals
      while fraction.last == "0" { fraction.removeLast() }
      return (0...mostZeros).compactMap { zeros in
        let digits = fraction + String(repeating: "0", count: zeros)
        let point = digits.isEmpty ? "" : "."
        return ShownNumber.text(
          canonical: sign + padded.dropLast(magnitude) + point + digits, in: language
        ).map { $0 + " " + word }
      }
    }
  }
}
