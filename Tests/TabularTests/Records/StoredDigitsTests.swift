import Testing

@testable import Tabular

@Suite("The digits stored of cells that show others")
struct StoredDigitsTests {
  @Test("They are kept as a dictionary keeps them, whatever the order")
  func agreesWithDictionary() {
    let seed = UInt64.random(in: 0 ... .max)
    var state = seed
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var digits = StoredDigits()
    var plain: [UInt32: String] = [:]
    for _ in 0..<2_000 {
      let cell = UInt32(random(100))
      let text = random(3) == 0 ? nil : "\(random(10_000)),5"
      digits[cell] = text
      plain[cell] = text
      #expect(digits[cell] == plain[cell], "seed \(seed)")
      #expect(digits.isEmpty == plain.isEmpty, "seed \(seed)")
    }
    #expect((0..<101).allSatisfy { digits[$0] == plain[$0] }, "seed \(seed)")
    let told = digits.map { "\($0.cell) \($0.digits)" }
    #expect(told == plain.keys.sorted().map { "\($0) \(plain[$0] ?? "")" }, "seed \(seed)")
  }

  @Test("They are equal where their cells are, however they came there")
  func equality() {
    var digits: StoredDigits = [7: "1,25", 3: "0,5"]
    digits[3] = "0,75"
    #expect(digits == [3: "0,75", 7: "1,25"])
    #expect(digits != [3: "0,5", 7: "1,25"])
    #expect(digits != [3: "0,75"])
  }
}
