/// A cell of a sheet whose value is kept for judging formulas; 16 bytes.
struct StoredCell {
  /// What a cell holds, as far as formulas care.
  enum Content: UInt8 {
    /// A number that can be calculated with.
    case number
    /// A text; it counts for nothing in a sum.
    case text
    /// A truth value; whether a sum counts it depends on the program.
    case boolean
    /// An error value.
    case error
    /// A date, a number with too many digits, or a formula without a stored result.
    case unknown
  }

  /// The digits of a number.
  private var mantissa: Int64
  /// The row, from 1.
  var row: UInt32
  private var exponent: Int8
  /// What it holds.
  var content: Content
  /// Its style, as far as it fits.
  var style: UInt16

  /// The cell of a block.
  init(_ block: CellBlock, _ cell: Int) {
    row = block.rows[cell]
    style = UInt16(clamping: block.styles[cell])
    (mantissa, exponent) = (0, 0)
    switch block.kinds[cell] {
    case .text: content = .text
    case .boolean: content = .boolean
    case .error: content = .error
    case .isoDate, .withoutResult: content = .unknown
    case .number:
      let digits = block.bytes[Int(block.starts[cell])..<Int(block.ends[cell])]
      guard let number = StoredNumber(digits) else {
        content = .unknown
        return
      }
      (mantissa, exponent) = (number.mantissa, number.exponent)
      content = .number
    }
  }

  /// The number, where it is one.
  var number: StoredNumber? {
    content == .number ? StoredNumber(mantissa: mantissa, exponent: exponent) : nil
  }
}
