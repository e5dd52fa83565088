/// Reads the cells of a column that are written exactly as one notation writes them, and leaves all
/// others to a `NumeralReader`.
///
/// A cell is regular where `notation.written` of its value at the kernel's scale is its text: strict
/// groups, no blanks, no leading zeros, at most 18 digits. All regular cells read the same by a
/// `NumeralReader` of the notation's convention and affixes.
public struct NumeralKernel: Sendable {
  /// The notation of regular cells.
  public let notation: Notation
  /// The number of decimals of regular cells.
  public let scale: Int

  /// A kernel for cells in `notation` with `scale` decimals, or nil where it has no fast way for
  /// them (more than seven decimals); every cell then goes to a reader.
  public init?(notation: Notation, scale: Int) {
    guard (0...7).contains(scale) else { return nil }
    self.notation = notation
    self.scale = scale
  }

  /// Reads `count` cells of a column.
  ///
  /// - Parameters:
  ///   - bytes: The text that all cells point into.
  ///   - starts: Where the first cell begins in `bytes`; the next cell's is `stride` entries on.
  ///   - ends: Where the first cell ends, in the same way.
  ///   - stride: The number of entries from one cell of the column to the next.
  ///   - count: The number of cells.
  ///   - mantissas: Room for `count` values; an irregular row gets 0.
  ///   - irregular: Receives the numbers (from 0) of the rows that are not regular, in order.
  public func read(
    _ bytes: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>,
    stride: Int, count: Int, into mantissas: UnsafeMutablePointer<Int64>,
    irregular: inout [UInt32]
  ) {
    let reader = NumeralReader(.init(convention: notation.convention))
    for row in 0..<count {
      let start = Int(starts[row * stride])
      let end = Int(ends[row * stride])
      let cell = UnsafeBufferPointer(start: bytes + start, count: end - start)
      mantissas[row] = 0
      guard case .value(let value, _) = reader.read(cell), value.scale == scale,
        notation.written(value).utf8.elementsEqual(cell),
        let mantissa = Int64(exactly: value.mantissa)
      else {
        irregular.append(UInt32(row))
        continue
      }
      mantissas[row] = mantissa
    }
  }
}
