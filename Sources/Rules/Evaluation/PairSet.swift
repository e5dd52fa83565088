/// A set of pairs of numbers, a bit a pair while they are dense.
struct PairSet {
  private var words: [UInt64] = []
  /// The words of a row.
  private var width = 1
  private var rows = 0
  private(set) var count = 0
  /// Where the pairs stand once they have turned out sparse.
  private var sparse: PairIndex?

  /// The bits a matrix may always have, and how many for each pair it holds.
  private static let freeBits = 1 << 24
  private static let bitsPerPair = 256

  /// True where the set holds the pair.
  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    if let sparse { return sparse.find(first, second) != PairIndex.none }
    let word = Int(second) >> 6
    guard Int(first) < rows, word < width else { return false }
    return words[Int(first) * width + word] & (UInt64(1) << UInt64(second & 63)) != 0
  }

  /// Adds the pair; false where the set held it already.
  @inline(__always)
  mutating func insert(_ first: UInt32, _ second: UInt32) -> Bool {
    if sparse == nil, Int(first) < rows, Int(second) >> 6 < width {
      let place = Int(first) * width + Int(second) >> 6
      let bit = UInt64(1) << UInt64(second & 63)
      if words[place] & bit != 0 { return false }
      words[place] |= bit
      count += 1
      return true
    }
    return insertSlowly(first, second)
  }

  @inline(never)
  private mutating func insertSlowly(_ first: UInt32, _ second: UInt32) -> Bool {
    if sparse == nil { makeRoom(first, second) }
    guard var pairs = sparse else { return insert(first, second) }
    sparse = nil
    let isNew = pairs.number(first, second) == UInt32(count)
    sparse = pairs
    if isNew { count += 1 }
    return isNew
  }

  private mutating func makeRoom(_ first: UInt32, _ second: UInt32) {
    var newWidth = width
    while Int(second) >> 6 >= newWidth { newWidth *= 2 }
    let newRows = Int(first) < rows ? rows : max(Int(first) + 1, rows + rows / 8)
    guard newRows * newWidth * 64 <= max(Self.freeBits, (count + 1) * Self.bitsPerPair) else {
      return becomeSparse()
    }
    if newWidth == width {
      words.reserveCapacity(newRows * width)
      words.append(contentsOf: repeatElement(0, count: (newRows - rows) * width))
    } else {
      var wider = [UInt64](repeating: 0, count: newRows * newWidth)
      for row in 0..<rows {
        for word in 0..<width { wider[row * newWidth + word] = words[row * width + word] }
      }
      words = wider
    }
    (rows, width) = (newRows, newWidth)
  }

  private mutating func becomeSparse() {
    var pairs = PairIndex()
    for place in words.indices where words[place] != 0 {
      for bit in 0..<64 where words[place] & (UInt64(1) << UInt64(bit)) != 0 {
        _ = pairs.number(UInt32(place / width), UInt32(place % width * 64 + bit))
      }
    }
    words = []
    sparse = pairs
  }
}
