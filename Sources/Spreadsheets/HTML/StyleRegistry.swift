/// The styles of a workbook, numbered in the order in which they are met.
final class StyleRegistry {
  /// The styles; the first is the default.
  private(set) var styles = [CellStyle(format: .general)]
  private var numbers = [CellStyle(format: .general): UInt32(0)]

  /// The number of a style.
  func number(of style: CellStyle) -> UInt32 {
    if let number = numbers[style] { return number }
    let number = UInt32(truncatingIfNeeded: styles.count)
    styles.append(style)
    numbers[style] = number
    return number
  }
}
