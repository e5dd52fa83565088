import Glibc
import Tabular

@testable import Spreadsheets

/// Reads fixtures and tells what is in them.
enum XLSFixtures {
  /// A workbook in lines, one a cell: `Data!A1 number 12 =SUM(B1:B2)`.
  static func told(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) -> [String] {
    do throws(SpreadsheetError) {
      let workbook = try XLSWorkbook(bytes: bytes, limits: limits)
      return workbook.sheets.indices.flatMap { told(workbook, sheet: $0) }
    } catch {
      return [told(error)]
    }
  }

  /// A sheet in lines.
  static func told(_ workbook: XLSWorkbook, sheet number: Int) -> [String] {
    let sheet = workbook.sheets[number]
    var lines: [String] = sheet.visibility == .visible ? [] : ["\(sheet.name) \(sheet.visibility)"]
    do throws(SpreadsheetError) {
      let reading = try workbook.open(number)
      var block = CellBlock()
      while try reading.read(into: &block) {
        lines += told(block, sheet: sheet.name)
        block.removeAll()
      }
      lines += reading.hiddenColumns.map { "\(sheet.name) hides columns \($0)" }
    } catch {
      lines.append(told(error))
    }
    return lines
  }

  private static func told(_ block: CellBlock, sheet: String) -> [String] {
    var formulas: [Int: String] = [:]
    for formula in block.formulas { formulas[formula.cell] = " =" + formula.text }
    var lines = (0..<block.count).map { cell in
      let address = SheetAddress.name(column: Int(block.columns[cell]), row: Int(block.rows[cell]))
      let text = block.raw(cell)
      return "\(sheet)!\(address) \(block.kinds[cell])" + (text.isEmpty ? "" : " " + text)
        + (formulas[cell] ?? "")
    }
    for merge in block.merges { lines.append("\(sheet) merges \(merge.rows) \(merge.columns)") }
    if !block.hiddenRows.isEmpty { lines.append("\(sheet) hides rows \(block.hiddenRows)") }
    return lines
  }

  /// An error in a line: where, and what.
  static func told(_ error: SpreadsheetError) -> String {
    let place = [error.sheet, error.cell].compactMap { $0 }.joined(separator: "!")
    return (place.isEmpty ? "" : place + " ") + "\(error.reason)"
  }

  /// The bytes of a fixture.
  static func fixture(_ name: String) -> [UInt8] {
    bytes(ofFile: Corpus.package + "Tests/SpreadsheetsTests/Fixtures/xls/" + name)
  }

  /// The bytes of a file; none where it can't be read.
  static func bytes(ofFile path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { all += part[..<count] }
    return all
  }
}
