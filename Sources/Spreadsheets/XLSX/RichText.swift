/// Joins the runs of a text, `<si>` or `<is>`, and leaves out how it is pronounced.
struct RichText {
  private var isInText = false
  /// How deep it is in elements that hold no text.
  private var skipped = 0
  private var start = 0

  /// The bytes collected are found `count` bytes before where they were.
  mutating func move(down count: Int) { start -= count }

  /// An element begins inside the text; `bytes` are those collected.
  @inline(__always)
  mutating func start(_ name: XMLName, in bytes: [UInt8]) {
    if skipped > 0 || isInText {
      skipped += 1
    } else if name == "t" {
      isInText = true
      start = bytes.count
    } else if !(name == "r") {
      skipped = 1
    }
  }

  /// An element ends inside the text.
  @inline(__always)
  mutating func end(_ name: XMLName, in bytes: inout [UInt8]) {
    if skipped > 0 {
      skipped -= 1
    } else if isInText {
      isInText = false
      EscapedText.decode(&bytes, from: start)
    }
  }

  /// A piece of text.
  @inline(__always)
  mutating func text(_ piece: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    if isInText && skipped == 0 { bytes.append(contentsOf: piece) }
  }
}
