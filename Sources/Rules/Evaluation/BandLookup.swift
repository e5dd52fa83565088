import Numerals

extension Bands {
  /// The category of a value: of the band that holds it, else, where the value was printed finer
  /// than the bands are, of the band that holds it rounded to their decimals.
  func category(of value: Rational) -> String? {
    if let exact = band(holding: value) { return exact.category }
    let scale = bands.flatMap { [$0.lower?.scale, $0.upper?.scale] }.compactMap { $0 }.max() ?? 0
    return value.rounded(toScale: scale).flatMap { band(holding: Rational($0)) }?.category
  }

  private func band(holding value: Rational) -> Band? {
    bands.first { band in
      let above = band.lower.map {
        band.includesLower ? Rational($0) <= value : Rational($0) < value
      }
      let below = band.upper.map {
        band.includesUpper ? value <= Rational($0) : value < Rational($0)
      }
      return (above ?? true) && (below ?? true)
    }
  }
}
