import Numerals
import Testing

@testable import Diagnosis

/// Whether true values exist behind printed ones.
@Suite struct TrueValuesTests {
  private func interval(_ text: String) -> Interval {
    let parts = text.split(separator: ".")
    let value = ExactDecimal(
      mantissa: Int128(parts.joined()) ?? 0, scale: parts.count > 1 ? parts[1].count : 0)
    return Interval(printed: value) ?? Interval(exactly: Rational(value))
  }

  private func equation(_ factors: [Int: Int128], _ constant: Rational) -> TrueValues.Equation {
    TrueValues.Equation(factors: factors.mapValues { Rational($0) }, constant: constant)
  }

  @Test("three shares printed 33.3 can add up to 100") func thirds() {
    let all = [0: interval("33.3"), 1: interval("33.3"), 2: interval("33.3")]
    #expect(TrueValues.exist([equation([0: 1, 1: 1, 2: 1], Rational(-100))], within: all) == true)
  }

  @Test("sums that each hold alone may clash together") func clash() {
    // x + y = 10 and x - y = 1 leave x = 5.5, which is not printed 5.8.
    let printed = [0: interval("5.8"), 1: interval("4.4")]
    let sum = equation([0: 1, 1: 1], Rational(-10))
    let difference = equation([0: 1, 1: -1], Rational(-1))
    #expect(TrueValues.exist([sum], within: printed) == false)
    let near = [0: interval("5.5"), 1: interval("4.5")]
    #expect(TrueValues.exist([sum, difference], within: near) == true)
    let apart = [0: interval("6"), 1: interval("4")]
    #expect(TrueValues.exist([sum], within: apart) == true)
    #expect(
      TrueValues.exist([sum, equation([0: 1, 1: -1], Rational(-4))], within: apart) == false)
  }

  @Test("numbers that grow too large are undecided, never wrong") func overflow() throws {
    let tiny = try #require(Rational(1, over: Int128.max / 3))
    let large = TrueValues.Equation(
      factors: [0: tiny, 1: Rational(Int128.max / 5)], constant: Rational(-7))
    let result = TrueValues.exist([large], within: [0: interval("1.5"), 1: interval("2.5")])
    #expect(result != true)
  }
}
