import Numerals
import Tabular

/// The formulas of a sheet, with all that is known of them before values are.
struct SheetFormulas {
  /// The name of the sheet.
  var name: String
  /// All formulas.
  var collection: FormulaCollection
  /// The totals.
  var lines: FormulaLines
  /// How cells are shown, by the number of their style.
  var styles: [CellStyle]

  /// The most cells that a remark names.
  static let mostCells = 20

  /// A cell of this sheet for a remark.
  func cell(
    _ role: Finding.Cell.Role, _ position: CellPosition, _ values: SheetValues
  ) -> FormulaRemark.Cell {
    FormulaRemark.Cell(
      role: role, sheet: name, address: position.name,
      value: values.cell(at: position)?.number?.decimal?.description ?? "")
  }

  /// The cells that a formula refers to, as parts, at most a few.
  func parts(
    of formula: Formula, at position: CellPosition, _ values: FormulaValues
  ) -> [FormulaRemark.Cell] {
    var cells: [FormulaRemark.Cell] = []
    for reference in formula.references {
      guard let range = reference.range(at: position),
        let sheet = values.sheet(reference.place)
      else { continue }
      for column in range.columns {
        for cell in sheet.cells(column: column, rows: range.rows) {
          guard cells.count < Self.mostCells else { return cells }
          guard let number = cell.number?.decimal else { continue }
          let place = CellPosition(row: Int(cell.row), column: column)
          var shown = FormulaRemark.Cell(
            role: .part, sheet: name, address: place.name, value: number.description)
          if case .sheet(let other) = reference.place { shown.sheet = other }
          cells.append(shown)
        }
      }
    }
    return cells
  }
}

extension ComputedNumber {
  /// The value as a decimal: exact where it has no more than 15 digits behind the point, else
  /// rounded to 15 digits that count.
  var decimal: ExactDecimal? {
    if let exact = value.exactDecimal?.reduced, exact.scale <= 15 { return exact }
    let whole = (value.numerator.magnitude / value.denominator.magnitude)
    let digits = whole == 0 ? 0 : String(whole).utf8.count
    return value.rounded(toScale: max(0, 15 - digits))?.reduced
  }
}
