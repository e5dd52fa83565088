/// What 64 bytes mean to a record with quotes that needs no parser.
///
/// Quotes are regular when each cell with quotes begins and ends with one and holds no other, and
/// no line break.
struct QuotedVector {
  /// The delimiters and line feeds outside quotes.
  var separators: UInt64
  /// What sends the record to the parser.
  var odd: UInt64
  /// True where the 65th byte stands inside quotes.
  var endsInside: Bool

  /// Looks at 64 bytes from `index`, of which `count` in all are text.
  ///
  /// - `marks` are those of the bytes.
  /// - `isInside`: the first byte stands inside quotes.
  /// - `isCellStart`: the first byte begins a cell.
  init(
    _ base: UnsafePointer<UInt8>, at index: Int, count: Int, marks: Marks, delimiter: UInt8,
    quote: UInt8, isInside: Bool, isCellStart: Bool
  ) {
    let found = Marks(base + index, delimiter: quote, quote: 0)
    let quotes = quote == 0 ? 0 : found.delimiters
    let inside = Self.prefixParity(quotes) ^ (isInside ? ~0 : 0)
    let breaks = marks.lineFeeds | marks.carriageReturns
    separators = (marks.delimiters | marks.lineFeeds) & ~inside
    let openings = quotes & inside
    let closings = quotes & ~inside
    let starts = separators << 1 | (isCellStart ? 1 : 0)
    var borders = (marks.delimiters | breaks) >> 1
    var feeds = marks.lineFeeds >> 1
    if index + 64 < count {
      let next = base[index + 64]
      if next == delimiter || next == 0x0A || next == 0x0D { borders |= 1 << 63 }
      if next == 0x0A { feeds |= 1 << 63 }
    }
    odd = found.odd | (openings & ~starts) | (closings & ~borders) | (breaks & inside)
    odd |= marks.carriageReturns & ~feeds & ~inside
    endsInside = inside >> 63 != 0
  }

  /// For each bit whether an odd number of bits up to and with it is set.
  private static func prefixParity(_ bits: UInt64) -> UInt64 {
    var parity = bits
    parity ^= parity << 1
    parity ^= parity << 2
    parity ^= parity << 4
    parity ^= parity << 8
    parity ^= parity << 16
    parity ^= parity << 32
    return parity
  }
}
