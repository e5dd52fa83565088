import Numerals
import Testing

/// The slow and obvious reading of digits by one convention: split and count.
private func reference(_ text: String, group: Character, decimal: Character) -> ExactDecimal? {
  let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first else { return nil }
  let groups = whole.split(separator: group, omittingEmptySubsequences: false)
  let decimals = parts.count == 2 ? parts[1] : ""
  guard parts.count == 1 || !decimals.isEmpty, decimals.allSatisfy(\.isNumber) else { return nil }
  guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else { return nil }
  if groups.count > 1 {
    guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
  }
  let hasMarks = groups.count > 1 || parts.count > 1
  if hasMarks, groups[0].hasPrefix("0"), groups[0].count > 1 || groups.count > 1 { return nil }
  return Int128(groups.joined() + decimals).map {
    ExactDecimal(mantissa: $0, scale: decimals.count)
  }
}

/// Every text of up to seven characters out of `0 1 . ,` reads as the reference says.
@Test func readsEveryShortTextAsTheReferenceDoes() {
  let indonesian = NumeralReader(.init(convention: .indonesian))
  let english = NumeralReader(.init(convention: .english))
  let either = NumeralReader()
  var texts = [""]
  var checked = 0
  for _ in 0..<7 {
    texts = texts.flatMap { text in "01.,".map { text + String($0) } }
    for text in texts {
      let byPoint = reference(text, group: ".", decimal: ",")
      let byComma = reference(text, group: ",", decimal: ".")
      expect(indonesian.read(text), text, byPoint.map { [$0] } ?? [])
      expect(english.read(text), text, byComma.map { [$0] } ?? [])
      expect(either.read(text), text, [byPoint, byComma].compactMap(\.self))
      checked += 1
    }
  }
  #expect(checked == 21_844)
}

private func expect(_ reading: NumeralReading, _ text: String, _ values: [ExactDecimal]) {
  let isDecided = values.count < 2 || values[0].isWritten(as: values[1])
  let isRight =
    switch reading {
    case .value(let value, _): isDecided && values.first.map { $0.isWritten(as: value) } == true
    case .ambiguous(let readings):
      !isDecided && readings.elementsEqual(values) { $0.isWritten(as: $1) }
    case .malformed: values.isEmpty
    case .missing: false
    }
  if !isRight { Issue.record("'\(text)' was read as \(reading), expected \(values)") }
}

/// Whatever bytes come, a reader answers; the nearest readings of a fault are readable themselves.
@Test func answersToAnyBytes() {
  var random = Repeatable("answersToAnyBytes")
  let alphabet = Array("0123456789..,,-–() Rp%^+eEOl\u{A0}…x".utf8)
  let readers = [nil, Notation.Convention.indonesian, .english].map {
    NumeralReader(.init(convention: $0, affixes: ["Rp", "%"], missingValues: ["-"]))
  }
  var refused = 0
  for _ in 0..<(20_000 * Repeatable.rounds) {
    let bytes = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      Int.random(in: 0..<20, using: &random) == 0
        ? UInt8.random(in: 0...255, using: &random) : random.one(of: alphabet)
    }
    let reader = random.one(of: readers)
    guard case .malformed(_, let nearest) = reader.read(bytes[...]) else { continue }
    refused += 1
    #expect(nearest.count <= 4)
    for value in nearest {
      let notation = Notation(convention: reader.options.convention ?? .indonesian)
      let again = NumeralReader(.init(convention: notation.convention)).read(
        notation.written(value))
      guard case .value(let read, _) = again, read.isWritten(as: value) else {
        Issue.record("\(value) near \(bytes) is not readable, seed \(random.seed)")
        return
      }
    }
  }
  #expect(refused > 0)
}
