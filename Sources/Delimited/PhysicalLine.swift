/// A stretch of text up to and with a line break: LF, CRLF or CR.
struct PhysicalLine: Equatable {
  /// Where it begins.
  var start: Int
  /// Where its line break begins, or the text ends.
  var end: Int
  /// Where the next line begins.
  var next: Int
  /// Its line break; nil for a last line without one.
  var terminator: LineTerminator?

  /// The line at `start`; nil at the end, and where the line's end is not in `text` but may follow.
  ///
  /// 64 bytes behind `text` must be readable.
  static func next(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> PhysicalLine? {
    guard start < text.count else { return nil }
    let end = lineBreak(text, from: start)
    guard end < text.count else {
      return isLast ? PhysicalLine(start: start, end: end, next: end, terminator: nil) : nil
    }
    if text[end] == 0x0A {
      return PhysicalLine(start: start, end: end, next: end + 1, terminator: .lineFeed)
    }
    guard end + 1 < text.count else {
      guard isLast else { return nil }
      return PhysicalLine(start: start, end: end, next: end + 1, terminator: .carriageReturn)
    }
    // CR CR LF is remarked upon: whether it stands here takes one byte more.
    if text[end + 1] == 0x0D, end + 2 == text.count, !isLast { return nil }
    let isPair = text[end + 1] == 0x0A
    return PhysicalLine(
      start: start, end: end, next: end + (isPair ? 2 : 1),
      terminator: isPair ? .carriageReturnLineFeed : .carriageReturn)
  }

  /// Where the next LF or CR stands, or the text ends.
  private static func lineBreak(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    var index = start
    while index < text.count {
      let marks = Marks(base + index, delimiter: 0x0A, quote: 0x0A)
      let breaks = marks.lineFeeds | marks.carriageReturns
      if breaks != 0 { return min(text.count, index + breaks.trailingZeroBitCount) }
      index += 64
    }
    return text.count
  }
}
