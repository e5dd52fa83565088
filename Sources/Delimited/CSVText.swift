/// Texts as cells of a CSV (RFC 4180): quoted only where they hold a comma, a quote or a line end.
public enum CSVText {
  /// Adds a cell of UTF-8 text to `bytes`.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(text) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes += [UInt8](unsafeUninitializedCapacity: 2 * text.count + 2) { quoted, count in
      if let start = quoted.baseAddress { count = writeQuoted(text, to: start) }
    }
  }

  /// A cell with `text`.
  public static func cell(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    return bytes
  }

  /// True where a text can't stand without quotes.
  static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let special: UInt64 = 1 << 0x0A | 1 << 0x0D | 1 << 0x22 | 1 << 0x2C
    var found: UInt64 = 0
    for byte in text where byte < 64 { found |= special &>> UInt64(byte) }
    return found & 1 != 0
  }

  /// Writes a text in quotes, its own quotes doubled; returns the length, at most
  /// `2 * text.count + 2`, for which there must be room.
  static func writeQuoted(
    _ text: UnsafeBufferPointer<UInt8>, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    start[0] = 0x22
    var used = 1
    for byte in text {
      start[used] = byte
      used += 1
      if byte == 0x22 {
        start[used] = 0x22
        used += 1
      }
    }
    start[used] = 0x22
    return used + 1
  }
}
