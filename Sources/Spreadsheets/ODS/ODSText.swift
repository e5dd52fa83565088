/// The text of a cell: its paragraphs, with blanks as OpenDocument counts them (ODF 1.3 part 3,
/// 6.1.2).
struct ODSText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// True where there is a paragraph, be it empty.
  private(set) var hasParagraph = false
  /// True where a further blank would not count.
  private var isAfterBlank = true

  /// Forgets the text.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (hasParagraph, isAfterBlank) = (false, true)
  }

  /// A paragraph begins.
  mutating func beginParagraph() {
    if hasParagraph { bytes.append(0x0A) }
    (hasParagraph, isAfterBlank) = (true, true)
  }

  /// A character that counts wherever it stands, so many times.
  mutating func add(_ byte: UInt8, count: Int = 1) {
    for _ in 0..<min(count, 32_768) { bytes.append(byte) }
    isAfterBlank = byte == 0x0A
  }

  /// A piece of text; blanks and line breaks in turn are one blank.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var blank = isAfterBlank
    var isPlain = true
    for byte in text {
      let isBlank = byte <= 0x20
      if isBlank, blank || byte != 0x20 {
        isPlain = false
        break
      }
      blank = isBlank
    }
    if isPlain {
      bytes.append(contentsOf: text)
      isAfterBlank = blank
      return
    }
    for byte in text {
      let isBlank = byte <= 0x20
      if !isBlank || !isAfterBlank { bytes.append(isBlank ? 0x20 : byte) }
      isAfterBlank = isBlank
    }
  }
}
