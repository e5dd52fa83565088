import Numerals
import Testing

/// A text, the field it stands in, and the number and remarks expected.
struct WellFormedCase: CustomTestStringConvertible, Sendable {
  let text: String
  let value: String
  var options = NumeralReader.Options()
  var remarks: [NumeralRemark] = []

  var testDescription: String { "\(text) → \(value)" }
}

private let indonesian = NumeralReader.Options(convention: .indonesian)
private let english = NumeralReader.Options(convention: .english)
private let rupiah = NumeralReader.Options(convention: .indonesian, affixes: ["Rp"])
private let percent = NumeralReader.Options(convention: .indonesian, affixes: ["%"])
private let whole = NumeralReader.Options(wholeOnly: true)

private func bracketed() throws -> NumeralReader.Options {
  NumeralReader.Options(convention: .indonesian, numberPattern: try NumberPattern(#"B \((.*)\)"#))
}

@Test(arguments: [
  WellFormedCase(text: "1.054.804", value: "1054804"),
  WellFormedCase(text: "1,054,804", value: "1054804"),
  WellFormedCase(text: "1.054.804", value: "1054804", options: indonesian),
  WellFormedCase(text: "29,25%", value: "29.25", options: percent),
  WellFormedCase(text: "29,25 %", value: "29.25", options: percent),
  WellFormedCase(text: "4.09%", value: "4.09", options: .init(affixes: ["%"])),
  WellFormedCase(text: "Rp. 8.175.426.388,-", value: "8175426388", options: rupiah),
  WellFormedCase(text: "rp8.175.426.388", value: "8175426388", options: rupiah),
  WellFormedCase(text: "RP.500", value: "500", options: rupiah),
  WellFormedCase(text: "Rp 5.000.-", value: "5000", options: .init(affixes: ["rp."])),
  WellFormedCase(text: "5,000,-", value: "5000"),
  WellFormedCase(text: "-Rp 500", value: "-500", options: rupiah),
  WellFormedCase(text: "Rp -500", value: "-500", options: rupiah),
  WellFormedCase(text: "(Rp 500,-)", value: "-500", options: rupiah),
  WellFormedCase(text: "-53.559.000", value: "-53559000"),
  WellFormedCase(text: "(53.559)", value: "-53559", options: indonesian),
  WellFormedCase(text: "( 53.559 )", value: "-53559", options: indonesian),
  WellFormedCase(text: "- 5", value: "-5"),
  WellFormedCase(
    text: "36.590 pengikut", value: "36590", options: .init(affixes: ["pengikut"], wholeOnly: true)),
  WellFormedCase(
    text: ": 7 Sub Kegiatan", value: "7", options: .init(affixes: [":", "sub kegiatan"])),
  WellFormedCase(
    text: "40 orang/bulan", value: "40", options: .init(affixes: ["orang", "orang/bulan"])),
  WellFormedCase(text: "100", value: "100"),
  WellFormedCase(text: "0", value: "0"),
  WellFormedCase(text: "1000", value: "1000"),
  WellFormedCase(text: "0,0", value: "0.0"),
  WellFormedCase(text: "0.123", value: "0.123"),
  WellFormedCase(text: "1054.804", value: "1054.804"),
  WellFormedCase(text: "(115,888,860,874.61)", value: "-115888860874.61"),
  WellFormedCase(text: "4164034441.00", value: "4164034441.00"),
  WellFormedCase(text: "261.023.929.403,00", value: "261023929403.00"),
  WellFormedCase(text: "5.015", value: "5015", options: whole),
  WellFormedCase(text: "5,015", value: "5015", options: whole),
  WellFormedCase(text: "5.015", value: "5.015", options: english),
  WellFormedCase(text: "2014.0", value: "2014", options: whole, remarks: [.zeroFraction]),
  WellFormedCase(text: "5.000", value: "5000", options: whole),
  WellFormedCase(
    text: "(10.597.435.500^00)", value: "-10597435500.00", remarks: [.caretForComma]),
  WellFormedCase(
    text: "160^000", value: "160000", options: whole, remarks: [.caretForComma]),
  WellFormedCase(text: "2\u{2009}691,8", value: "2691.8", remarks: [.blankGroups]),
  WellFormedCase(text: "2\u{202F}691\u{202F}800", value: "2691800", remarks: [.blankGroups]),
  WellFormedCase(text: "0,3069\u{A0}", value: "0.3069"),
  WellFormedCase(text: "\t\u{FEFF}\u{3000}12 ", value: "12"),
  WellFormedCase(text: "\u{2212}53.559.000", value: "-53559000", remarks: [.typographicMinus]),
  WellFormedCase(text: "–5", value: "-5", remarks: [.typographicMinus]),
  WellFormedCase(text: "+5", value: "5", remarks: [.plusSign]),
  WellFormedCase(text: "007", value: "7", remarks: [.leadingZeros]),
  WellFormedCase(text: String(repeating: "9", count: 38), value: String(repeating: "9", count: 38)),
])
func readsWellFormedNumerals(_ sample: WellFormedCase) {
  let examined = NumeralReader(sample.options).examine(sample.text)
  guard case .value(let value, _) = examined.reading else {
    Issue.record("read as \(examined.reading)")
    return
  }
  #expect(value.description == sample.value)
  #expect(examined.remarks == sample.remarks)
}

@Test func readsTheGroupOfADeclaredPattern() throws {
  let reader = NumeralReader(try bracketed())
  #expect(
    reader.read("B (61)")
      == .value(
        ExactDecimal(mantissa: 61), Notation(prefix: "B (", suffix: ")")))
  #expect(reader.read("  B   (88,31) ") != reader.read("B (88,31)"))
  #expect(reader.read("A (61)") == .malformed(.patternMismatch, nearest: []))
  #expect(reader.read("B ()") == .missing)
}

@Test(arguments: ["", "  ", "\u{A0}"])
func readsEmptyCellsAsMissing(_ text: String) {
  #expect(NumeralReader().read(text) == .missing)
}

@Test(arguments: ["-", "–", "…", "n/a", "NA", "NULL", " - "])
func readsWordsAsMissingOnlyWhereDeclared(_ text: String) {
  let declared = NumeralReader.Options(missingValues: NumeralReader.commonMissingWords)
  #expect(NumeralReader(declared).read(text) == .missing)
  #expect(NumeralReader().read(text) == .malformed(.noDigits, nearest: []))
}

@Test func readsADashAfterAnAffixAsMissing() {
  let options = NumeralReader.Options(affixes: ["Rp"], missingValues: ["-"])
  #expect(NumeralReader(options).read("Rp. -") == .missing)
  #expect(NumeralReader(options).read("Rp. -5") != .missing)
}

@Test(arguments: ["5.015", "5,015", "-5.015", "5.000"])
func refusesToGuessAmbiguousNumerals(_ text: String) {
  guard case .ambiguous(let readings) = NumeralReader().read(text) else {
    Issue.record("not ambiguous")
    return
  }
  #expect(Set(readings.map(\.scale)) == [0, 3])
}

@Test func keepsTheNotationOfWhatWasRead() {
  let reader = NumeralReader(rupiah)
  let notation = Notation(prefix: "Rp. ", suffix: ",-")
  #expect(
    reader.read("Rp. 8.175.426.388,-") == .value(ExactDecimal(mantissa: 8_175_426_388), notation))
}
