/// Numbers for pairs of numbers: given in the order in which the pairs first come, or chosen by
/// the caller.
///
/// While the pairs are dense it is a plain matrix, which neither hashes nor misses the cache much;
/// when they turn out sparse it becomes an open-addressing table. Either way it is exact.
struct PairIndex {
  /// What a pair without a number has.
  static let none = UInt32.max

  private(set) var count = 0
  private var matrix: [UInt32] = []
  private var shift = 3
  private var keys: [UInt64] = []
  private var values: [UInt32] = []
  private var isDense = true

  /// The cells a matrix may always have, and how many for each pair it holds.
  private static let freeCells = 1 << 20
  private static let cellsPerPair = 8

  /// The number of the pair, or `none`.
  func find(_ first: UInt32, _ second: UInt32) -> UInt32 {
    if isDense {
      let cell = Int(first) << shift + Int(second)
      guard second < 1 << UInt32(shift), cell < matrix.count else { return Self.none }
      return matrix[cell] &- 1
    }
    let slot = slot(of: UInt64(first) << 32 | UInt64(second))
    return values[slot] &- 1
  }

  /// The number of the pair, which becomes `value` where the pair is new.
  @inline(__always)
  mutating func insert(_ first: UInt32, _ second: UInt32, value: UInt32) -> UInt32 {
    if isDense {
      let cell = Int(first) << shift + Int(second)
      if second < 1 << UInt32(shift), cell < matrix.count {
        let stored = matrix[cell]
        if stored != 0 { return stored &- 1 }
        matrix[cell] = value &+ 1
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
    var newShift = shift
    while second >= 1 << UInt32(newShift), newShift < 31 { newShift += 1 }
    let rows = max(Int(first) + 1, matrix.count >> shift)
    let cells = rows << newShift
    let limit = max(Self.freeCells, (count + 1) * Self.cellsPerPair)
    guard cells <= limit else { return becomeSparse() }
    if newShift != shift { widen(to: newShift) }
    let wanted = max(cells, min(matrix.count + matrix.count / 4, limit))
    matrix.reserveCapacity(wanted)
    matrix.append(contentsOf: repeatElement(0, count: max(0, wanted - matrix.count)))
  }

  private mutating func widen(to newShift: Int) {
    let rows = (matrix.count + (1 << shift) - 1) >> shift
    var wider = [UInt32](repeating: 0, count: rows << newShift)
    for cell in matrix.indices where matrix[cell] != 0 {
      let (row, column) = (cell >> shift, cell & ((1 << shift) - 1))
      wider[row << newShift + column] = matrix[cell]
    }
    matrix = wider
    shift = newShift
  }

  // MARK: sparse

  private mutating func becomeSparse() {
    let old = matrix
    var capacity = 1024
    while capacity * 3 < (count + 1) * 5 { capacity *= 2 }
    isDense = false
    matrix = []
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    for cell in old.indices where old[cell] != 0 {
      let key = UInt64(cell >> shift) << 32 | UInt64(cell & ((1 << shift) - 1))
      let slot = slot(of: key)
      (keys[slot], values[slot]) = (key, old[cell])
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
