/// What a row is called, and whether its numbers only count or name years.
struct RowOutline {
  /// The longest label that is kept, in bytes.
  static let longest = 120

  /// The first text of the row, as far as it is kept.
  private(set) var label = ""
  /// The first text behind it.
  private(set) var secondLabel = ""
  /// The style of the cell with the label.
  private(set) var style: UInt32 = 0
  /// The number of numbers.
  private(set) var numbers = 0
  /// True where the numbers of the row go up by one from cell to cell.
  private(set) var isCounting = true

  private var last: Int64?

  /// Takes the next cell of the row.
  mutating func take(_ block: CellBlock, _ cell: Int) {
    let bytes = block.bytes[Int(block.starts[cell])..<Int(block.ends[cell])]
    switch block.kinds[cell] {
    case .text where label.isEmpty:
      label = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
      style = block.styles[cell]
    case .text where secondLabel.isEmpty:
      secondLabel = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
    case .number:
      numbers += 1
      let number = StoredNumber(bytes).flatMap { $0.exponent == 0 ? $0.mantissa : nil }
      if let last, let number { isCounting = isCounting && number == last &+ 1 }
      isCounting = isCounting && number != nil
      last = number
    default: return
    }
  }
}
