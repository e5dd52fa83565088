import Tabular

/// A sheet of an XLS workbook while it is read.
final class XLSSheet: SheetReading {
  /// How many cells a block has at most, whole rows aside.
  private static let blockCells = 65_536
  /// How many bytes of text a block has at most, whole rows aside.
  private static let blockBytes = 1 << 20

  private let workbook: XLSWorkbook
  private let name: String
  private let index: SheetIndex
  private let isNeverCalculated: Bool
  private var nextCell = 0
  private var nextMerge = 0
  private var nextHiddenRow = 0

  var hiddenColumns: [ClosedRange<Int>] { index.hiddenColumns }

  init(_ workbook: XLSWorkbook, name: String, index: SheetIndex) {
    self.workbook = workbook
    self.name = name
    self.index = index
    isNeverCalculated = Self.isNeverCalculated(workbook, index)
  }

  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool {
    guard nextCell < index.places.count else {
      try finish()
      return false
    }
    let start = block.bytes.count
    var formulaBytes = 0
    let end = nextCell + Self.blockCells
    var lastRow = index.places[nextCell].row
    while nextCell < index.places.count {
      let place = index.places[nextCell]
      if place.row != lastRow,
        nextCell >= end || block.bytes.count - start + formulaBytes >= Self.blockBytes
      {
        break
      }
      lastRow = place.row
      let formulas = block.formulas.count
      try add(place, to: &block)
      if block.formulas.count > formulas {
        formulaBytes += block.formulas.last?.text.utf8.count ?? 0
      }
      nextCell += 1
    }
    addMarks(upTo: lastRow + 1, to: &block)
    return true
  }

  /// Whether the formulas have no results at all: they are zeros to be calculated later, or empty
  /// texts even where a formula gives a number.
  private static func isNeverCalculated(_ workbook: XLSWorkbook, _ index: SheetIndex) -> Bool {
    if index.holdsOnlyEmptyResults { return true }
    guard index.holdsOnlyEmptyTexts else { return false }
    return index.places.contains {
      CellRecord(workbook: workbook, index: index, place: $0).givesNumber
    }
  }

  /// Tells of cells that may stand behind the point where the stream breaks off.
  private func finish() throws(SpreadsheetError) {
    guard !index.isComplete else { return }
    let last = index.places.last.map { SheetAddress.name(column: $0.column, row: $0.row + 1) }
    let reason = workbook.fault.map(CompoundFile.reason) ?? .truncated
    throw SpreadsheetError(reason, sheet: name, cell: last)
  }

  private func add(_ place: SheetIndex.Place, to block: inout CellBlock) throws(SpreadsheetError) {
    let before = block.count
    do throws(SpreadsheetError) {
      var record = CellRecord(workbook: workbook, index: index, place: place)
      record.isNeverCalculated = isNeverCalculated
      try record.add(to: &block)
    } catch {
      var error = error
      error.sheet = name
      error.cell = SheetAddress.name(column: place.column, row: place.row + 1)
      throw error
    }
    guard block.count > before else { return }
    block.rows.append(UInt32(place.row + 1))
    block.columns.append(UInt32(place.column))
  }

  private func addMarks(upTo row: Int, to block: inout CellBlock) {
    while nextHiddenRow < index.hiddenRows.count, index.hiddenRows[nextHiddenRow] <= row {
      block.hiddenRows.append(index.hiddenRows[nextHiddenRow])
      nextHiddenRow += 1
    }
    let isLast = nextCell == index.places.count
    while nextMerge < index.merges.count,
      isLast || index.merges[nextMerge].rows.lowerBound <= row
    {
      block.merges.append(index.merges[nextMerge])
      nextMerge += 1
    }
  }
}
