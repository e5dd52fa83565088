/// Eight bytes of a cell at once: the last ones of a part of it, checked and converted together.
///
/// A part is held against a template of digits (`0`) and literal bytes; the bytes before the part
/// are masked out. Words are little-endian: the last byte of the text is the highest.
struct DigitWord: Sendable {
  private let template: UInt64
  /// What lifts a byte beyond 127 where it is wrong.
  ///
  /// 0x76 for digits above 9, 0x7F for literals that differ at all. A carry into the next byte needs
  /// a byte beyond 127, which is wrong anyway.
  private let lift: UInt64

  /// A template of at most eight characters; nil stands for a digit.
  init(_ pattern: [UInt8?]) {
    precondition(pattern.count <= 8, "a word has eight bytes")
    var template: UInt64 = 0
    var lift: UInt64 = 0
    let padded = [UInt8?](repeating: nil, count: 8 - pattern.count) + pattern
    for character in padded.reversed() {
      template = template << 8 | UInt64(character ?? UInt8(ascii: "0"))
      lift = lift << 8 | (character == nil ? 0x76 : 0x7F)
    }
    self.template = template
    self.lift = lift
  }

  /// Keeps the last `count` bytes of a word, 1 to 8.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 { ~0 &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) }

  /// The bytes that end at `end`, digits as 0 to 9 and literals as 0, where `mask` keeps them.
  @inline(__always)
  func load(_ bytes: UnsafePointer<UInt8>, before end: Int, mask: UInt64) -> UInt64 {
    let raw = UnsafeRawPointer(bytes + (end &- 8)).loadUnaligned(as: UInt64.self)
    return (UInt64(littleEndian: raw) ^ template) & mask
  }

  /// Not zero where a loaded word does not fit the template.
  @inline(__always)
  func misfit(_ word: UInt64) -> UInt64 { (word | (word &+ lift)) & 0x8080_8080_8080_8080 }

  /// The number of eight digits.
  @inline(__always)
  static func eightDigits(_ word: UInt64) -> UInt64 {
    let pairs = word &* 10 &+ (word >> 8)
    let high = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let low = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (high &+ low) >> 32
  }

  /// The number of two groups of three digits, each after a literal: `.ddd.ddd`.
  @inline(__always)
  static func twoGroups(_ word: UInt64) -> UInt64 {
    let pairs = ((word &* 10 &+ (word >> 8)) >> 8) & 0x0000_00FF_0000_00FF
    let groups = pairs &* 10 &+ ((word >> 24) & 0x0000_00FF_0000_00FF)
    return (groups & 0xFFFF_FFFF) &* 1000 &+ (groups >> 32)
  }
}
