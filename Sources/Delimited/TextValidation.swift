/// Validates UTF-8 by the block.
enum TextValidation {
  /// The bytes that are looked at together: ASCII is passed over, the rest is validated.
  private static let stride = 512

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
    var result = Result(count: 0, isASCII: true, isInvalid: false)
    while result.count < bytes.count {
      let end = min(result.count + stride, bytes.count)
      let piece = UnsafeBufferPointer(rebasing: bytes[result.count..<end])
      if isASCII(piece) {
        result.count = end
        continue
      }
      let valid = validCount(piece)
      result.isASCII =
        result.isASCII && isASCII(UnsafeBufferPointer(rebasing: piece[..<valid]))
      result.count += valid
      guard valid < piece.count else { continue }
      switch UTF8Scalar.length(bytes, at: result.count) {
      case .valid: continue
      case .incomplete where !isLast: return result
      case .incomplete, .invalid:
        result.isInvalid = true
        return result
      }
    }
    return result
  }

  /// The number of bytes of whole characters at the start of `bytes`.
  private static func validCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return bytes.count
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  @inline(__always)
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
    var lanes = SIMD8<UInt64>.zero
    var index = 0
    while index + 64 <= bytes.count {
      lanes |= base.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
      index += 64
    }
    var rest: UInt8 = 0
    while index < bytes.count {
      rest |= bytes[index]
      index += 1
    }
    return rest < 0x80 && lanes & SIMD8(repeating: 0x8080_8080_8080_8080) == .zero
  }
}
