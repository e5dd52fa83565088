/// The texts that cells of all sheets share (SST), in UTF-8.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// The number of texts.
  var count: Int { ends.count }

  /// No texts.
  init() {}

  /// Reads all complete texts that there are, however many the table claims.
  ///
  /// - Throws: where they are larger than the limit.
  init(
    _ first: ArraySlice<UInt8>, continued: [ArraySlice<UInt8>], limit: Int
  ) throws(SpreadsheetError) {
    let limit = min(limit, Int(UInt32.max))
    var source = ContinuedBytes(first, from: 8, continued: continued)
    while let length = source.uint16() {
      let start = bytes.count
      guard source.text(Int(length), to: &bytes) else {
        bytes.removeLast(bytes.count - start)
        return
      }
      guard bytes.count <= limit else {
        throw SpreadsheetError(.tooLarge(.sharedTextSize, allowed: limit, part: nil))
      }
      ends.append(UInt32(bytes.count))
    }
  }

  /// A text by its number; nil where there is none.
  subscript(number: Int) -> ArraySlice<UInt8>? {
    guard number >= 0, number < ends.count else { return nil }
    return bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }
}
