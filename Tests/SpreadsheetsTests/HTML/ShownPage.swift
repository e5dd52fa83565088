@testable import Spreadsheets

/// A page as rows of text, for comparing with what is expected at a glance.
enum ShownPage {
  /// All cells of a sheet: `A1 text` a line; kinds other than text stand before the text.
  static func cells(_ page: String, sheet: Int = 0) throws -> [String] {
    try cells(HTMLWorkbook(bytes: Array(page.utf8), limits: SpreadsheetLimits()), sheet: sheet)
  }

  /// The same of a workbook.
  static func cells(_ workbook: any WorkbookReading, sheet: Int = 0) throws -> [String] {
    try blocks(workbook, sheet: sheet).flatMap { block in
      (0..<block.count).map { cell in
        let address = address(row: Int(block.rows[cell]), column: Int(block.columns[cell]))
        let kind = block.kinds[cell] == .text ? "" : "\(block.kinds[cell]):"
        return "\(address) \(kind)\(block.raw(cell).replacing("\n", with: "⏎"))"
      }
    }
  }

  /// The blocks of a sheet.
  static func blocks(_ workbook: any WorkbookReading, sheet: Int = 0) throws -> [CellBlock] {
    let reading = try workbook.open(sheet)
    var blocks: [CellBlock] = []
    var block = CellBlock()
    while try reading.read(into: &block) {
      blocks.append(block)
      block.removeAll()
    }
    return blocks
  }

  /// An address in A1 notation.
  static func address(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
