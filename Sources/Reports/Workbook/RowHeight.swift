import Glibc

/// How high a row must be for texts that are wrapped; programs other than Excel don't work it out.
enum RowHeight {
  /// The height of a line of 11 points, in points.
  static let line = 15.0
  /// The most that a row may have, in points.
  static let most = 409.0
  /// The height of a row with a title, of 14 points.
  static let title = 21.0
  /// How many average letters fit where one digit fits: somewhat fewer than in Calibri, as other
  /// fonts are put in its place.
  private static let lettersPerDigit = 0.97

  /// The height in points for the most lines of a row; nil where the standard height will do.
  static func points(lines: Int) -> Double? {
    lines > 1 ? min(most, Double(lines) * line) : nil
  }

  /// The lines that `text` takes in a column of a width in digits, wrapped between words, or within
  /// those that are wider than the column.
  static func lines(of text: String, width: Double) -> Int {
    let capacity = max(1, Int(width * lettersPerDigit))
    let count = text.utf8.count
    if count <= capacity, strcspn(text, "\n") == count { return 1 }
    var text = text
    return text.withUTF8 { lines(of: $0, capacity) }
  }

  private static func lines(of bytes: UnsafeBufferPointer<UInt8>, _ capacity: Int) -> Int {
    // Columns that are full on this line, and those of the word that is not yet placed.
    var (lines, filled, word) = (1, 0, 0)
    func place() {
      if filled + word > capacity, filled > 0 { (lines, filled) = (lines + 1, 0) }
      if word > capacity {
        lines += (word - 1) / capacity
        filled = (word - 1) % capacity + 1
      } else {
        filled += word
      }
      word = 0
    }
    for byte in bytes {
      switch byte {
      case 0x0a:
        place()
        (lines, filled) = (lines + 1, 0)
      case 0x20, 0x2d, 0x2f:
        word += 1
        place()
      case 0x80..<0xc0: break
      // Ideographs and pictures are two columns wide.
      case 0xe3...: word += 2
      default: word += 1
      }
    }
    place()
    return lines
  }
}
