/// All formulas of a sheet, copies kept once.
struct FormulaCollection {
  /// A cell with a formula.
  struct Cell: Hashable {
    /// The row, from 1.
    var row: UInt32
    /// The column, from 0.
    var column: UInt32
    /// The place of the formula in `forms`.
    var form: UInt32

    /// Where it stands.
    var position: CellPosition { CellPosition(row: Int(row), column: Int(column)) }
  }

  /// The formulas that are no copies of each other.
  private(set) var forms: [Formula] = []
  /// The cells with formulas that can be read, in the order of the sheet.
  private(set) var cells: [Cell] = []
  /// The number of formulas of the sheet.
  private(set) var count = 0
  /// The number of formulas that can't be read.
  private(set) var unreadable = 0
  /// The number of formulas beyond the limits.
  private(set) var beyondLimits = 0

  /// The form of formulas of which nothing is known but that they are there.
  static let unknownForm = UInt32.max

  let limits: FormulaLimits
  /// The first row whose formulas were not all looked at.
  private var cutRow = Int.max
  private var formNumbers: [Formula: UInt32] = [:]
  private var formsAt: [UInt64: UInt32] = [:]

  /// An empty collection.
  init(limits: FormulaLimits) { self.limits = limits }

  /// Takes the formulas of the next rows.
  mutating func take(_ block: CellBlock) {
    for formula in block.formulas where formula.cell < block.count {
      count += 1
      let (row, column) = (block.rows[formula.cell], block.columns[formula.cell])
      let position = CellPosition(row: Int(row), column: Int(column))
      guard formsAt.count < limits.formulas else {
        beyondLimits += 1
        cutRow = min(cutRow, position.row)
        continue
      }
      formsAt[Self.key(position)] = Self.unknownForm
      guard let parsed = FormulaParser.formula(formula.text, at: position) else {
        unreadable += 1
        continue
      }
      guard let form = number(of: parsed) else {
        beyondLimits += 1
        continue
      }
      cells.append(Cell(row: row, column: column, form: form))
      formsAt[Self.key(position)] = form
    }
  }

  /// The form of the formula at `position`, if there is one; `unknownForm` where it can't be told.
  func form(at position: CellPosition) -> UInt32? {
    formsAt[Self.key(position)] ?? (position.row >= cutRow ? Self.unknownForm : nil)
  }

  /// The formula at `position`, if there is one that is known.
  func formula(at position: CellPosition) -> Formula? {
    guard let form = form(at: position), form != Self.unknownForm else { return nil }
    return forms[Int(form)]
  }

  private mutating func number(of formula: Formula) -> UInt32? {
    if let known = formNumbers[formula] { return known }
    guard forms.count < limits.forms else { return nil }
    let number = UInt32(forms.count)
    forms.append(formula)
    formNumbers[formula] = number
    return number
  }

  private static func key(_ position: CellPosition) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: position.row)) << 32
      | UInt64(UInt32(truncatingIfNeeded: position.column))
  }
}
