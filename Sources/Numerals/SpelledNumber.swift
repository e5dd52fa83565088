/// Whole numbers in Indonesian words, as budgets spell amounts: `sembilan milyar dua ratus juta`.
///
/// The words go up to `kuadriliun`, 10^15, so that every number below 10^18 can be spelled. The
/// spelling written is that of the Kamus Besar Bahasa Indonesia (`miliar`, `triliun`,
/// `kuadriliun`); the older `milyar`, `trilyun` and `kuadrilyun` are read as well.
public enum SpelledNumber {
  /// One above the largest number that has words here.
  public static let limit: Int128 = 1_000_000_000_000_000_000

  /// Why words are no number.
  public enum Problem: Error, Sendable, Hashable {
    /// No number word at all.
    case empty
    /// A word that no number has.
    case unknownWord(String)
    /// A number word that can't follow those before it: `dua juta tiga miliar`.
    case misplacedWord(String)
    /// The number is not below `limit`.
    case overflow
  }

  /// The words of `number` in lower case, or nil unless its absolute value is below `limit`.
  public static func words(of number: Int128) -> String? {
    guard number.magnitude < limit.magnitude else { return nil }
    guard number != 0 else { return units[0] }
    var rest = UInt64(number.magnitude)
    var words: [String] = number < 0 ? [minus] : []
    for (exponent, name) in scales.reversed() {
      let unit = PowersOfTen.narrow(exponent).map(UInt64.init) ?? 1
      let group = rest / unit
      rest %= unit
      guard group > 0 else { continue }
      if exponent == 3, group == 1 {
        words.append("seribu")
      } else {
        words += spelled(belowThousand: Int(group)) + [name]
      }
    }
    return (words + spelled(belowThousand: Int(rest))).joined(separator: " ")
  }

  private static func spelled(belowThousand number: Int) -> [String] {
    let hundreds = number / 100
    let rest = number % 100
    let front = hundreds == 0 ? [] : hundreds == 1 ? ["seratus"] : [units[hundreds], "ratus"]
    switch rest {
    case 0: return front
    case 1...9: return front + [units[rest]]
    case 10: return front + ["sepuluh"]
    case 11: return front + ["sebelas"]
    case 12...19: return front + [units[rest % 10], "belas"]
    default:
      return front + [units[rest / 10], "puluh"] + (rest % 10 == 0 ? [] : [units[rest % 10]])
    }
  }

  static let minus = "minus"
  static let units = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
  ]
  /// The powers of a thousand, the smallest first.
  static let scales: [(exponent: Int, name: String)] = [
    (3, "ribu"), (6, "juta"), (9, "miliar"), (12, "triliun"), (15, "kuadriliun"),
  ]
  /// Older and shorter spellings of the same words.
  static let variants = [
    "milyar": "miliar", "milliar": "miliar", "trilyun": "triliun", "trilliun": "triliun",
    "kuadrilyun": "kuadriliun", "kosong": "nol", "negatif": "minus", "min": "minus",
  ]
}
