/// A sheet of an OpenDocument workbook while it is read.
final class ODSSheet: SheetReading {
  private let reading: XMLReading<ODSRows>
  private let name: String

  /// Reads the sheet that the listener of `reading` waits for.
  init(_ reading: XMLReading<ODSRows>, name: String) {
    (self.reading, self.name) = (reading, name)
  }

  var hiddenColumns: [ClosedRange<Int>] { reading.listener.columns.hidden }

  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool {
    let before = block.count
    swap(&block, &reading.listener.pen.block)
    defer { swap(&block, &reading.listener.pen.block) }
    while !reading.listener.pen.isFull {
      if reading.listener.pen.writeRepeats() { continue }
      if reading.listener.isDone { break }
      do throws(SpreadsheetError) {
        guard try reading.advance() else { break }
      } catch {
        throw SpreadsheetError(error.reason, sheet: name, cell: error.cell)
      }
    }
    return reading.listener.pen.block.count > before
  }
}
