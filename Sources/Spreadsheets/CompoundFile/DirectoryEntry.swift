/// A name in a compound file, with where its bytes begin.
struct DirectoryEntry {
  /// What a name stands for.
  enum Kind: UInt8 {
    /// Other names, as a folder.
    case storage = 1
    /// Bytes.
    case stream = 2
    /// The names of the first level, and the bytes of all small streams.
    case root = 5
  }

  /// Where there is no other entry.
  static let none: UInt32 = 0xFFFF_FFFF
  /// The length of an entry in bytes.
  static let length = 128

  /// The name.
  var name: String
  /// What it stands for.
  var kind: Kind
  /// The entry before it in the tree of names of its level.
  var left: UInt32
  /// The entry behind it in the tree of names of its level.
  var right: UInt32
  /// The root of the tree of names below it.
  var child: UInt32
  /// The first sector.
  var start: UInt32
  /// The number of bytes it claims.
  var size: UInt64

  /// Reads an entry of the directory; nil where none is in use there.
  ///
  /// In files of version 3 the upper half of the size has no meaning and may hold anything.
  init?(_ bytes: ArraySlice<UInt8>, hasWideSizes: Bool) {
    guard let kind = bytes.uint8(at: 66).flatMap(Kind.init), let nameLength = bytes.uint16(at: 64),
      let left = bytes.uint32(at: 68), let right = bytes.uint32(at: 72),
      let child = bytes.uint32(at: 76), let start = bytes.uint32(at: 116),
      let size = bytes.uint64(at: 120)
    else { return nil }
    let units = (0..<min(32, Int(nameLength) / 2)).compactMap { bytes.uint16(at: $0 * 2) }
    name = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    self.kind = kind
    self.left = left
    self.right = right
    self.child = child
    self.start = start
    self.size = hasWideSizes ? size : size & 0xFFFF_FFFF
  }
}
