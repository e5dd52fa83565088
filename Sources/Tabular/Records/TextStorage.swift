import Glibc

/// The memory of a `TextPool`.
///
/// One thread adds texts; others may meanwhile look at those that are there, through `looking`.
struct TextStorage {
  /// Held while texts are added and while another thread looks.
  private let gate: UnsafeMutablePointer<pthread_mutex_t>
  /// All texts, one behind the other.
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 1 << 10
  /// Where each text ends in `bytes`, by code.
  private var ends: UnsafeMutablePointer<Int>
  private var capacity = 64
  /// The text that last came after each text, by code; a guess for what comes next.
  private(set) var followers: UnsafeMutablePointer<UInt32>
  /// An open hash table: the upper half of each slot is that of the hash, the lower the code.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask = 127
  /// The number of texts, the empty one included.
  private(set) var count = 1

  init() {
    gate = .allocate(capacity: 1)
    gate.initialize(to: pthread_mutex_t())
    pthread_mutex_init(gate, nil)
    bytes = .allocate(capacity: byteCapacity)
    ends = .allocate(capacity: capacity)
    ends.initialize(repeating: 0, count: capacity)
    followers = .allocate(capacity: capacity)
    followers.initialize(repeating: 0, count: capacity)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  /// Gives the memory back; nothing else may be called after.
  func deallocate() {
    pthread_mutex_destroy(gate)
    gate.deallocate()
    bytes.deallocate()
    ends.deallocate()
    followers.deallocate()
    slots.deallocate()
  }

  /// Calls `body` while no text is being added.
  @inline(__always)
  func looking<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    return body()
  }

  /// The bytes of the text with the given code, valid until the next text is added.
  @inline(__always)
  func text(of code: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = start(of: code)
    return UnsafeBufferPointer(start: bytes + start, count: ends[Int(code)] &- start)
  }

  @inline(__always)
  private func start(of code: UInt32) -> Int { code == 0 ? 0 : ends[Int(code) &- 1] }

  /// The code of `length` bytes (not 0) at `text`, or nil where no text is written so.
  func code(of text: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
    let found = slots[slot(of: text, length, hash: ShortText.hash(text, length))]
    return found == 0 ? nil : UInt32(truncatingIfNeeded: found)
  }

  /// The code of `length` bytes (not 0) at `text`.
  @inline(__always)
  mutating func intern(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let hash = ShortText.hash(text, length)
    let slot = slot(of: text, length, hash: hash)
    let found = UInt32(truncatingIfNeeded: slots[slot])
    return found != 0 ? found : add(text, length, hash: hash, slot: slot)
  }

  /// The slot that holds the text, or the free one where it belongs.
  @inline(__always)
  private func slot(of text: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32, holds(text, length, slots[slot]) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func holds(_ text: UnsafePointer<UInt8>, _ length: Int, _ slot: UInt64) -> Bool {
    isText(UInt32(truncatingIfNeeded: slot), text, length)
  }

  /// True where the text with the given code is the `length` bytes at `text`.
  @inline(__always)
  func isText(_ code: UInt32, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = start(of: code)
    return ends[Int(code)] &- start == length && ShortText.equal(bytes + start, text, length)
  }

  /// Remembers which text came after which.
  @inline(__always)
  func follow(_ code: UInt32, by next: UInt32) { followers[Int(code)] = next }

  @inline(never)
  private mutating func add(
    _ text: UnsafePointer<UInt8>, _ length: Int, hash: UInt64, slot: Int
  ) -> UInt32 {
    pthread_mutex_lock(gate)
    defer { pthread_mutex_unlock(gate) }
    let code = UInt32(count)
    let start = ends[count - 1]
    if start + length > byteCapacity { growBytes(to: start + length) }
    (bytes + start).update(from: text, count: length)
    if count == capacity { growCodes() }
    ends[count] = start + length
    followers[count] = 0
    slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(code)
    count += 1
    if count * 2 > mask { growSlots() }
    return code
  }

  private mutating func growBytes(to needed: Int) {
    let used = ends[count - 1]
    byteCapacity = max(byteCapacity * 2, needed)
    bytes = Self.moved(bytes, used: used, capacity: byteCapacity)
  }

  private mutating func growCodes() {
    capacity *= 2
    ends = Self.moved(ends, used: count, capacity: capacity)
    followers = Self.moved(followers, used: count, capacity: capacity)
  }

  private static func moved<Value: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Value>, used: Int, capacity: Int
  ) -> UnsafeMutablePointer<Value> {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    larger.update(from: old, count: used)
    old.deallocate()
    return larger
  }

  private mutating func growSlots() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for code in 1..<UInt32(count) {
      let start = start(of: code)
      let hash = ShortText.hash(bytes + start, ends[Int(code)] - start)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(code)
    }
  }
}
