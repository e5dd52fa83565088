import Tabular

/// Where a block begins.
struct BlockPosition {
  /// The first physical line.
  var line: Int
  /// The offset in the text.
  var textOffset: Int
  /// The offset in the file, where it is known.
  var byteOffset: Int?
  /// The encoding of the file.
  var encoding: TextEncoding
  /// The offset in the text from which offsets in the file can't be told any more.
  var repairsStart: Int

  /// The offset in the file of `offset` in the block's text, where it is known.
  func fileOffset(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard textOffset + offset <= repairsStart else { return nil }
    return byteOffset.map { $0 + Self.encodedCount(text[..<min(offset, text.count)], encoding) }
  }

  /// The number of bytes that `text` takes in an encoding.
  private static func encodedCount(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ encoding: TextEncoding
  ) -> Int {
    switch encoding {
    case .utf8: text.count
    case .windows1252: text.count { $0 & 0xC0 != 0x80 }
    case .utf16LittleEndian, .utf16BigEndian:
      2 * (text.count { $0 & 0xC0 != 0x80 } + text.count { $0 >= 0xF0 })
    }
  }
}

/// The remarks of a reading: counted all, kept up to a limit of each sort.
struct RemarkJournal {
  /// The most remarks of a sort that are kept; of lines that end unlike most only the first.
  static func limit(_ kind: Remark.Reason.Kind) -> Int { kind == .otherLineTerminator ? 1 : 1000 }

  /// The number of remarks of each sort.
  private(set) var counts: [Remark.Reason.Kind: Int] = [:]
  private var kept: [Remark] = []
  /// What was met while decoding text that is not read yet.
  private var waiting: [TextDecoder.Event] = []

  /// The remarks that were kept, in the order of the lines.
  var sorted: [Remark] {
    kept.sorted { Self.key($0) < Self.key($1) }
  }

  private static func key(_ remark: Remark) -> (Int, Int, Int, Int) {
    (
      remark.line ?? .max, remark.byteOffset ?? .max, remark.column ?? -1,
      remark.reason.kind.rawValue
    )
  }

  private func isOpen(_ kind: Remark.Reason.Kind) -> Bool {
    counts[kind, default: 0] < Self.limit(kind)
  }

  /// Adds a remark that stands for `count` of its sort.
  mutating func note(_ remark: Remark, count: Int = 1) {
    let kind = remark.reason.kind
    let before = counts[kind, default: 0]
    counts[kind] = before + count
    if before < Self.limit(kind) { kept.append(remark) }
  }

  /// Adds what was met in a block's text while decoding and while reading records.
  mutating func add(
    _ events: [TextDecoder.Event], notes: [IrregularRecords.Note],
    in text: UnsafeBufferPointer<UInt8>, at position: BlockPosition, isLast: Bool
  ) {
    for found in notes {
      let offset = isOpen(found.reason.kind) ? found.offset : nil
      note(
        Remark(
          line: found.line, byteOffset: offset.flatMap { position.fileOffset(of: $0, in: text) },
          column: found.column, reason: found.reason),
        count: found.count)
    }
    waiting += events
    var lines = LineCounter(text: text, line: position.line)
    var done = 0
    for event in waiting {
      let offset = event.textOffset - position.textOffset
      guard offset < text.count || isLast else { break }
      done += 1
      let isKept = isOpen(event.reason.kind)
      note(
        Remark(
          line: isKept ? lines.line(of: offset) : nil, byteOffset: event.byteOffset,
          reason: event.reason))
    }
    waiting.removeFirst(done)
  }
}

/// Counts physical lines up to rising offsets.
private struct LineCounter {
  let text: UnsafeBufferPointer<UInt8>
  var line: Int
  private var position = 0

  init(text: UnsafeBufferPointer<UInt8>, line: Int) {
    self.text = text
    self.line = line
  }

  /// The physical line of `offset`, which is not before that of the last call.
  mutating func line(of offset: Int) -> Int {
    while position < offset {
      let isPair = text[position] == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
      if text[position] == 0x0A || (text[position] == 0x0D && !isPair) { line += 1 }
      position += 1
    }
    return line
  }
}
