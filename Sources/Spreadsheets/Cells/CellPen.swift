import Tabular

/// A cell as rows deliver it: the place of its text and what it is.
struct ShownCell {
  var start: UInt32
  var end: UInt32
  var marks: CellMarks
  /// True where the digits stored, in `CellPen.stored`, differ from those shown.
  var hasStored = false

  /// A cell that holds nothing.
  static let blank = ShownCell(start: 0, end: 0, marks: [])
  var isEmpty: Bool { start == end }
}

/// Writes what the cells of a block show.
///
/// Places below `base` are those of the block's own text, which most cells show unchanged; what had
/// to be written anew stands behind it.
struct CellPen {
  /// What was written anew.
  private(set) var written: [UInt8] = []
  /// The digits of the number written last, where it shows others.
  private(set) var stored = ""
  /// The length of the text of the block.
  private var base = 0
  private let beginsIn1904: Bool

  init(beginsIn1904: Bool) { self.beginsIn1904 = beginsIn1904 }

  /// Turns to a new block of cells.
  mutating func begin(_ block: CellBlock, styles: [CellStyle]) {
    base = block.bytes.count
    written.removeAll(keepingCapacity: true)
  }

  /// Forgets what was written: the next rows hold their own text.
  mutating func turnPage() { written.removeAll(keepingCapacity: true) }

  /// The text of a cell that was shown since the page was turned.
  func text(of shown: ShownCell, in block: CellBlock) -> [UInt8] {
    let (start, end) = (Int(shown.start), Int(shown.end))
    return start < base
      ? Array(block.bytes[start..<end]) : Array(written[start - base..<end - base])
  }

  /// Adds a text that no cell of the block has.
  mutating func write(_ text: [UInt8], marks: CellMarks) -> ShownCell {
    let start = base &+ written.count
    written.append(contentsOf: text)
    return ShownCell(
      start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: base &+ written.count), marks: marks)
  }

  /// What a cell of the block shows; cells are asked for in their order.
  mutating func show(_ cell: Int, of block: CellBlock) -> ShownCell {
    var shown = ShownCell(start: block.starts[cell], end: block.ends[cell], marks: [])
    switch block.kinds[cell] {
    case .text: return shown
    case .error: shown.marks = .error
    case .boolean:
      let isTrue = !shown.isEmpty && block.bytes[Int(shown.start)] == UInt8(ascii: "1")
      return write(Array((isTrue ? "TRUE" : "FALSE").utf8), marks: .boolean)
    case .isoDate: shown.marks = .date
    case .withoutResult: return write(formula(of: cell, in: block), marks: .withoutResult)
    case .number:
      return write(
        block.raw(cell).utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 },
        marks: .number)
    }
    return shown
  }

  /// The formula of a cell with its `=`.
  private func formula(of cell: Int, in block: CellBlock) -> [UInt8] {
    Array("=\(block.formula(of: cell) ?? "")".utf8)
  }
}

extension CellBlock {
  /// The formula of a cell, nil where it has none.
  func formula(of cell: Int) -> String? {
    var (low, high) = (0, formulas.count)
    while low < high {
      let middle = (low + high) / 2
      if formulas[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < formulas.count && formulas[low].cell == cell ? formulas[low].text : nil
  }
}
