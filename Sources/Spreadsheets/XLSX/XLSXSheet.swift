/// A sheet of an XLSX workbook while it is read.
final class XLSXSheet: SheetReading {
  /// How many cells a block has at least, where there are so many.
  private static let blockCells = 16_384
  /// How many bytes of text are enough for a block of fewer cells.
  private static let blockBytes = 1 << 19

  private let reading: XMLReading<SheetContent>
  private let merges: [CellRange]
  private var nextMerge = 0
  private var isDone = false

  var hiddenColumns: [ClosedRange<Int>] { reading.listener.hiddenColumns }

  /// Opens a sheet at its first row.
  init(
    _ source: XMLSource, content: SheetContent, merges: [CellRange],
    engine: XMLReading<SheetContent>.Engine = .automatic
  ) {
    reading = XMLReading(source, listener: content, engine: engine)
    self.merges = merges
  }

  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool {
    guard !isDone else { return false }
    while !isDone, reading.listener.wholeRows.cells < Self.blockCells,
      reading.listener.wholeRows.bytes < Self.blockBytes
    {
      isDone = try !reading.advance()
    }
    deliver(into: &block)
    return true
  }

  private func deliver(into block: inout CellBlock) {
    var rest = CellBlock()
    reading.listener.block.move(after: reading.listener.wholeRows, to: &rest)
    let lastRow = reading.listener.lastRow
    reading.listener.forgetWholeRows()
    if block.count == 0, block.formulas.isEmpty, block.hiddenRows.isEmpty, block.merges.isEmpty {
      swap(&block, &reading.listener.block)
      reading.listener.block.removeAll()
    } else {
      reading.listener.block.move(after: CellBlock.Length(), to: &block)
    }
    rest.move(after: CellBlock.Length(), to: &reading.listener.block)
    while nextMerge < merges.count, isDone || merges[nextMerge].rows.lowerBound <= lastRow {
      block.merges.append(merges[nextMerge])
      nextMerge += 1
    }
  }
}
