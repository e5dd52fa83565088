/// The totals of a sheet, and which formulas stand in which column and row.
struct FormulaLines {
  /// A formula that adds up a line and does nothing else.
  struct Total {
    /// Where it stands.
    var position: CellPosition
    /// What it adds up.
    var line: TotalLine
    /// True where it is written as a SUM of a range, rather than as a chain of single cells.
    var hasArea: Bool
  }

  /// The totals in the order of the sheet.
  private(set) var totals: [Total] = []
  /// Totals of columns by the row that they stand in, and totals of rows by their column.
  private(set) var totalsBeside: [Beside: [Int]] = [:]
  /// The places of formulas in the collection, by their column.
  private(set) var byColumn: [Int: [Int]] = [:]
  /// The places of formulas in the collection, by their row.
  private(set) var byRow: [Int: [Int]] = [:]

  /// What totals that are alike have in common.
  struct Beside: Hashable {
    /// How the cells of each lie.
    var direction: TotalLine.Direction
    /// The row of totals of columns, the column of totals of rows.
    var place: Int
    /// How far each total stands from its line: 0 where it stands in it.
    var distance: Int
  }

  /// The totals among these formulas.
  init(_ collection: FormulaCollection) {
    let terms = collection.forms.map(\.sumTerms)
    for (index, cell) in collection.cells.enumerated() {
      byColumn[Int(cell.column), default: []].append(index)
      byRow[Int(cell.row), default: []].append(index)
      guard let terms = terms[Int(cell.form)], let line = TotalLine(terms, at: cell.position)
      else { continue }
      let total = Total(
        position: cell.position, line: line, hasArea: terms.contains { $0.shape == .area })
      totalsBeside[Self.beside(total), default: []].append(totals.count)
      totals.append(total)
    }
  }

  /// What `total` has in common with those beside it.
  static func beside(_ total: Total) -> Beside {
    let (along, line) = total.line.coordinates(of: total.position)
    return Beside(
      direction: total.line.direction, place: along, distance: total.line.index - line)
  }
}
