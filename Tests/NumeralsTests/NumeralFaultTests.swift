import Numerals
import Testing

/// A malformed text, its field, its fault and the nearest well-formed numerals.
struct MalformedCase: CustomTestStringConvertible, Sendable {
  let text: String
  let fault: NumeralFault
  let nearest: [String]
  var options = NumeralReader.Options(convention: .indonesian)

  var testDescription: String { text }
}

private let english = NumeralReader.Options(convention: .english)
private let whole = NumeralReader.Options(convention: .indonesian, wholeOnly: true)
private let open = NumeralReader.Options()
private let nines = String(repeating: "9", count: 39)

@Test(arguments: [
  MalformedCase(text: "12..821.200", fault: .doubledMark, nearest: ["12821200"]),
  MalformedCase(text: "12..821.200", fault: .doubledMark, nearest: ["12821200"], options: open),
  MalformedCase(text: "12..821", fault: .doubledMark, nearest: ["12821"]),
  MalformedCase(text: "12.,5", fault: .doubledMark, nearest: ["12.5", "125"]),
  MalformedCase(
    text: "2.073.119.0.000", fault: .groupLength(1), nearest: ["2073119000", "20731190000"]),
  MalformedCase(
    text: "2.073.119.0.000", fault: .groupLength(1), nearest: ["2073119000", "20731190000"],
    options: open),
  MalformedCase(
    text: "1.0548.04", fault: .groupLength(4), nearest: ["1054804"], options: whole),
  MalformedCase(text: "1.0548.04", fault: .groupLength(4), nearest: ["1054804", "10548.04"]),
  MalformedCase(text: "1.234.56", fault: .groupLength(2), nearest: ["1234.56", "123456", "1234"]),
  MalformedCase(text: "1234.567.890", fault: .groupLength(4), nearest: ["1234567890"]),
  MalformedCase(text: "1.21", fault: .otherConvention(.english), nearest: ["1.21"]),
  MalformedCase(text: "11.16", fault: .otherConvention(.english), nearest: ["11.16"]),
  MalformedCase(
    text: "13,84", fault: .otherConvention(.indonesian), nearest: ["13.84"], options: english),
  MalformedCase(
    text: "1,054,804", fault: .otherConvention(.english), nearest: ["1054804"], options: whole),
  MalformedCase(
    text: "2014.0", fault: .otherConvention(.english), nearest: ["2014.0"], options: whole),
  MalformedCase(text: "1,054", fault: .fraction, nearest: ["1054"], options: whole),
  MalformedCase(text: "5,5", fault: .fraction, nearest: [], options: whole),
  MalformedCase(text: "5,5", fault: .fraction, nearest: [], options: .init(wholeOnly: true)),
  MalformedCase(text: "2.61024E+11", fault: .scientific, nearest: ["261024000000"]),
  MalformedCase(text: "2,61e-3", fault: .scientific, nearest: ["0.00261"]),
  MalformedCase(text: "1E+99", fault: .scientific, nearest: []),
  MalformedCase(text: "1O.5OO", fault: .letterForDigit("O"), nearest: ["10500"]),
  MalformedCase(text: "l.234", fault: .letterForDigit("l"), nearest: ["1234"]),
  MalformedCase(
    text: "12,34,56", fault: .twoDecimalMarks, nearest: ["1234.56", "123456", "12.56"]),
  MalformedCase(text: "1,234.567", fault: .otherConvention(.english), nearest: ["1234.567"]),
  MalformedCase(text: "1,23.4", fault: .groupAfterDecimal, nearest: ["1.23", "1234", "123.4"]),
  MalformedCase(text: "001.234", fault: .leadingZero, nearest: ["1234"]),
  MalformedCase(text: "00,5", fault: .leadingZero, nearest: ["0.5"]),
  MalformedCase(text: nines, fault: .overflow, nearest: []),
  MalformedCase(text: "0," + nines, fault: .overflow, nearest: []),
  MalformedCase(text: ".5", fault: .leadingMark, nearest: ["5"]),
  MalformedCase(text: ",5", fault: .leadingMark, nearest: ["0.5"]),
  MalformedCase(text: "5.", fault: .trailingMark, nearest: ["5"]),
  MalformedCase(text: "1.054 .804", fault: .strayBlank, nearest: ["1054804"]),
  MalformedCase(
    text: "297849100 00", fault: .groupLength(2), nearest: ["297849100.00", "29784910000"]),
  MalformedCase(text: "12 5", fault: .groupLength(1), nearest: ["125", "12.5"]),
  MalformedCase(text: "36.590 pengikut", fault: .unexpectedText("pengikut"), nearest: ["36590"]),
  MalformedCase(text: "12 x 5", fault: .unexpectedText("x"), nearest: []),
  MalformedCase(text: "abc", fault: .noDigits, nearest: []),
  MalformedCase(text: "--5", fault: .doubleSign, nearest: ["-5"]),
  MalformedCase(text: "(-5)", fault: .doubleSign, nearest: ["-5"]),
  MalformedCase(text: "5-", fault: .misplacedSign, nearest: ["-5"]),
  MalformedCase(text: "(53.559", fault: .unbalancedParentheses, nearest: ["-53559", "53559"]),
  MalformedCase(text: "53.559)", fault: .unbalancedParentheses, nearest: ["-53559", "53559"]),
  MalformedCase(text: "5.000,00,-", fault: .twoDecimalMarks, nearest: ["5000.00"]),
  MalformedCase(
    text: "29,25%%", fault: .unexpectedText("%"), nearest: ["29.25"],
    options: .init(affixes: ["%", "%", "Rp"])),
  MalformedCase(text: "--", fault: .noDigits, nearest: []),
  MalformedCase(text: "Rp. 500,00", fault: .unexpectedText("Rp."), nearest: ["500.00"]),
  MalformedCase(
    text: "Rp. 500,00", fault: .unexpectedText("Rp."), nearest: ["500.00"], options: whole),
  MalformedCase(text: "#N/A", fault: .noDigits, nearest: []),
])
func refusesMalformedNumerals(_ sample: MalformedCase) {
  guard case .malformed(let fault, let nearest) = NumeralReader(sample.options).read(sample.text)
  else {
    Issue.record("read as \(NumeralReader(sample.options).read(sample.text))")
    return
  }
  #expect(fault == sample.fault)
  #expect(nearest.map(\.description) == sample.nearest)
}

@Test func refusesLongTextWithoutWork() {
  let text = String(repeating: "teks 1 ", count: 10_000)
  guard case .malformed(.unexpectedText(let told), let nearest) = NumeralReader().read(text) else {
    Issue.record("not refused")
    return
  }
  #expect(told.count < 100)
  #expect(nearest.isEmpty)
}
