/// Numbers for pairs of numbers: given in the order in which the pairs first come, or chosen by
/// the caller.
///
/// While the pairs are dense it is a plain matrix, which neither hashes nor misses the cache much;
/// when they turn out sparse it becomes an open-addressing table. Either way it is exact.
struct PairIndex {
  /// What a pair without a number has.
  static let none = UInt32.max

  private(set) var count = 0
  /// The matrix, in pages of equal size so that it grows without being copied.
  private var pages: [[UInt32]] = []
  /// The columns of a row.
  private var width = 4
  private var keys: [UInt64] = []
  private var values: [UInt32] = []
  private var isDense = true

  private static let pageShift = 16
  private static let pageMask = 1 << pageShift - 1
  /// The cells a matrix may always have, and how many for each pair it holds.
  private static let freeCells = 1 << 20
  private static let cellsPerPair = 8

  private var cellCount: Int { pages.count << Self.pageShift }

  /// The number of the pair, or `none`.
  func find(_ first: UInt32, _ second: UInt32) -> UInt32 {
    if isDense {
      let cell = Int(first) * width + Int(second)
      guard second < width, cell < cellCount else { return Self.none }
      return pages[cell >> Self.pageShift][cell & Self.pageMask] &- 1
    }
    let slot = slot(of: UInt64(first) << 32 | UInt64(second))
    return values[slot] &- 1
  }

  /// The number of the pair, which becomes `value` where the pair is new.
  @inline(__always)
  mutating func insert(_ first: UInt32, _ second: UInt32, value: UInt32) -> UInt32 {
    if isDense {
      let cell = Int(first) * width + Int(second)
      if second < width, cell < cellCount {
        let (page, place) = (cell >> Self.pageShift, cell & Self.pageMask)
        let stored = pages[page][place]
        if stored != 0 { return stored &- 1 }
        pages[page][place] = value &+ 1
        count += 1
        return value
      }
      makeRoom(first, second)
      return insert(first, second, value: value)
    }
    return insertSparse(UInt64(first) << 32 | UInt64(second), value: value)
  }

  /// The number of the pair, which becomes the next one where the pair is new.
  @inline(__always)
  mutating func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    insert(first, second, value: UInt32(count))
  }

  @inline(never)
  private mutating func makeRoom(_ first: UInt32, _ second: UInt32) {
    // A little more than asked for: wide enough for the columns to come, in steps of four.
    let columns = second < width ? width : (Int(second) + Int(second) / 8 + 4) & ~3
    let rows = max(Int(first) + 1, cellCount / width)
    let cells = rows * columns
    let limit = max(Self.freeCells, (count + 1) * Self.cellsPerPair)
    guard cells <= limit else { return becomeSparse() }
    if columns != width { widen(to: columns) }
    addPages(toHold: cells)
  }

  private mutating func addPages(toHold cells: Int) {
    while cellCount < cells { pages.append([UInt32](repeating: 0, count: 1 << Self.pageShift)) }
  }

  private mutating func widen(to columns: Int) {
    let old = self
    pages = []
    width = columns
    old.forEach { first, second, stored in
      let cell = Int(first) * columns + Int(second)
      addPages(toHold: cell + 1)
      pages[cell >> Self.pageShift][cell & Self.pageMask] = stored
    }
  }

  /// Calls `body` with every pair of a matrix and what is stored for it.
  private func forEach(_ body: (UInt32, UInt32, UInt32) -> Void) {
    for (number, page) in pages.enumerated() {
      for place in page.indices where page[place] != 0 {
        let cell = number << Self.pageShift + place
        body(UInt32(cell / width), UInt32(cell % width), page[place])
      }
    }
  }

  // MARK: sparse

  private mutating func becomeSparse() {
    let old = self
    var capacity = 1024
    while capacity * 3 < (count + 1) * 5 { capacity *= 2 }
    isDense = false
    pages = []
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    old.forEach { first, second, stored in
      let key = UInt64(first) << 32 | UInt64(second)
      let slot = slot(of: key)
      (keys[slot], values[slot]) = (key, stored)
    }
  }

  private mutating func insertSparse(_ key: UInt64, value: UInt32) -> UInt32 {
    let slot = slot(of: key)
    if values[slot] != 0 { return values[slot] &- 1 }
    (keys[slot], values[slot]) = (key, value &+ 1)
    count += 1
    if count * 5 > keys.count * 4 { growSparse() }
    return value
  }

  private mutating func growSparse() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [UInt32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldValues[index] != 0 {
      let slot = slot(of: oldKeys[index])
      (keys[slot], values[slot]) = (oldKeys[index], oldValues[index])
    }
  }

  /// Where `key` is or would go; capacities are powers of two.
  private func slot(of key: UInt64) -> Int {
    let mixed = (key ^ (key >> 29)) &* 0x9e37_79b9_7f4a_7c15
    var slot = Int(truncatingIfNeeded: mixed >> 20) & (keys.count - 1)
    while values[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
