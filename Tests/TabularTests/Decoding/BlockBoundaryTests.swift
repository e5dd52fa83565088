import Numerals
import Tabular
import Testing

@Suite("Block boundaries")
struct BlockBoundaryTests {
  static let fields = [
    field("kode", .code), field("nama", .text) { $0.missingValues = ["-"] },
    field("jumlah", .count), field("nilai", .decimal),
    field("tanggal", .date),
  ]

  private func randomText(_ generator: inout Generator) -> String {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    var text = "kode;nama;jumlah;nilai;tanggal\n"
    for _ in 0..<Int.random(in: 1...120, using: &generator) {
      if generator.once(in: 12) {
        text += pick(["\n", ";;;;\n", "Sumber: BPS\n", "1;2;3;4;5;6\n", ";JUMLAH;1;2;\n"])
        continue
      }
      var cells = [
        pick(["01", "02", "33.04", "33.04.2001", " 01"]),
        pick(["A", "Banjarnegara", "-", " B", "", "C\u{A0}"]),
        pick(["1", "1.234", "56", "3637", "", "12..3", "-4", "1.000.000"]),
        pick(["1,25", "0,5", "7", "1.234,5", "x", "10000000000000000000,5"]),
        pick(["2023-01-31", "31/12/2023", "1/2/2023", "kemarin", ""]),
      ]
      if generator.once(in: 15) { cells.removeLast(2) }
      text += cells.joined(separator: ";") + "\n"
    }
    return text
  }

  /// Tells the first difference only; whole tables would drown it.
  private func expectSame<Item: Equatable>(_ left: [Item], _ right: [Item], _ story: String) {
    #expect(left.count == right.count, "\(story)")
    guard let place = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return
    }
    #expect(left[place] == right[place], "\(story), place \(place)")
  }

  @Test("do not matter", arguments: 1...40 as ClosedRange<UInt64>)
  func boundaries(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let text = randomText(&generator)
    let whole = try Reading(text, Self.fields, key: ["kode"])
    for size in [1, 2, 7] {
      let parts = try Reading(text, Self.fields, key: ["kode"], blockRows: size)
      expectSame(parts.values, whole.values, "values, seed \(seed), blocks of \(size)")
      expectSame(parts.raws, whole.raws, "raws, seed \(seed), blocks of \(size)")
      let isSame = parts.source.summary == whole.source.summary
      #expect(isSame, "summary, seed \(seed), blocks of \(size)")
      expectSame(
        parts.source.findings.map(\.told), whole.source.findings.map(\.told),
        "findings, seed \(seed), blocks of \(size)")
    }
  }

  @Test("Numbers are those of the slow reader", arguments: 1...30 as ClosedRange<UInt64>)
  func slowReader(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let reading = try Reading(randomText(&generator), Self.fields)
    let options = [2: true, 3: false]
    for (column, wholeOnly) in options {
      let reader = NumeralReader(.init(convention: .indonesian, wholeOnly: wholeOnly))
      for (record, raws) in reading.raws.enumerated() {
        let expected =
          if case .value(let value, _) = reader.read(raws[column]) { value.description } else {
            "·"
          }
        #expect(reading.values[record][column] == expected, "seed \(seed): \(raws[column])")
      }
    }
  }

  @Test("Records of several batches are numbered through")
  func batches() throws {
    let count = Batch.capacity + 10
    let text = "kode;n\n" + (1...count).map { "K\($0 % 7);\($0)\n" }.joined()
    let reading = try Reading(
      text, [field("kode", .code), field("n", .count)], blockRows: 10_000)
    #expect(reading.table.recordCount == count)
    #expect(reading.table.batches.count == 2)
    let last = try #require(try reading.table.batches.find(record: count))
    #expect(last.row == 9)
    #expect(last.batch.columns[1].numerals?.mantissas[9] == Int64(count))
    #expect(last.batch.lines[9] == UInt32(count + 1))
  }
}

extension Finding {
  /// What a finding says, on one line.
  fileprivate var told: String {
    "\(id) \(rule) \(severity) \(cells[0].location.line ?? 0) \(cells[0].raw) \(record ?? 0)"
  }
}
