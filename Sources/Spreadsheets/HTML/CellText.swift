/// Text of a cell while it is gathered, with blanks and line breaks as a browser shows them.
struct CellText {
  /// The text so far, without blanks at its end.
  private(set) var bytes: [UInt8] = []
  private var isPreformatted = false
  private var isSuperscript = false
  private var blanks = 0
  private var hasCollapsibleBlank = false
  private var lineBreaks = 0

  /// True where nothing is shown.
  var isEmpty: Bool { bytes.isEmpty }

  /// Forgets the text.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (blanks, hasCollapsibleBlank, lineBreaks) = (0, false, 0)
    (isPreformatted, isSuperscript) = (false, false)
  }

  /// Takes a step that text is made of.
  mutating func take(_ step: PageStep) {
    switch step {
    case .text(let text): append(text)
    case .blank: hasCollapsibleBlank = true
    case .lineBreak: breakLine()
    case .paragraph: endParagraph()
    case .superscript(let begins): isSuperscript = begins
    case .preformatted(let begins):
      isPreformatted = begins
      endParagraph()
    default: break
    }
  }

  /// A `<br>`.
  private mutating func breakLine() {
    (blanks, hasCollapsibleBlank) = (0, false)
    lineBreaks += 1
  }

  /// The beginning or end of a paragraph: a new line, unless one has begun.
  private mutating func endParagraph() {
    if lineBreaks == 0, !bytes.isEmpty { breakLine() }
  }

  /// Adds text; a no-break space is a blank that is kept.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x0A where isPreformatted: breakLine()
      case 0x20 where isPreformatted: blanks += 1
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C: hasCollapsibleBlank = true
      case 0xC2 where index < text.count && text[index] == 0xA0:
        index += 1
        keepBlank()
      default: write(byte)
      }
    }
  }

  private mutating func keepBlank() {
    if hasCollapsibleBlank, !isAtLineStart || blanks > 0 { blanks += 1 }
    hasCollapsibleBlank = false
    blanks += 1
  }

  private var isAtLineStart: Bool { bytes.isEmpty || lineBreaks > 0 }

  private mutating func write(_ byte: UInt8) {
    if hasCollapsibleBlank, !isAtLineStart || blanks > 0 { blanks += 1 }
    hasCollapsibleBlank = false
    if !bytes.isEmpty {
      for _ in 0..<lineBreaks { bytes.append(0x0A) }
    }
    for _ in 0..<blanks { bytes.append(0x20) }
    (lineBreaks, blanks) = (0, 0)
    if isSuperscript, let raised = Self.raised(byte) {
      bytes.append(contentsOf: raised)
    } else {
      bytes.append(byte)
    }
  }

  /// The raised form of a digit or sign, so that the mark of a footnote is no digit of a number.
  private static func raised(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case UInt8(ascii: "1"): [0xC2, 0xB9]
    case UInt8(ascii: "2"): [0xC2, 0xB2]
    case UInt8(ascii: "3"): [0xC2, 0xB3]
    case UInt8(ascii: "0"), UInt8(ascii: "4")...UInt8(ascii: "9"): [0xE2, 0x81, byte | 0x80]
    case UInt8(ascii: "+"): [0xE2, 0x81, 0xBA]
    case UInt8(ascii: "-"): [0xE2, 0x81, 0xBB]
    case UInt8(ascii: "("): [0xE2, 0x81, 0xBD]
    case UInt8(ascii: ")"): [0xE2, 0x81, 0xBE]
    default: nil
    }
  }
}
