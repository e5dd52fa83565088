/// Writes rows into blocks; repeated rows only as far as a block has room.
struct ODSRowPen {
  /// A cell of a row.
  struct Cell {
    /// The first column, from 0.
    var column: Int
    /// How many columns in turn hold it.
    var repeats = 1
    /// What it holds.
    var kind: CellBlock.Kind
    /// Where its text stands in the row's.
    var text: Range<Int>
    /// The number of its style.
    var style: UInt32
    /// Its formula.
    var formula: String?
    /// The columns and rows it spans.
    var width = 1
    var height = 1
  }

  /// A row with its text.
  struct Row {
    /// The cells, from left to right.
    var cells: [Cell] = []
    /// The texts of the cells.
    var bytes: [UInt8] = []
    /// True where it is hidden.
    var isHidden = false

    /// The number of cells, repeated ones as often as they stand.
    var count: Int { cells.reduce(0) { $0 + $1.repeats } }
  }

  /// The cells at which a block is full.
  static let fullCount = 65_536
  /// The bytes at which a block is full.
  static let fullSize = 1 << 20

  /// The rows that are complete.
  var block = CellBlock()
  /// Rows that wait, with the number of the next and how many there are of each.
  private var waiting: [(row: Row, next: Int, left: Int)] = []
  private var firstWaiting = 0

  /// True where the block takes no more.
  var isFull: Bool { block.count >= Self.fullCount || block.bytes.count >= Self.fullSize }

  /// Writes a row that stands `repeats` times from row `first` on, from 1.
  mutating func write(_ row: Row, from first: Int, repeats: Int) {
    if waiting.isEmpty, repeats <= 16 {
      for number in first..<(first + repeats) { write(row, as: number) }
    } else {
      waiting.append((row, first, repeats))
    }
  }

  /// Writes rows that wait, until the block is full.
  ///
  /// - Returns: False where none wait.
  mutating func writeRepeats() -> Bool {
    guard firstWaiting < waiting.count else { return false }
    let (row, next, left) = waiting[firstWaiting]
    var number = next
    while number < next + left, !isFull {
      write(row, as: number)
      number += 1
    }
    if number == next + left {
      firstWaiting += 1
      if firstWaiting == waiting.count { (waiting, firstWaiting) = ([], 0) }
    } else {
      waiting[firstWaiting].next = number
      waiting[firstWaiting].left = next + left - number
    }
    return true
  }

  private mutating func write(_ row: Row, as number: Int) {
    if row.isHidden { block.hiddenRows.append(number) }
    let base = block.bytes.count
    block.bytes.append(contentsOf: row.bytes)
    for cell in row.cells {
      if cell.width > 1 || cell.height > 1 {
        block.merges.append(
          CellRange(
            rows: number...(number + cell.height - 1),
            columns: cell.column...(cell.column + cell.width - 1)))
      }
      for repeated in 0..<cell.repeats {
        if let formula = cell.formula {
          block.formulas.append(CellBlock.Formula(cell: block.count, text: formula))
        }
        block.starts.append(UInt32(truncatingIfNeeded: base + cell.text.lowerBound))
        block.ends.append(UInt32(truncatingIfNeeded: base + cell.text.upperBound))
        block.rows.append(UInt32(truncatingIfNeeded: number))
        block.columns.append(UInt32(truncatingIfNeeded: cell.column + repeated))
        block.kinds.append(cell.kind)
        block.styles.append(cell.style)
      }
    }
  }
}
