import Numerals
import Testing

private func evidence(
  _ texts: [String], _ options: NumeralReader.Options = .init()
) -> ConventionEvidence {
  var evidence = ConventionEvidence(options: options)
  texts.forEach { evidence.observe($0) }
  return evidence
}

private struct Settled: CustomTestStringConvertible, Sendable {
  let texts: [String]
  let convention: Notation.Convention
  let basis: ConventionSettlement.Basis
  var wholeOnly = false
  var declared: Notation.Convention?

  var testDescription: String { texts.joined(separator: " ") }
}

@Test(arguments: [
  Settled(
    texts: ["5.015", "1.054.804"], convention: .indonesian,
    basis: .values(count: 1, example: "1.054.804", against: 0, counterexample: nil)),
  Settled(
    texts: ["5.015", "13,84"], convention: .indonesian,
    basis: .values(count: 1, example: "13,84", against: 0, counterexample: nil)),
  Settled(
    texts: ["5.015", "11.16", "1.5"], convention: .english,
    basis: .values(count: 2, example: "11.16", against: 0, counterexample: nil)),
  Settled(
    texts: ["5.015", "-", "12"], convention: .indonesian, basis: .type(example: "5.015"),
    wholeOnly: true),
  Settled(
    texts: ["5,015", "12"], convention: .english, basis: .type(example: "5,015"), wholeOnly: true),
  Settled(texts: ["5", "100", ""], convention: .indonesian, basis: .assumed),
  Settled(texts: [], convention: .indonesian, basis: .assumed),
  Settled(texts: ["11.16"], convention: .indonesian, basis: .given, declared: .indonesian),
  Settled(
    texts: ["11.16"] + [String](repeating: "13,84", count: 20), convention: .indonesian,
    basis: .values(count: 20, example: "13,84", against: 1, counterexample: "11.16")),
  Settled(
    texts: ["Rp. 5.015,-"], convention: .indonesian,
    basis: .values(count: 1, example: "Rp. 5.015,-", against: 0, counterexample: nil)),
])
private func settlesTheConvention(_ sample: Settled) {
  let settled = evidence(sample.texts, .init(affixes: ["Rp"]))
    .settle(declared: sample.declared, wholeOnly: sample.wholeOnly)
  #expect(settled == .settled(sample.convention, sample.basis))
  #expect(settled.convention == sample.convention)
}

@Test func refusesAFieldThatOnlyHoldsAmbiguousValues() {
  let settled = evidence(["100", "5.015"]).settle()
  #expect(
    settled
      == .ambiguous(
        example: "5.015", indonesian: ExactDecimal(mantissa: 5015),
        english: ExactDecimal(mantissa: 5015, scale: 3)))
  #expect(settled.convention == nil)
}

@Test func reportsAFieldOfTwoConventions() {
  let settled = evidence(["11.16", "13,84", "12,5", "100"]).settle()
  guard case .mixed(let indonesian, let english) = settled else {
    Issue.record("settled as \(settled)")
    return
  }
  #expect((indonesian.count, indonesian.example) == (2, "13,84"))
  #expect((english.count, english.example) == (1, "11.16"))
  // Each value then speaks for itself.
  let reader = NumeralReader(.init(convention: settled.convention))
  #expect(
    reader.read("11.16")
      == .value(ExactDecimal(mantissa: 1116, scale: 2), Notation(convention: .english)))
  #expect(reader.read("13,84") == .value(ExactDecimal(mantissa: 1384, scale: 2), Notation()))
}

@Test func countsInAnyOrderAndInParts() {
  let texts = ["5.015", "1.054.804", "11.16", "5,015", "7", "", "12..8", "13,84"]
  let whole = evidence(texts)
  for cut in 0...texts.count {
    var parts = evidence(Array(texts[..<cut]))
    parts.merge(evidence(Array(texts[cut...])))
    #expect(parts.indonesian == whole.indonesian)
    #expect(parts.english == whole.english)
    #expect(parts.ambiguousPoint == whole.ambiguousPoint)
    #expect(parts.ambiguousComma == whole.ambiguousComma)
    #expect((parts.neutral, parts.others) == (whole.neutral, whole.others))
  }
  #expect((whole.neutral, whole.others) == (1, 2))
}
