@testable import Spreadsheets

/// Shows the cells of a sheet as lines `A1 text value`, for tests.
enum SheetText {
  /// Reads a sheet to its end.
  static func lines(of sheet: any SheetReading) throws -> [String] {
    var lines: [String] = []
    var block = CellBlock()
    while try sheet.read(into: &block) {
      lines += Self.lines(of: block)
      block.removeAll()
    }
    return lines
  }

  /// The cells of a block, then its merges and hidden rows.
  static func lines(of block: CellBlock) -> [String] {
    var formulas: [Int: String] = [:]
    for formula in block.formulas { formulas[formula.cell] = formula.text }
    var lines = (0..<block.count).map { cell in
      let name = name(Int(block.rows[cell]), Int(block.columns[cell]))
      let style = block.styles[cell] == 0 ? "" : " s\(block.styles[cell])"
      let formula = formulas[cell].map { " =\($0)" } ?? ""
      let value = block.kinds[cell] == .withoutResult ? "" : " '\(block.raw(cell))'"
      return "\(name) \(block.kinds[cell])\(value)\(style)\(formula)"
    }
    lines += block.merges.map {
      let first = name($0.rows.lowerBound, $0.columns.lowerBound)
      return "merge \(first):\(name($0.rows.upperBound, $0.columns.upperBound))"
    }
    return lines + block.hiddenRows.map { "hidden \($0)" }
  }

  private static func name(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
