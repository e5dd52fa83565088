/// What the columns of a sheet say of their cells.
struct ODSColumns {
  /// The columns, from 0, that are hidden.
  private(set) var hidden: [ClosedRange<Int>] = []
  /// The styles of cells without their own, each up to a column.
  private var styles: [(end: Int, style: UInt32)] = []
  private var end = 0

  /// Takes `table:table-column`.
  mutating func add(count: Int, style: UInt32, isHidden: Bool) {
    guard count > 0, end < 1 << 20 else { return }
    let first = end
    end = min(end + count, 1 << 20)
    if let last = styles.last, last.style == style {
      styles[styles.count - 1].end = end
    } else {
      styles.append((end, style))
    }
    guard isHidden else { return }
    if let last = hidden.last, last.upperBound == first - 1 {
      hidden[hidden.count - 1] = last.lowerBound...(end - 1)
    } else {
      hidden.append(first...(end - 1))
    }
  }

  /// The style of a column.
  func style(of column: Int) -> UInt32 {
    var (low, high) = (0, styles.count)
    while low < high {
      let middle = (low + high) / 2
      if styles[middle].end <= column { low = middle + 1 } else { high = middle }
    }
    return low < styles.count ? styles[low].style : 0
  }
}
