/// A set of record numbers, a bit a record.
public struct RecordSet: Sendable, Hashable {
  private var words: [UInt64] = []
  /// The number of records in the set.
  public private(set) var count = 0

  /// An empty set.
  public init() {}

  /// True where the set has no record.
  public var isEmpty: Bool { count == 0 }

  /// Adds a record (from 1).
  public mutating func insert(_ record: Int) {
    let (word, bit) = (record >> 6, UInt64(1) << UInt64(record & 63))
    while words.count <= word { words.append(0) }
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    count += 1
  }

  /// True where the record (from 1) is in the set.
  public func contains(_ record: Int) -> Bool {
    let word = record >> 6
    return word < words.count && words[word] & (1 << UInt64(record & 63)) != 0
  }

  /// Adds all records of another set.
  public mutating func formUnion(_ other: RecordSet) {
    while words.count < other.words.count { words.append(0) }
    count = 0
    for index in words.indices {
      if index < other.words.count { words[index] |= other.words[index] }
      count += words[index].nonzeroBitCount
    }
  }
}
