import Tabular
import Testing

@testable import Spreadsheets

@Suite("Numbers written fast")
struct DigitPatternTests {
  static let codes = [
    "General", "0", "00", "000000", "#,##0", "#,##0.00", "0.000", "0%", "0.00%", "#,##0,",
    "#,##0.0,,", "#,##0;[Red](#,##0);\"-\"", "_(\"Rp\"* #,##0.00_);_(\"Rp\"* (#,##0.00);_(@_)",
    "[<1000]0;0.0,\"k\"", "#", "#,###", "0.0##", "0.00E+00", "\"Rp\" 000,000.0 \"juta\"",
  ]

  @Test("The fast way writes what the slow way does", arguments: codes)
  func agrees(_ code: String) {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomDigits(seed: seed)
    let style = CellStyle(format: NumberFormat(code: code))
    for _ in 0..<3_000 {
      let raw = Self.number(&random)
      guard let number = SheetNumber(raw) else {
        Issue.record("\(raw) is no number")
        return
      }
      for power in [0, 2, -3] {
        #expect(
          GeneralNumber.stored(number, power: power)
            == GeneralNumber.spelledSlowly(number, power: power), "\(raw), seed \(seed)")
      }
      var block = CellBlock()
      block.add(.init(row: 1, column: 0, text: raw, kind: .number))
      var pen = CellPen(beginsIn1904: false)
      pen.begin(block, styles: [style])
      let shown = pen.show(0, of: block)
      let text = String(decoding: pen.text(of: shown, in: block), as: UTF8.self)
      var slow =
        code == "General"
        ? NumberShowing(general: number)
        : NumberShowing(number, by: FormatCode(code), beginsIn1904: false)
      if slow.text.isEmpty {
        slow.text = GeneralNumber.stored(number)
        slow.stored = nil
      }
      #expect(text == slow.text, "\(raw) as \(code), seed \(seed)")
      let stored = shown.hasStored ? String(decoding: pen.stored, as: UTF8.self) : nil
      #expect(stored == slow.stored, "\(raw) as \(code), seed \(seed)")
    }
  }

  private static let edges = ["0", "0.0", "0.5", "999.5", "999999.995", "0.0005"]

  /// Whole numbers, decimals, binary fractions, small and large ones, and zeros.
  private static func number(_ random: inout RandomDigits) -> String {
    let sign = Int.random(in: 0..<3, using: &random) == 0 ? "-" : ""
    let whole = UInt64.random(
      in: 0..<(1 << UInt64.random(in: 0..<54, using: &random)), using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return sign + String(whole)
    case 1: return sign + "\(Double(whole) / 1_000)"
    case 2: return sign + "\(Double.random(in: 0..<1, using: &random))"
    case 3: return sign + "\(Double(whole) / 3)"
    case 4: return sign + "\(whole)E\(Int.random(in: -25..<12, using: &random))"
    default: return sign + edges[Int.random(in: 0..<6, using: &random)]
    }
  }
}

/// Random numbers that follow from a seed (SplitMix64).
private struct RandomDigits: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
