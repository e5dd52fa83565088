import Numerals
import Tabular
import Testing

@testable import Rules

/// The fast ways against the slow, obvious one: passing over records that surely hold must not
/// change any outcome or finding.
@Suite("Screening")
struct ScreeningTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  private static let rules = [
    "a + b = c", "a + b == c", "p = a / c", "p + q = 100%", "p = a / total(a) by k",
    "total(a, b) = sum(a, b) by k", "a = sum(b where t != \"Jumlah\") by k", "d + e = f",
    "a >= 0 and c < 500", "not (k = \"x\" and a > 20)", "k != t", "a between 2 and 90",
    "f / 2 = d", "-a + c = b", "3 * a = c", "k in (\"x\", \"y\")", "a is present or b is missing",
  ]

  private static func table(_ generator: inout Generator) -> TableLiteral {
    var lines = [
      "k:code | t | a:count | b:amount | c:count | p:percent | q:percent | d:decimal | e:decimal | f:decimal"
    ]
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let a = Int.random(in: 0...99, using: &generator)
      let b = Int.random(in: 0...99, using: &generator)
      let c = Bool.random(using: &generator) ? a + b : Int.random(in: 0...199, using: &generator)
      let share = c == 0 ? 0 : (a * 20_000 / c + 1) / 2
      let slip = Int.random(in: -1...1, using: &generator)
      let p = max(0, share + slip)
      func decimal(_ hundredths: Int) -> String {
        "\(hundredths / 100),\(hundredths % 100 / 10)\(hundredths % 10)"
      }
      var cells = [
        ["x", "y", "z"].randomElement(using: &generator) ?? "x",
        ["0-4", "5-9", "Jumlah", "x"].randomElement(using: &generator) ?? "x",
        "\(a)", "\(b)", "\(c)", decimal(p), decimal(max(0, 10_000 - share)),
        "\(a),\(b % 10)", "\(b)", "\(a + b),\(c % 10)",
      ]
      if Int.random(in: 0...5, using: &generator) == 0 {
        cells[Int.random(in: 0..<cells.count, using: &generator)] = ""
      }
      lines.append(cells.joined(separator: " | "))
    }
    return TableLiteral("t", lines.joined(separator: "\n"))
  }

  @Test("Screened and unscreened runs agree")
  func agree() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("SEED \(seed)")
    var generator = Generator(state: seed)
    for _ in 0..<60 {
      var bench = RuleBench(Self.table(&generator))
      bench.totals["t"] = "t = \"Jumlah\""
      let book = bench.book(
        Self.rules.enumerated().map { RuleDefinition(id: "\($0)", table: "t", text: $1) })
      #expect(book.problems == [])
      func run(_ screening: BatchPass.Screening) throws -> RuleRun {
        let evaluation = RuleEvaluation(book: book, pipeline: "uji", screening: screening)
        try bench.literals[0].table.batches.forEach { evaluation.observe($0, of: "t") }
        return try evaluation.conclude(tables: ["t": bench.literals[0].table])
      }
      let (fast, slow) = (try run(.on), try run(.off))
      #expect(fast.outcomes == slow.outcomes)
      #expect(fast.findings == slow.findings)
      #expect(fast.flaggedRecords == slow.flaggedRecords)
    }
  }
}
