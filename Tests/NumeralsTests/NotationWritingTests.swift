import Numerals
import Testing

private struct Writing: CustomTestStringConvertible, Sendable {
  let notation: Notation
  let mantissa: Int128
  let scale: Int
  let text: String

  var testDescription: String { text }
}

@Test(arguments: [
  Writing(notation: Notation(), mantissa: 1_054_804, scale: 0, text: "1.054.804"),
  Writing(notation: Notation(), mantissa: 105_480_425, scale: 2, text: "1.054.804,25"),
  Writing(
    notation: Notation(convention: .english), mantissa: 105_480_425, scale: 2, text: "1,054,804.25"),
  Writing(notation: Notation(grouping: .none), mantissa: 1_054_804, scale: 0, text: "1054804"),
  Writing(notation: Notation(), mantissa: 0, scale: 0, text: "0"),
  Writing(notation: Notation(), mantissa: -5, scale: 3, text: "-0,005"),
  Writing(notation: Notation(), mantissa: 100, scale: 0, text: "100"),
  Writing(
    notation: Notation(negative: .parentheses), mantissa: -53_559, scale: 0, text: "(53.559)"),
  Writing(notation: Notation(suffix: "%"), mantissa: 2925, scale: 2, text: "29,25%"),
  Writing(
    notation: Notation(prefix: "Rp. ", suffix: ",-"), mantissa: 8_175_426_388, scale: 0,
    text: "Rp. 8.175.426.388,-"),
  Writing(notation: Notation(prefix: "Rp "), mantissa: -500, scale: 0, text: "-Rp 500"),
  Writing(
    notation: Notation(prefix: "Rp ", signPlace: .inside), mantissa: -500, scale: 0, text: "Rp -500"
  ),
  Writing(
    notation: Notation(negative: .parentheses, prefix: "Rp ", suffix: ",-"), mantissa: -500,
    scale: 0, text: "(Rp 500,-)"),
  Writing(
    notation: Notation(negative: .parentheses, suffix: "%", signPlace: .inside), mantissa: -1526,
    scale: 2, text: "(15,26)%"),
  Writing(
    notation: Notation(), mantissa: .min, scale: 0,
    text: "-170.141.183.460.469.231.731.687.303.715.884.105.728"),
])
private func writesAValueAsItsSourceWould(_ sample: Writing) {
  let value = ExactDecimal(mantissa: sample.mantissa, scale: sample.scale)
  #expect(sample.notation.written(value) == sample.text)
}

/// Affixes as text before and after the number, and as they are declared.
private struct Affixes {
  let prefix: String
  let suffix: String
  let declared: [String]
}

private let affixes = [
  Affixes(prefix: "", suffix: "", declared: []),
  Affixes(prefix: "Rp", suffix: "", declared: ["rp"]),
  Affixes(prefix: "Rp. ", suffix: "", declared: ["Rp"]),
  Affixes(prefix: "", suffix: "%", declared: ["%"]),
  Affixes(prefix: "", suffix: " pengikut", declared: ["PENGIKUT", "pengunjung"]),
  Affixes(prefix: ": ", suffix: " Sub Kegiatan", declared: ["Sub Kegiatan", ":"]),
  Affixes(prefix: "Rp. ", suffix: ",-", declared: ["Rp."]),
]

@Test func readingUndoesWriting() {
  var random = Repeatable("readingUndoesWriting")
  for _ in 0..<(20_000 * Repeatable.rounds) {
    let affix = random.one(of: affixes)
    let notation = Notation(
      convention: random.one(of: [.indonesian, .english]),
      grouping: random.one(of: [.none, .thousands]),
      negative: random.one(of: [.minus, .parentheses]),
      prefix: affix.prefix, suffix: affix.suffix,
      signPlace: random.one(of: [.outside, .inside]))
    let isWhole = affix.suffix == ",-"
    let value = ExactDecimal(
      mantissa: random.integer(digits: 38),
      scale: isWhole ? 0 : Int.random(in: 0...random.one(of: [0, 2, 4, 38]), using: &random))
    let text = notation.written(value)
    let reader = NumeralReader(
      .init(convention: notation.convention, affixes: affix.declared))
    guard case .value(let read, let found) = reader.read(text) else {
      Issue.record("'\(text)' was read as \(reader.read(text)), seed \(random.seed)")
      return
    }
    guard read.isWritten(as: value), found.written(read) == text else {
      Issue.record("'\(text)' was read as \(read) and written as '\(found.written(read))'")
      return
    }
  }
  #expect(random.seed != 0)
}

@Test func detectsTheDominantNotation() throws {
  let reader = NumeralReader(
    .init(convention: .indonesian, affixes: ["Rp"], missingValues: ["-"]))
  let texts = ["Rp 100", "Rp 5.015", "Rp 1.054.804", "-", "-Rp 12.000", "Rp. 7", "12..821"]
  let detected = try #require(Notation.detect(from: texts, reader: reader))
  #expect(detected.notation == Notation(prefix: "Rp "))
  #expect(detected.scale == 0)
  #expect(detected.agreeing == 4)
  #expect(detected.observed == 7)
}

@Test(arguments: [
  (["29,25%", "6,05%", "100%"], Notation(suffix: "%"), 2),
  (["1054804", "12", "5.5"], Notation(convention: .english, grouping: .none), 0),
  (["(115,888.61)", "4.09", "(1.00)"], Notation(convention: .english, negative: .parentheses), 2),
  (["1", "2", "3"], Notation(), 0),
])
func detectsNotations(_ texts: [String], _ notation: Notation, _ scale: Int) {
  let reader = NumeralReader(.init(affixes: ["%"]))
  let detected = Notation.detect(from: texts, reader: reader)
  #expect(detected?.notation == notation)
  #expect(detected?.scale == scale)
}

@Test func detectsNothingWhereNothingIsANumeral() {
  #expect(Notation.detect(from: ["", "abc"], reader: NumeralReader()) == nil)
}
