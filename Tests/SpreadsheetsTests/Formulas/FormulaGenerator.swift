import Glibc

/// A repeatable source of random formulas (SplitMix64); `SEED=n` repeats a run.
struct FormulaGenerator: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ test: String) {
    seed = getenv("SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 1...UInt64.max)
    state = seed
    print("\(test): SEED=\(seed)")
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of the elements, of which there is at least one.
  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// The text of a formula as a program would write it.
  mutating func formula(depth: Int) -> String {
    guard depth > 0 else { return operand() }
    return switch Int.random(in: 0..<6, using: &self) {
    case 0: "(\(formula(depth: depth - 1)))"
    case 1, 2:
      formula(depth: depth - 1) + one(of: ["+", "-", "*", "/", "^", "&", "<", ">=", "="])
        + formula(depth: depth - 1)
    case 3:
      "\(one(of: ["SUM", "ROUND", "MAX", "IF"]))(\(formula(depth: depth - 1)),\(operand()))"
    case 4: "-" + operand()
    default: operand() + one(of: ["", "%"])
    }
  }

  private mutating func operand() -> String {
    switch Int.random(in: 0..<7, using: &self) {
    case 0: String(Int.random(in: 0...99_999, using: &self))
    case 1: "\(Int.random(in: 0...9, using: &self)).\(Int.random(in: 1...99, using: &self))"
    case 2: "\(cell()):\(cell())"
    case 3: one(of: ["'Rincian 1'!", "Lembar2!", "'2023'!"]) + cell()
    case 4: one(of: ["\"a\"\"b\"", "TRUE", "#REF!", "C:C", "$3:5"])
    default: cell()
    }
  }

  private mutating func cell() -> String {
    one(of: ["", "$"]) + one(of: ["A", "C", "Z", "AA", "XFD"]) + one(of: ["", "$"])
      + one(of: ["1", "6", "1048576"])
  }
}
