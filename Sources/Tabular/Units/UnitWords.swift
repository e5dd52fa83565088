/// The words for powers of ten and for units, in Indonesian and English.
public enum UnitWords {
  private static let powers: [String: Int] = [
    "ribu": 3, "ribuan": 3, "thousand": 3, "thousands": 3,
    "juta": 6, "jutaan": 6, "million": 6, "millions": 6,
    "miliar": 9, "milyar": 9, "miliaran": 9, "milyaran": 9, "billion": 9, "billions": 9,
    "triliun": 12, "trilyun": 12, "triliunan": 12, "trillion": 12, "trillions": 12,
    "000": 3, "1.000": 3, "1,000": 3, "1000": 3,
    "000.000": 6, "000,000": 6, "1.000.000": 6, "1,000,000": 6, "1000000": 6,
    "000.000.000": 9, "000,000,000": 9, "1.000.000.000": 9, "1,000,000,000": 9,
  ]

  /// The power of ten that a word in lower case names; nil for other words.
  static func magnitude(of word: String) -> Int? { powers[word] }

  /// The words for a power of ten.
  static func names(of magnitude: Int) -> [String] {
    powers.filter { $0.value == magnitude && !isNumber($0.key) }.map(\.key).sorted()
  }

  /// True for a power that is written in digits.
  static func isNumber(_ word: String) -> Bool { word.first?.isNumber ?? false }

  /// True for rupiah, however it is written.
  static func isMoney(_ word: String) -> Bool { ["rupiah", "rp", "idr"].contains(word) }

  /// True for words that count people.
  static func isPeople(_ word: String) -> Bool {
    ["jiwa", "orang", "penduduk", "people", "persons"].contains(word)
  }

  /// True for units that may stand before their power.
  static func isFirst(_ unit: String) -> Bool {
    isMoney(unit) || isPeople(unit) || ["us$", "usd", "$"].contains(unit)
  }

  /// The spelling under which units are compared.
  static func canonical(_ unit: String) -> String {
    let words = unit.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "." })
    return words.map { word in
      word.split(separator: "/").map { isMoney(String($0)) ? "rupiah" : String($0) }
        .joined(separator: "/")
    }.joined(separator: " ")
  }

  /// True where two units mean the same thing: `Rp` and `rupiah`, `jiwa` and `orang`.
  static func agree(_ one: String, _ other: String) -> Bool {
    let (one, other) = (canonical(one), canonical(other))
    return one == other || isPeople(one) && isPeople(other)
  }

  /// The word for a power of ten, as it follows a number: `5,2 juta`; nil where there is none.
  public static func name(of magnitude: Int) -> (indonesian: String, english: String)? {
    switch magnitude {
    case 3: ("ribu", "thousand")
    case 6: ("juta", "million")
    case 9: ("miliar", "billion")
    case 12: ("triliun", "trillion")
    default: nil
    }
  }

  /// To which place numbers are rounded, as it stands before a unit: 5 gives `ratusan ribu`.
  public static func place(of power: Int) -> (indonesian: String, english: String)? {
    guard (1...14).contains(power) else { return nil }
    let (large, small) = (power / 3, power % 3)
    guard large > 0, let name = name(of: large * 3) else {
      return small == 1 ? ("puluhan", "ten") : ("ratusan", "hundred")
    }
    switch small {
    case 1: return ("puluhan \(name.indonesian)", "ten \(name.english)")
    case 2: return ("ratusan \(name.indonesian)", "hundred \(name.english)")
    default: return ("\(name.indonesian)an", "\(name.english)")
    }
  }
}
