import Numerals
import Testing

@Test(arguments: [
  (#"B \((.*)\)"#, "B (61)", "61"), (#"^B \((.*)\)$"#, "B (88,31)", "88.31"),
  ("(.*)", "5", "5"), ("≥ (.*)", "≥ 5", "5"), ("Rp. (.+) / bulan", "Rp.  5.000 / bulan", "5000"),
])
func readsTheHoleOfAPattern(_ pattern: String, _ text: String, _ value: String) throws {
  let reader = NumeralReader(
    .init(convention: .indonesian, numberPattern: try NumberPattern(pattern)))
  guard case .value(let read, let notation) = reader.read(text) else {
    Issue.record("read as \(reader.read(text))")
    return
  }
  #expect(read.description == value)
  #expect(notation.written(read) == text)
}

@Test(
  arguments: [
    ("B", .noGroup), ("", .noGroup), (#"\(.*\)"#, .unsupported("*")),
    ("(.*) (.*)", .unsupported("(")),
    ("[0-9]", .unsupported("[")), (#"(\d+)"#, .unsupported("(")), (#"\d (.*)"#, .unsupported("d")),
    (#"(.*)\"#, .unfinishedEscape),
  ] as [(String, NumberPattern.Problem)])
func refusesOtherPatterns(_ pattern: String, _ problem: NumberPattern.Problem) {
  #expect(throws: problem) { try NumberPattern(pattern) }
}
