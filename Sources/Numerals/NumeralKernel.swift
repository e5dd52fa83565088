/// Reads the cells of a column that are written exactly as one notation writes them, and leaves all
/// others to a `NumeralReader`.
///
/// A cell is regular where `notation.written` of its value at the kernel's scale is its text: strict
/// groups, no blanks, no leading zeros. Left to the reader as well: more than 18 digits, and
/// negatives in parentheses inside an affix. All regular cells read the same by a `NumeralReader` of
/// the notation's convention and affixes.
public struct NumeralKernel: Sendable {
  /// The notation of regular cells.
  public let notation: Notation
  /// The number of decimals of regular cells.
  public let scale: Int

  private let shape: CellShape
  /// The mantissas of numerals that stand for a missing value.
  private let missing: [Int64]

  /// A kernel for cells in `notation` with `scale` decimals.
  ///
  /// Nil where there is no fast way for them, with more than seven decimals; every cell must then go
  /// to a reader.
  public init?(notation: Notation, scale: Int) {
    guard let shape = CellShape(notation, scale: scale) else { return nil }
    self.notation = notation
    self.scale = scale
    self.shape = shape
    missing = []
  }

  /// A kernel that agrees with `reader` on every regular cell.
  ///
  /// Nil where none can: the reader has no convention or another one, does not know the affixes or
  /// wants a pattern, or reads whole numbers and `scale` is not 0. Numerals that the reader takes for
  /// missing values (`0`, `-1`) are irregular.
  public init?(notation: Notation, scale: Int, agreeingWith reader: NumeralReader) {
    guard reader.options.convention == notation.convention,
      let shape = CellShape(notation, scale: scale)
    else { return nil }
    let sample = ExactDecimal(mantissa: 1_234_567_891, scale: scale)
    guard case .value(let value, _) = reader.read(notation.written(sample)),
      value.isWritten(as: sample)
    else { return nil }
    self.notation = notation
    self.scale = scale
    self.shape = shape
    missing = reader.missingValues.map { shape.read($0) }.filter { $0 != CellShape.irregular }
  }

  /// Reads `count` cells of a column.
  ///
  /// - Parameters:
  ///   - bytes: The text that all cells point into.
  ///   - starts: Where the first cell begins in `bytes`; the next cell's is `stride` entries on.
  ///   - ends: Where the first cell ends, in the same way; not before its start.
  ///   - stride: The number of entries from one cell of the column to the next.
  ///   - count: The number of cells.
  ///   - mantissas: Room for `count` values; an irregular row gets 0.
  ///   - irregular: Receives the numbers (from 0) of the rows that are not regular, in order.
  public func read(
    _ bytes: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>,
    stride: Int, count: Int, into mantissas: UnsafeMutablePointer<Int64>,
    irregular: inout [UInt32]
  ) {
    let known = irregular.count
    let cells = Cells(
      bytes: bytes, starts: starts, ends: ends, stride: stride, count: count, mantissas: mantissas)
    let shape = shape
    switch (shape.isPlain, shape.isGrouped) {
    case (true, true):
      cells.read(&irregular, shape) { shape.readPlain($0, $1, $2, isGrouped: true) }
    case (true, false):
      cells.read(&irregular, shape) { shape.readPlain($0, $1, $2, isGrouped: false) }
    case (false, _):
      cells.read(&irregular, shape) { shape.read($0, $1, $2) }
    }
    if !missing.isEmpty { cells.exclude(missing, &irregular, from: known) }
  }
}

/// The cells of one column and where their values go.
private struct Cells {
  let bytes: UnsafePointer<UInt8>
  let starts: UnsafePointer<UInt32>
  let ends: UnsafePointer<UInt32>
  let stride: Int
  let count: Int
  let mantissas: UnsafeMutablePointer<Int64>

  /// Reads all cells by `regular`, those too near the start of the text from a copy.
  @inline(__always)
  func read(
    _ irregular: inout [UInt32], _ shape: CellShape,
    regular: (UnsafePointer<UInt8>, Int, Int) -> Int64
  ) {
    var cell = 0
    for row in 0..<count {
      let start = Int(starts[cell])
      let end = Int(ends[cell])
      cell &+= stride
      let mantissa =
        start >= CellShape.reach ? regular(bytes, start, end) : shape.readCopy(bytes, start, end)
      if mantissa == CellShape.irregular {
        mantissas[row] = 0
        irregular.append(UInt32(truncatingIfNeeded: row))
      } else {
        mantissas[row] = mantissa
      }
    }
  }

  /// Adds the rows with one of the given values to the irregular ones from place `known` on, in
  /// order.
  func exclude(_ values: [Int64], _ irregular: inout [UInt32], from known: Int) {
    let excluded = (0..<count).filter { values.contains(mantissas[$0]) }
    guard !excluded.isEmpty else { return }
    for row in excluded { mantissas[row] = 0 }
    let rows = Set(irregular[known...]).union(excluded.map { UInt32(truncatingIfNeeded: $0) })
    irregular.replaceSubrange(known..., with: rows.sorted())
  }
}
