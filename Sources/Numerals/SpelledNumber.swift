/// Whole numbers in Indonesian words, as budgets spell amounts: `sembilan milyar dua ratus juta`.
public enum SpelledNumber {
  /// The largest number with words here: below 10^18.
  public static let limit: Int128 = 1_000_000_000_000_000_000
}
