/// Validates UTF-8 by the block.
enum TextValidation {
  /// How much of some bytes is text.
  struct Result: Equatable {
    /// The number of bytes of whole characters before anything else.
    var count: Int
    /// True where all of them are ASCII.
    var isASCII: Bool
    /// True where an invalid byte follows; otherwise at most the beginning of a character does.
    var isInvalid: Bool
  }

  /// The longest valid beginning of `bytes`; `isLast` where no more follow.
  static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Result {
    let plain = plainPrefix(bytes)
    guard plain < bytes.count else {
      return Result(count: bytes.count, isASCII: true, isInvalid: false)
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[plain...])
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: rest.span)
      return Result(count: bytes.count, isASCII: false, isInvalid: false)
    } catch {
      let bad = plain + error.byteOffsets.lowerBound
      let isCut = UTF8Scalar.length(bytes, at: bad) == .incomplete && !isLast
      return Result(count: bad, isASCII: bad == plain, isInvalid: !isCut)
    }
  }

  /// The number of bytes before the first 64 that hold one outside ASCII.
  private static func plainPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var index = 0
    while index + 64 <= bytes.count {
      let lanes = base.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
      let high = lanes & SIMD8(repeating: 0x8080_8080_8080_8080)
      if high != .zero { break }
      index += 64
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
