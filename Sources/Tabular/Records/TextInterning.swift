extension TextStorage {
  /// Gives every cell of a run its code, without the blanks at its ends.
  ///
  /// - Parameters:
  ///   - run: The cells.
  ///   - codes: Room for a code a cell.
  ///   - trimmed: Receives the numbers (from 0) of the cells that had blanks at their ends.
  mutating func intern(
    _ run: CellRun, into codes: UnsafeMutablePointer<UInt32>, trimmed: inout [UInt32]
  ) {
    var previous: UInt32 = 0
    var previousText = run.bytes
    var previousLength = 0
    var wasTrimmed = false
    for row in 0..<run.count {
      let start = Int(run.starts[row &* run.stride])
      let length = Int(run.ends[row &* run.stride]) &- start
      let text = run.bytes + start
      if length == previousLength, ShortText.equal(text, previousText, length) {
        codes[row] = previous
        if wasTrimmed { trimmed.append(UInt32(row)) }
        continue
      }
      (previousText, previousLength) = (text, length)
      wasTrimmed = false
      guard length > 0 else {
        codes[row] = 0
        previous = 0
        continue
      }
      let code: UInt32
      if Blanks.mayBeOuter(text[0]) || Blanks.mayBeOuter(text[length &- 1]) {
        let inner = Blanks.trim(text, length)
        wasTrimmed = inner.count < length
        if wasTrimmed { trimmed.append(UInt32(row)) }
        code = inner.isEmpty ? 0 : intern(text + inner.lowerBound, inner.count)
      } else {
        let guess = followers[Int(previous)]
        code = guess != 0 && isText(guess, text, length) ? guess : intern(text, length)
      }
      follow(previous, by: code)
      previous = code
      codes[row] = code
    }
  }
}

/// Blanks at the ends of a text, of all that Unicode has.
enum Blanks {
  /// True for a byte that a blank may begin or end with: ASCII blanks and parts of long characters.
  @inline(__always)
  static func mayBeOuter(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

  /// The part of a text that remains without the blanks at its ends.
  static func trim(_ text: UnsafePointer<UInt8>, _ length: Int) -> Range<Int> {
    var start = 0
    while start < length, case let width = width(text + start, length - start), width > 0 {
      start += width
    }
    var end = length
    while end > start, let width = widthBefore(text, start, end) { end -= width }
    return start..<end
  }

  private static func widthBefore(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    (1...3).first { candidate in
      end - candidate >= start && width(text + (end - candidate), candidate) == candidate
    }
  }

  /// The number of bytes of the blank that a text begins with, 0 where it begins otherwise.
  private static func width(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let first = text[0]
    if first == 0x20 || (9...13).contains(first) { return 1 }
    if first == 0xC2 { return length > 1 && (text[1] == 0xA0 || text[1] == 0x85) ? 2 : 0 }
    guard length > 2, first >= 0xE1 else { return 0 }
    let rest = Int(text[1]) << 8 | Int(text[2])
    let isBlank =
      switch first {
      case 0xE1: rest == 0x9A80
      case 0xE2:
        (0x8080...0x808B).contains(rest) || (0x80A8...0x80A9).contains(rest) || rest == 0x80AF
          || rest == 0x819F
      case 0xE3: rest == 0x8080
      case 0xEF: rest == 0xBBBF
      default: false
      }
    return isBlank ? 3 : 0
  }
}
