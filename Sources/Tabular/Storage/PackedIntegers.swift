/// Integers as the smallest of them and the differences to it, in as few bytes as the largest needs.
///
/// Layout: the smallest (8 bytes), the width of a difference in bytes (0, 1, 2, 4 or 8, in one
/// byte), the count (4 bytes), the differences.
enum PackedIntegers {
  /// The bytes before the differences.
  static let headerSize = 13

  /// Writes `values`.
  static func write<Value: FixedWidthInteger>(
    _ values: UnsafeBufferPointer<Value>, to writer: inout SegmentWriter
  ) {
    var lowest = values.first ?? 0
    var highest = lowest
    for value in values {
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    let base = Int64(lowest)
    let spread = UInt64(bitPattern: Int64(highest) &- base)
    writer.append(base)
    writer.append(width(of: spread))
    writer.append(UInt32(values.count))
    switch width(of: spread) {
    case 0: break
    case 1: narrow(values, base, UInt8.self, to: &writer)
    case 2: narrow(values, base, UInt16.self, to: &writer)
    case 4: narrow(values, base, UInt32.self, to: &writer)
    default: narrow(values, base, UInt64.self, to: &writer)
    }
  }

  /// Reads values that `write` wrote.
  static func read<Value: FixedWidthInteger>(
    _: Value.Type, from reader: inout SegmentReader
  ) -> [Value] {
    let base = reader.next(Int64.self)
    let width = reader.next(UInt8.self)
    let count = Int(reader.next(UInt32.self))
    switch width {
    case 0: return [Value](repeating: Value(truncatingIfNeeded: base), count: count)
    case 1: return widen(UInt8.self, base, count, from: &reader)
    case 2: return widen(UInt16.self, base, count, from: &reader)
    case 4: return widen(UInt32.self, base, count, from: &reader)
    default: return widen(UInt64.self, base, count, from: &reader)
    }
  }

  private static func width(of spread: UInt64) -> UInt8 {
    switch spread {
    case 0: 0
    case ...0xff: 1
    case ...0xffff: 2
    case ...0xffff_ffff: 4
    default: 8
    }
  }

  @inline(__always)
  private static func narrow<Value: FixedWidthInteger, Narrow: FixedWidthInteger & BitwiseCopyable>(
    _ values: UnsafeBufferPointer<Value>, _ base: Int64, _: Narrow.Type,
    to writer: inout SegmentWriter
  ) {
    guard let source = values.baseAddress else { return }
    let count = values.count
    writer.append(count: count, of: Narrow.self) { target in
      for index in 0..<count {
        target[index] = Narrow(truncatingIfNeeded: Int64(truncatingIfNeeded: source[index]) &- base)
      }
    }
  }

  @inline(__always)
  private static func widen<Value: FixedWidthInteger, Narrow: FixedWidthInteger & BitwiseCopyable>(
    _: Narrow.Type, _ base: Int64, _ count: Int, from reader: inout SegmentReader
  ) -> [Value] {
    let source = reader.next(count: count, of: Narrow.self)
    return [Value](unsafeUninitializedCapacity: count) { target, filled in
      for index in 0..<count {
        target[index] = Value(truncatingIfNeeded: Int64(truncatingIfNeeded: source[index]) &+ base)
      }
      filled = count
    }
  }
}
