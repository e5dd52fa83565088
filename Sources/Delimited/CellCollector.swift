import Glibc

/// The cells of one irregular record, whose text is copied behind the text of its block.
struct CellCollector {
  /// Where the text of the block begins; cells are offsets from here.
  var base: UnsafeMutablePointer<UInt8>?
  /// The offset behind the last byte that was copied.
  var end = 0
  /// Where each cell begins.
  private(set) var starts: [UInt32] = []
  /// Where each cell ends.
  private(set) var ends: [UInt32] = []
  /// True when the record's end was met.
  var isComplete = false
  private var recordStart = 0

  /// The number of cells.
  var count: Int { starts.count }

  /// Forgets the cells of the last record, whose text stays.
  mutating func startRecord() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isComplete = false
    recordStart = end
  }

  /// Forgets the cells of this record, and their text.
  mutating func restartRecord() {
    end = recordStart
    startRecord()
  }

  /// Adds a cell with a copy of `text`.
  mutating func append(_ text: UnsafeRawBufferPointer) {
    starts.append(UInt32(truncatingIfNeeded: end))
    if let source = text.baseAddress, let base, !text.isEmpty {
      memcpy(base + end, source, text.count)
      end += text.count
    }
    ends.append(UInt32(truncatingIfNeeded: end))
  }

  /// Cuts cell `index` to `size` bytes, not in the middle of a character.
  mutating func cut(_ index: Int, to size: Int) {
    guard let base else { return }
    var end = Int(starts[index]) + size
    while end > Int(starts[index]), base[end] & 0xC0 == 0x80 { end -= 1 }
    ends[index] = UInt32(end)
  }

  /// The text of cell `index`; valid until the block moves.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: base.map { $0 + Int(starts[index]) }, count: Int(ends[index] - starts[index]))
  }
}
