import Glibc

/// A generator whose whole sequence follows from one printed number (SplitMix64).
///
/// `SEED=n` in the environment repeats a run; `ROUNDS=n` multiplies the number of cases.
struct Repeatable: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ test: String) {
    seed = Self.number("SEED") ?? UInt64.random(in: 1...UInt64.max)
    state = seed
    print("\(test): SEED=\(seed)")
  }

  static var rounds: Int { Self.number("ROUNDS").map(Int.init) ?? 1 }

  private static func number(_ name: String) -> UInt64? {
    getenv(name).flatMap { UInt64(String(cString: $0)) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of the elements.
  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[
      Int.random(in: elements.indices.lowerBound..<elements.indices.upperBound, using: &self)]
  }

  /// A number of up to `digits` digits, every length as likely, of either sign.
  mutating func integer(digits: Int) -> Int128 {
    var value: Int128 = 0
    for _ in 0..<Int.random(in: 0...digits, using: &self) {
      value = value * 10 + Int128(Int.random(in: 0...9, using: &self))
    }
    return Bool.random(using: &self) ? value : -value
  }
}
