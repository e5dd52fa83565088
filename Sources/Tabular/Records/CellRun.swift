/// The cells of one column in neighbouring rows, as places in one text.
struct CellRun {
  /// The text that the cells point into.
  let bytes: UnsafePointer<UInt8>
  /// Where the first cell begins; the next cell's is `stride` entries on.
  let starts: UnsafePointer<UInt32>
  /// Where the first cell ends, in the same way.
  let ends: UnsafePointer<UInt32>
  /// The number of entries from one cell to the next.
  let stride: Int
  /// The number of cells.
  let count: Int
  /// What the first cell is in its workbook, the others in the same way; nil where all cells of
  /// the block are texts.
  var marks: UnsafePointer<CellMarks>?
  /// The number of the first cell in its block, where cells lie at equal distances.
  var firstNumber = 0
  /// The number of each cell in its block, where they don't.
  var numbers: UnsafePointer<UInt32>?

  /// The bytes of a cell.
  @inline(__always)
  subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(starts[row &* stride])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[row &* stride]) &- start)
  }
}

extension CellRun {
  /// What a cell is in its workbook.
  @inline(__always)
  func marks(_ row: Int) -> CellMarks { marks.map { $0[row &* stride] } ?? [] }

  /// The number of a cell in its block.
  func number(_ row: Int) -> UInt32 {
    numbers.map { $0[row] } ?? UInt32(truncatingIfNeeded: firstNumber &+ row &* stride)
  }

  /// All marks that some cell has.
  var allMarks: CellMarks {
    guard let marks else { return [] }
    var all: UInt8 = 0
    for row in 0..<count { all |= marks[row &* stride].rawValue }
    return CellMarks(rawValue: all)
  }
}

/// Comparing and hashing short texts, eight bytes at a time.
enum ShortText {
  /// True where `count` bytes at both places are equal.
  @inline(__always)
  static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int)
    -> Bool
  {
    let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
    if count >= 8 {
      var at = 0
      while at &+ 8 <= count {
        if word(left + at) != word(right + at) { return false }
        at &+= 8
      }
      return word(left + (count &- 8)) == word(right + (count &- 8))
    }
    return tail(left, count) == tail(right, count)
  }

  /// A number that is spread well over its lower and upper bits; only spread matters, not strength.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let text = UnsafeRawPointer(text)
    let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
    var hash = UInt64(truncatingIfNeeded: count) &* factor
    if count >= 8 {
      var at = 0
      while at &+ 8 < count {
        hash = mix(hash, word(text + at))
        at &+= 8
      }
      hash = mix(hash, word(text + (count &- 8)))
    } else {
      hash = mix(hash, tail(text, count))
    }
    return hash ^ (hash >> 29)
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer) -> UInt64 {
    bytes.loadUnaligned(as: UInt64.self)
  }

  /// Up to seven bytes as one number; equal for equal texts of equal length.
  @inline(__always)
  private static func tail(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt64(bytes.loadUnaligned(as: UInt32.self))
      let high = UInt64((bytes + (count &- 4)).loadUnaligned(as: UInt32.self))
      return low | high << 32
    }
    guard count > 0 else { return 0 }
    let first = UInt64(bytes.load(as: UInt8.self))
    let middle = UInt64((bytes + count / 2).load(as: UInt8.self))
    let last = UInt64((bytes + (count &- 1)).load(as: UInt8.self))
    return first | middle << 8 | last << 16
  }
}
