/// Collects the bytes of one batch; every array begins at a multiple of eight.
struct SegmentWriter: ~Copyable {
  private var bytes: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init() { bytes = .allocate(byteCount: 1 << 20, alignment: 16) }

  deinit { bytes.deallocate() }

  /// What was written.
  var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[..<count]) }

  /// Forgets what was written and keeps the memory.
  mutating func clear() { count = 0 }

  /// Writes one integer.
  mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    reserve(MemoryLayout<Value>.size)
    bytes.storeBytes(of: value, toByteOffset: count, as: Value.self)
    count += MemoryLayout<Value>.size
  }

  /// Makes room for `count` values and lets `fill` write them.
  @inline(__always)
  mutating func append<Value: BitwiseCopyable>(
    count values: Int, of _: Value.Type, fill: (UnsafeMutablePointer<Value>) -> Void
  ) {
    align()
    let size = values * MemoryLayout<Value>.stride
    reserve(size)
    guard values > 0, let start = bytes.baseAddress else { return }
    fill((start + count).bindMemory(to: Value.self, capacity: values))
    count += size
  }

  /// Writes an array with its length before it.
  mutating func append<Value: BitwiseCopyable>(array: [Value]) {
    append(UInt32(array.count))
    append(count: array.count, of: Value.self) { target in
      array.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { target.update(from: start, count: source.count) }
      }
    }
  }

  /// Moves to the next multiple of eight.
  mutating func align() {
    let aligned = (count + 7) & ~7
    reserve(aligned - count)
    for index in count..<aligned { bytes[index] = 0 }
    count = aligned
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > bytes.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count * 2, count + more), alignment: 16)
    larger.copyMemory(from: written)
    bytes.deallocate()
    bytes = larger
  }
}

/// Reads what a `SegmentWriter` wrote, in the same order.
struct SegmentReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads `bytes`, which must begin at a multiple of eight of what the writer counted.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next integer.
  mutating func next<Value: BitwiseCopyable>(_: Value.Type) -> Value {
    defer { position += MemoryLayout<Value>.size }
    return bytes.loadUnaligned(fromByteOffset: position, as: Value.self)
  }

  /// The next `count` values in place.
  @inline(__always)
  mutating func next<Value: BitwiseCopyable>(
    count: Int, of _: Value.Type
  ) -> UnsafeBufferPointer<Value> {
    position = (position + 7) & ~7
    let size = count * MemoryLayout<Value>.stride
    defer { position += size }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + size])
      .bindMemory(to: Value.self)
  }

  /// The next array with its length before it.
  mutating func array<Value: BitwiseCopyable>(of _: Value.Type) -> [Value] {
    let count = Int(next(UInt32.self))
    return Array(next(count: count, of: Value.self))
  }
}
