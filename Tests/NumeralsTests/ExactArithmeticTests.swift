import Numerals
import Testing

private func decimal(_ mantissa: Int128, _ scale: Int = 0) -> ExactDecimal {
  ExactDecimal(mantissa: mantissa, scale: scale)
}

private func fraction(_ above: Int128, _ below: Int128 = 1) throws -> Rational {
  try #require(Rational(above, over: below))
}

@Test(arguments: [
  (decimal(0), "0"), (decimal(0, 2), "0.00"), (decimal(-5, 3), "-0.005"),
  (decimal(2925, 2), "29.25"),
  (decimal(-53_559), "-53559"), (decimal(.min), "-170141183460469231731687303715884105728"),
])
func spellsDecimalsCanonically(_ value: ExactDecimal, _ text: String) {
  #expect(value.description == text)
}

@Test func comparesValuesRatherThanScales() {
  #expect(decimal(100) == decimal(10_000, 2))
  #expect(decimal(100).hashValue == decimal(10_000, 2).hashValue)
  #expect(!decimal(100).isWritten(as: decimal(10_000, 2)))
  #expect(decimal(-1, 1) < decimal(0))
  #expect(decimal(.max) > decimal(.max, 38))
}

@Test func rescalesOnlyWithoutLoss() {
  #expect(decimal(25, 1).rescaled(to: 3)?.description == "2.500")
  #expect(decimal(2500, 3).rescaled(to: 1)?.description == "2.5")
  #expect(decimal(25, 1).rescaled(to: 0) == nil)
  #expect(decimal(.max).rescaled(to: 1) == nil)
  #expect(decimal(1, 30).rescaled(to: 40) == nil)
  #expect(decimal(1).rescaled(to: -1) == nil)
}

@Test func scalesBelowZeroAreZerosThatAreNoDigits() {
  #expect(decimal(50_123, -5).description == "5012300000")
  #expect(decimal(50_123, -5) == decimal(5_012_300_000))
  #expect(decimal(50_123, -5).hashValue == decimal(5_012_300_000).hashValue)
  #expect(decimal(5_012_300_000).rescaled(to: -5)?.mantissa == 50_123)
  #expect(decimal(5_012_300_001).rescaled(to: -5) == nil)
  #expect(decimal(12, -3).adding(decimal(5))?.description == "12005")
  #expect(decimal(12, -3).subtracting(decimal(2, -3))?.scale == -3)
  #expect(Rational(5_017_345_678).rounded(toScale: -5)?.description == "5017300000")
  #expect(Rational(-5_017_350_000).rounded(toScale: -5)?.description == "-5017400000")
  #expect(Rational(5_017_399_999).truncated(toScale: -5)?.description == "5017300000")
  #expect(Interval(printed: decimal(50_123, -5))?.lower == Rational(5_012_250_000))
  #expect(Notation().written(decimal(52, -5)) == "5.200.000")
  #expect(!ExactDecimal.fits(.max, scale: -1))
}

@Test func overflowIsToldAndNeverWraps() {
  #expect(decimal(.max).adding(decimal(1)) == nil)
  #expect(decimal(.max).adding(decimal(1, 1)) == nil)
  #expect(decimal(.min).negated == nil)
  #expect(decimal(.min).subtracting(decimal(1)) == nil)
  #expect(Rational(.max).adding(Rational(1)) == nil)
  #expect(Rational(.max).multiplied(by: Rational(2)) == nil)
  #expect(Rational(.min).negated == nil)
  #expect(Rational(1, over: 0) == nil)
  #expect(Rational(1).divided(by: .zero) == nil)
  #expect(Rational(1, over: 3)?.rounded(toScale: 38) == nil)
  #expect(Rational(1).rounded(toScale: 39) == nil)
}

@Test(
  arguments: [
    (308_560 * 100, 1_054_804, 2, "29.25", "29.25"), (1, 2, 0, "1", "0"), (-1, 2, 0, "-1", "0"),
    (2, 3, 2, "0.67", "0.66"), (-2, 3, 2, "-0.67", "-0.66"), (1, 8, 3, "0.125", "0.125"),
  ] as [(Int128, Int128, Int, String, String)])
func roundsHalvesAwayFromZero(
  _ above: Int128, _ below: Int128, _ scale: Int, _ rounded: String, _ truncated: String
) throws {
  let value = try fraction(above, below)
  #expect(value.rounded(toScale: scale)?.description == rounded)
  #expect(value.truncated(toScale: scale)?.description == truncated)
}

@Test func fractionsObeyTheLawsOfArithmetic() throws {
  var random = Repeatable("fractionsObeyTheLawsOfArithmetic")
  for _ in 0..<(2_000 * Repeatable.rounds) {
    let numbers = (0..<6).map { _ in random.integer(digits: 8) }
    let one = try fraction(numbers[0], numbers[1] == 0 ? 7 : numbers[1])
    let other = try fraction(numbers[2], numbers[3] == 0 ? 9 : numbers[3])
    let sum = try #require(one.adding(other))
    #expect(sum == other.adding(one), "seed \(random.seed)")
    #expect(sum.subtracting(other) == one)
    #expect((one < other) == (one.subtracting(other).map { $0 < .zero } ?? false))
    let product = try #require(one.multiplied(by: other))
    #expect(product == other.multiplied(by: one))
    if other != .zero { #expect(product.divided(by: other) == one) }
    if let exact = product.exactDecimal { #expect(Rational(exact) == product) }
  }
}

@Test func printedNumbersStandForIntervals() throws {
  let printed = try #require(Interval(printed: decimal(2925, 2)))
  #expect(printed == Interval(try fraction(29_245, 1000), try fraction(29_255, 1000)))
  #expect(printed.contains(try fraction(308_560 * 100, 1_054_804)))
  #expect(printed.meets(Interval(exactly: try fraction(29_255, 1000))))
  #expect(!printed.meets(Interval(exactly: try fraction(29_256, 1000))))
  #expect(!printed.isExact && Interval(exactly: Rational(1)).isExact)
}

@Test func intervalsHoldEveryResultOfTheirPoints() throws {
  var random = Repeatable("intervalsHoldEveryResultOfTheirPoints")
  for _ in 0..<(1_000 * Repeatable.rounds) {
    let ends = (0..<4).map { _ in Rational(random.integer(digits: 4)) }
    let (one, other) = (Interval(ends[0], ends[1]), Interval(ends[2], ends[3]))
    for point in [one.lower, one.upper] {
      for another in [other.lower, other.upper] {
        let sum = try #require(point.adding(another))
        #expect(try #require(one.adding(other)).contains(sum), "seed \(random.seed)")
        let product = try #require(point.multiplied(by: another))
        #expect(try #require(one.multiplied(by: other)).contains(product))
        guard let quotient = one.divided(by: other), another != .zero else { continue }
        #expect(quotient.contains(try #require(point.divided(by: another))))
      }
    }
    if other.contains(.zero) { #expect(one.divided(by: other) == nil) }
  }
}

@Test func powersOfTenEndWhereTheirWidthEnds() {
  #expect(PowersOfTen.power(0) == 1 && PowersOfTen.power(38) != nil)
  #expect(PowersOfTen.power(39) == nil && PowersOfTen.power(-1) == nil)
  #expect(PowersOfTen.narrow(18) == 1_000_000_000_000_000_000 && PowersOfTen.narrow(19) == nil)
}
