/// Powers of ten that fit 128 bits.
public enum PowersOfTen {
  private static let wide: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count <= ExactDecimal.maximumScale { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// `10^exponent`, or nil outside 0 to 38.
  public static func power(_ exponent: Int) -> Int128? {
    wide.indices.contains(exponent) ? wide[exponent] : nil
  }

  /// `10^exponent` in 64 bits, or nil outside 0 to 18.
  public static func narrow(_ exponent: Int) -> Int64? {
    (0...18).contains(exponent) ? Int64(wide[exponent]) : nil
  }
}
