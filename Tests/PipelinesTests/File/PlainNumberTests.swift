import Numerals
import Testing

@testable import Pipelines

@Suite struct PlainNumberTests {
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("-12.50", "-12.50"), ("0.005", "0.005"),
    ("12345678901234567890123456789", "12345678901234567890123456789"),
  ])
  func readsNumbersWithAPoint(_ text: String, _ value: String) {
    #expect(PlainNumber.value(of: text)?.description == value)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,5", "1.000.000", "1e5", "+1", " 1", "½",
    "99999999999999999999999999999999999999999",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(PlainNumber.value(of: text) == nil)
  }
}
