public import Tabular

/// The rows of a sheet as they are shown, from the first to the last.
///
/// Numbers are written as their format shows them, in Indonesian notation; the value of a merged
/// range stands in every cell of it; blank rows that follow each other are one row. What is held in
/// memory is a block of rows and the merged ranges that have not ended.
public final class SheetRows {
  /// The rows that are hidden, from 1; complete when all rows are read.
  public private(set) var hiddenRows: [ClosedRange<Int>] = []
  /// The columns that are hidden, from 0; complete when all rows are read.
  public var hiddenColumns: [ClosedRange<Int>] { sheet.hiddenColumns }
  /// The last row with content so far, 0 where there is none.
  public var rowCount: Int { assembly.lastFilledRow }
  /// The cells with content so far; those that merged ranges cover are not counted again.
  public var cellCount: Int { assembly.filledCells }
  /// The cells so far that hold something and lie under a merged range, which hides them.
  public var coveredCellCount: Int { assembly.merges.covered }

  private let reading: any WorkbookReading
  private let path: String
  private let name: String
  private let number: Int
  private let sheet: any SheetReading
  /// The formulas so far, where they are to be judged.
  private var formulas: FormulaCollection?
  private var block = CellBlock()
  private var assembly: RowAssembly
  private var state = State.reading

  private enum State { case reading, assembling, ended, finished }

  /// Opens a sheet at its first row.
  init(
    _ reading: any WorkbookReading, path: String, limits: SpreadsheetLimits, sheet: Int,
    within range: SheetRange, judging formulas: FormulaLimits? = nil
  ) throws(SpreadsheetError) {
    self.reading = reading
    self.path = path
    number = sheet
    self.formulas = formulas.map { FormulaCollection(limits: $0) }
    name = reading.sheets[sheet].name
    do { self.sheet = try reading.open(sheet) } catch {
      throw error.placed(path: path, sheet: reading.sheets[sheet].name)
    }
    assembly = RowAssembly(
      range: range, pen: CellPen(beginsIn1904: reading.beginsIn1904), cellLimit: limits.cells)
  }

  /// The next rows; nil where there are none left.
  ///
  /// Rows have their cells up to the last that is filled. The first cell of every row stands in the
  /// column `firstColumn`.
  ///
  /// - Throws: where the sheet is damaged or larger than the limits.
  public func next() throws(SpreadsheetError) -> RowBlock? {
    do { return try nextRows() } catch { throw error.placed(path: path, sheet: name) }
  }

  private func nextRows() throws(SpreadsheetError) -> RowBlock? {
    while true {
      switch state {
      case .reading:
        block.removeAll()
        state = try sheet.read(into: &block) ? .assembling : .ended
        formulas?.take(block)
        keepHidden()
        assembly.begin(block, styles: reading.styles)
      case .assembling:
        let rows = try assembly.assemble(block)
        if !assembly.hasMore(of: block) { state = assembly.isPastRange ? .ended : .reading }
        if let rows { return rows }
      case .ended:
        block.removeAll()
        let rows = try assembly.finish()
        if !assembly.hasOpenRows { state = .finished }
        if let rows { return rows }
      case .finished: return nil
      }
    }
  }

  private func keepHidden() {
    for row in block.hiddenRows {
      if let last = hiddenRows.last, last.upperBound &+ 1 == row {
        hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
      } else if hiddenRows.last?.upperBound ?? 0 < row {
        hiddenRows.append(row...row)
      }
    }
  }
}

extension SheetRows {
  /// What the formulas of the sheet show, once all rows are read; nil where nobody asked for it.
  ///
  /// Where the sheet was read to its end only the values that formulas need are read once more.
  ///
  /// - Throws: where the sheet, or one that its formulas refer to, can't be read.
  public func audit() throws(SpreadsheetError) -> FormulaAudit? {
    guard let formulas else { return nil }
    do throws(SpreadsheetError) {
      guard assembly.isPastRange else {
        return try FormulaAudit(formulas, of: reading, sheet: number, limits: formulas.limits)
      }
      return try FormulaAudit(of: reading, sheet: number, limits: formulas.limits)
    } catch {
      throw error.placed(path: path, sheet: name)
    }
  }
}

extension Workbook {
  /// The rows of a sheet, by its place in `sheets`, as they are shown.
  ///
  /// - Parameters:
  ///   - sheet: The place of the sheet.
  ///   - range: The part of it that is wanted; no other cells are delivered.
  ///   - formulas: How many formulas are judged by `audit`; nil where they are of no interest.
  /// - Returns: What reads them.
  /// - Throws: where the sheet can't be found in the workbook.
  public func rows(
    of sheet: Int, within range: SheetRange = .all, judging formulas: FormulaLimits? = nil
  ) throws(SpreadsheetError) -> SheetRows {
    try SheetRows(
      reading, path: path, limits: limits, sheet: sheet, within: range, judging: formulas)
  }
}

extension SpreadsheetError {
  /// The same error with the path and the sheet where it doesn't tell them itself.
  func placed(path: String, sheet: String) -> SpreadsheetError {
    var error = self
    if error.path.isEmpty { error.path = path }
    if error.sheet == nil { error.sheet = sheet }
    return error
  }
}
