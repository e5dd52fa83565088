/// Digits read strictly by one convention.
struct StrictDigits {
  /// All digits as one number, without sign.
  var magnitude: UInt128 = 0
  /// The digits after the decimal mark.
  var scale = 0
  /// The digits before the decimal mark.
  var wholeDigits = 0
  /// Whether groups were marked.
  var isGrouped = false
  /// Whether a blank was the group mark.
  var isGroupedByBlanks = false
  /// Whether `^` stood for a comma.
  var hasCaret = false
  /// Whether the whole part begins with a zero that does not count.
  var hasLeadingZeros = false

  /// Why digits can't be read by a convention.
  enum Failure: Error {
    /// Not well-formed.
    case malformed
    /// Well-formed, but of more than 38 digits.
    case overflow
  }
}

extension StrictDigits {
  /// Reads `place` by `convention`.
  ///
  /// `D+` or groups of exactly three, the first of one to three that do not begin with zero; then,
  /// optionally, the decimal mark and at least one digit. Zeros before the first digit that counts
  /// are allowed only where there is no mark at all.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, by convention: Notation.Convention
  ) -> Result<StrictDigits, Failure> {
    var scan = DigitScan(bytes, place, convention)
    guard scan.run() else { return .failure(.malformed) }
    return scan.hasOverflown ? .failure(.overflow) : .success(scan.digits)
  }
}

/// The state of one strict reading.
private struct DigitScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  let convention: Notation.Convention
  var at: Int
  var digits = StrictDigits()
  var significant = 0
  var hasOverflown = false
  var runLength = 0
  var inDecimals = false
  var startsWithZero = false
  var narrow: UInt64 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ convention: Notation.Convention)
  {
    self.bytes = bytes
    end = place.upperBound
    at = place.lowerBound
    self.convention = convention
    startsWithZero = !place.isEmpty && bytes[at] == UInt8(ascii: "0")
  }

  mutating func run() -> Bool {
    while at < end {
      let byte = bytes[at]
      if byte &- 0x30 < 10 {
        take(byte &- 0x30)
        at += 1
      } else {
        guard takeMark(byte) else { return false }
      }
    }
    guard runLength > 0, inDecimals || closeGroup() else { return false }
    if significant <= 18 { digits.magnitude = UInt128(narrow) }
    digits.hasLeadingZeros = startsWithZero && digits.wholeDigits > 1
    return !digits.hasLeadingZeros || (!digits.isGrouped && !inDecimals)
  }

  private mutating func take(_ digit: UInt8) {
    runLength += 1
    if inDecimals { digits.scale += 1 } else { digits.wholeDigits += 1 }
    if significant > 0 || digit > 0 { significant += 1 }
    if significant <= 18 {
      narrow = narrow &* 10 &+ UInt64(digit)
    } else if significant <= ExactDecimal.maximumScale {
      if significant == 19 { digits.magnitude = UInt128(narrow) }
      digits.magnitude = digits.magnitude * 10 + UInt128(digit)
    } else {
      hasOverflown = true
    }
    if digits.scale > ExactDecimal.maximumScale { hasOverflown = true }
  }

  private mutating func takeMark(_ byte: UInt8) -> Bool {
    guard !inDecimals, runLength > 0 else { return false }
    var mark = byte
    if byte == UInt8(ascii: "^") {
      mark = UInt8(ascii: ",")
      digits.hasCaret = true
    }
    if mark == convention.decimalSign {
      guard closeGroup() else { return false }
      inDecimals = true
      runLength = 0
      at += 1
      return true
    }
    let blank = mark == convention.groupSign ? 0 : Blanks.length(bytes, at, before: end)
    guard mark == convention.groupSign || blank > 0 else { return false }
    guard digits.isGrouped ? closeGroup() : runLength <= 3 else { return false }
    guard !digits.isGrouped || digits.isGroupedByBlanks == (blank > 0) else { return false }
    digits.isGrouped = true
    digits.isGroupedByBlanks = blank > 0
    runLength = 0
    at += max(blank, 1)
    return true
  }

  /// False where the group that ends here has not three digits.
  private func closeGroup() -> Bool { !digits.isGrouped || runLength == 3 }
}

extension Notation.Convention {
  /// The sign between groups.
  var groupSign: UInt8 { self == .indonesian ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  /// The sign before decimals.
  var decimalSign: UInt8 { self == .indonesian ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  /// The other convention.
  public var other: Notation.Convention { self == .indonesian ? .english : .indonesian }
}
