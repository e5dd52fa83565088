public import Tabular

/// The cells of a sheet that hold something, row after row, as stored and as shown.
///
/// Merged ranges are not spread: only cells that exist are told. What is held in memory is a block
/// of cells.
public final class SheetCells {
  private let reading: any WorkbookReading
  private let path: String
  private let name: String
  private let sheet: any SheetReading
  private let range: SheetRange
  private var block = CellBlock()
  private var formats = ShownFormats()

  /// Opens a sheet at its first row.
  init(
    _ reading: any WorkbookReading, path: String, sheet: Int, within range: SheetRange
  ) throws(SpreadsheetError) {
    self.reading = reading
    self.path = path
    self.range = range
    name = reading.sheets[sheet].name
    do { self.sheet = try reading.open(sheet) } catch {
      throw error.placed(path: path, sheet: reading.sheets[sheet].name)
    }
  }

  /// The next cells, row after row and from left to right; nil where there are none left.
  ///
  /// - Throws: where the sheet is damaged or larger than the limits.
  public func next() throws(SpreadsheetError) -> [SheetCell]? {
    while true {
      block.removeAll()
      do {
        guard try sheet.read(into: &block) else { return nil }
      } catch { throw error.placed(path: path, sheet: name) }
      if let last = range.rows?.upperBound, let first = block.rows.first, Int(first) > last {
        return nil
      }
      formats.extend(to: reading.styles)
      let records = block.starts.indices.filter { isWanted($0) }.map { record(of: $0) }
      if !records.isEmpty { return records }
    }
  }

  private func isWanted(_ cell: Int) -> Bool {
    (range.rows?.contains(Int(block.rows[cell])) ?? true)
      && (range.columns?.contains(Int(block.columns[cell])) ?? true)
  }

  private func record(of cell: Int) -> SheetCell {
    let description = CellDescription(
      cell, of: block, format: formats[block.styles[cell]], beginsIn1904: reading.beginsIn1904)
    return SheetCell(
      sheet: name, row: Int(block.rows[cell]), column: Int(block.columns[cell]) + 1,
      raw: block.raw(cell), value: description.value, type: description.type,
      display: description.display, formula: block.formula(of: cell))
  }
}

extension Workbook {
  /// The cells of a sheet, by its place in `sheets`, as stored and as shown.
  ///
  /// - Parameters:
  ///   - sheet: The place of the sheet.
  ///   - range: The part of it that is wanted.
  /// - Returns: What reads them.
  /// - Throws: where the sheet can't be found in the workbook.
  public func cells(
    of sheet: Int, within range: SheetRange = .all
  ) throws(SpreadsheetError) -> SheetCells {
    try SheetCells(reading, path: path, sheet: sheet, within: range)
  }
}
