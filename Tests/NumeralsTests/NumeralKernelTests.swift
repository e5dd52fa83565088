import Numerals
import Testing

/// A column of one notation, and the reader that a kernel must agree with.
private struct Setup {
  let notation: Notation
  let scale: Int
  let affixes: [String]

  /// What a kernel should make of `text`, by the reader: the obvious and slow way.
  func reference(_ text: [UInt8], _ reader: NumeralReader) -> Int64? {
    guard case .value(let value, _) = reader.read(text[...]), value.scale == scale,
      Array(notation.written(value).utf8) == text,
      value.mantissa.magnitude < 1_000_000_000_000_000_000
    else { return nil }
    let hasAffix = !notation.prefix.isEmpty || !notation.suffix.isEmpty
    let isClosedInside =
      notation.negative == .parentheses && notation.signPlace == .inside && hasAffix
    return value.mantissa < 0 && isClosedInside ? nil : Int64(value.mantissa)
  }
}

private func randomSetup(_ random: inout Repeatable) -> Setup {
  let (prefix, suffix, affixes) = random.one(of: [
    ("", "", []), ("", "", []), ("", "%", ["%"]), ("", " pengikut", ["pengikut"]),
    ("Rp", "", ["Rp"]), ("Rp. ", ",-", ["Rp"]), ("", " orang yang datang", ["orang yang datang"]),
  ])
  let notation = Notation(
    convention: random.one(of: [.indonesian, .english]),
    grouping: random.one(of: [.none, .thousands]),
    negative: random.one(of: [.minus, .minus, .parentheses]),
    prefix: prefix, suffix: suffix, signPlace: random.one(of: [.outside, .inside]))
  let scale = suffix == ",-" ? 0 : random.one(of: [0, 0, 2, 2, 1, 3, 7])
  return Setup(notation: notation, scale: scale, affixes: affixes)
}

/// A text as the notation writes it, or one near it.
private func randomText(_ setup: Setup, _ random: inout Repeatable) -> [UInt8] {
  let scale = Int.random(in: 0..<8, using: &random) == 0 ? random.one(of: [0, 1, 2]) : setup.scale
  let value = ExactDecimal(mantissa: random.integer(digits: 20), scale: scale)
  var text = Array(setup.notation.written(value).utf8)
  let alphabet = Array("0019.,-()% RpO^+\u{A0}/:".utf8)
  for _ in 0..<random.one(of: [0, 0, 0, 0, 1, 1, 1, 2, 3]) where !text.isEmpty {
    let place = Int.random(in: text.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: text.remove(at: place)
    case 1: text.insert(random.one(of: alphabet), at: place)
    case 2: text[place] = random.one(of: alphabet)
    default: text[place] = UInt8.random(in: 0...255, using: &random)
    }
  }
  return text
}

/// Reads `texts` as the second of three columns, the others holding text.
private func kernelReading(_ kernel: NumeralKernel, _ texts: [[UInt8]], padding: Int) -> [Int64?] {
  var bytes = [UInt8](repeating: 0x31, count: padding)
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  for text in texts {
    for cell in [[0x32], text, [0x33, 0x34]] {
      starts.append(UInt32(bytes.count))
      bytes.append(contentsOf: cell)
      ends.append(UInt32(bytes.count))
    }
  }
  var mantissas = [Int64](repeating: 77, count: texts.count)
  var irregular: [UInt32] = []
  bytes.withUnsafeBufferPointer { bytes in
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        mantissas.withUnsafeMutableBufferPointer { mantissas in
          guard let base = bytes.baseAddress, let first = starts.baseAddress,
            let last = ends.baseAddress, let output = mantissas.baseAddress
          else { return }
          kernel.read(
            base, starts: first + 1, ends: last + 1, stride: 3, count: texts.count, into: output,
            irregular: &irregular)
        }
      }
    }
  }
  let left = Set(irregular)
  for row in irregular where mantissas[Int(row)] != 0 { Issue.record("row \(row) is not 0") }
  return mantissas.indices.map { left.contains(UInt32($0)) ? nil : mantissas[$0] }
}

@Test func kernelAndReaderAgree() throws {
  var random = Repeatable("kernelAndReaderAgree")
  var regular = 0
  var irregular = 0
  for _ in 0..<(400 * Repeatable.rounds) {
    let setup = randomSetup(&random)
    let kernel = try #require(NumeralKernel(notation: setup.notation, scale: setup.scale))
    let reader = NumeralReader(
      .init(convention: setup.notation.convention, affixes: setup.affixes))
    let texts = (0..<50).map { _ in randomText(setup, &random) }
    let readings = kernelReading(kernel, texts, padding: random.one(of: [0, 1, 7, 8, 100]))
    for (text, reading) in zip(texts, readings) {
      if reading == nil { irregular += 1 } else { regular += 1 }
      guard reading != setup.reference(text, reader) else { continue }
      Issue.record(
        """
        '\(String(decoding: text, as: UTF8.self))' in \(setup) is \(String(describing: reading)), \
        seed \(random.seed)
        """)
      return
    }
  }
  print("kernelAndReaderAgree: \(regular) regular, \(irregular) irregular texts")
  #expect(regular > irregular / 10 && irregular > 0)
}

@Test(
  arguments: [
    ("1.054.804", 1_054_804), ("0", 0), ("999", 999), ("-53.559.000", -53_559_000),
    ("1054", nil), ("", nil), ("-", nil), ("-0", nil), ("007", nil), ("12..821", nil),
    ("1.21", nil),
    (" 5", nil), ("5 ", nil), ("1.0548.04", nil), ("1.054.8O4", nil), ("0.123", nil),
    ("999.999.999.999.999.999", 999_999_999_999_999_999), ("1.000.000.000.000.000.000", nil),
  ] as [(String, Int64?)])
func kernelReadsWholeNumbers(_ text: String, _ value: Int64?) throws {
  let kernel = try #require(NumeralKernel(notation: Notation(), scale: 0))
  #expect(kernelReading(kernel, [Array(text.utf8)], padding: 20) == [value])
}

@Test(
  arguments: [
    ("29,25%", 2925), ("0,05%", 5), ("1.000,00%", 100_000), ("-0,05%", -5), ("29,25 %", nil),
    ("29,2%", nil), ("29,25", nil), ("29.25%", nil), (",25%", nil), ("-0,00%", nil),
    ("00,05%", nil),
  ] as [(String, Int64?)])
func kernelReadsPercentages(_ text: String, _ value: Int64?) throws {
  let kernel = try #require(NumeralKernel(notation: Notation(suffix: "%"), scale: 2))
  #expect(kernelReading(kernel, [Array(text.utf8)], padding: 20) == [value])
}

@Test func kernelRefusesManyDecimals() {
  #expect(NumeralKernel(notation: Notation(), scale: 8) == nil)
  #expect(NumeralKernel(notation: Notation(), scale: 7) != nil)
}

@Test func kernelKnowsWhatItsReaderTakesForMissing() throws {
  let reader = NumeralReader(
    .init(convention: .indonesian, missingValues: ["0", "-1", "-", "9.999"], wholeOnly: true))
  let kernel = try #require(NumeralKernel(notation: Notation(), scale: 0, agreeingWith: reader))
  let texts = ["5", "0", "x", "-1", "9.999", "-", "1"].map { Array($0.utf8) }
  #expect(kernelReading(kernel, texts, padding: 20) == [5, nil, nil, nil, nil, nil, 1])
}

@Test func kernelExistsOnlyWhereItCanAgree() throws {
  func exists(_ options: NumeralReader.Options, _ notation: Notation, _ scale: Int) -> Bool {
    NumeralKernel(notation: notation, scale: scale, agreeingWith: NumeralReader(options)) != nil
  }
  let pattern = try NumberPattern(#"B \((.*)\)"#)
  #expect(exists(.init(convention: .indonesian), Notation(), 2))
  #expect(!exists(.init(), Notation(), 2))
  #expect(!exists(.init(convention: .english), Notation(), 2))
  #expect(!exists(.init(convention: .indonesian, wholeOnly: true), Notation(), 2))
  #expect(!exists(.init(convention: .indonesian), Notation(suffix: "%"), 2))
  #expect(exists(.init(convention: .indonesian, affixes: ["%"]), Notation(suffix: "%"), 2))
  #expect(!exists(.init(convention: .indonesian, numberPattern: pattern), Notation(), 0))
  let bracketed = Notation(prefix: "B (", suffix: ")")
  #expect(exists(.init(convention: .indonesian, numberPattern: pattern), bracketed, 0))
}
