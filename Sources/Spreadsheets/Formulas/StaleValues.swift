import Numerals
import Tabular

/// Finds stored values that differ from what their formulas give.
struct StaleValues {
  /// The most formulas that are followed to find one circle.
  private static let longestCircle = 20_000
  /// The most steps that are taken to find circles.
  private static let mostSteps = 5_000_000

  /// The number of formulas that could be judged.
  private(set) var checked = 0

  private let context: SheetFormulas
  private var steps = 0

  /// Finds them in this sheet.
  init(_ context: SheetFormulas) { self.context = context }

  /// All that are found; one where no formula of the sheet was calculated.
  mutating func remarks(_ evaluator: inout FormulaEvaluator) -> [PlacedRemark] {
    var remarks: [PlacedRemark] = []
    var zeros = 0
    let judged = context.collection.forms.map { FormulaEvaluator.canJudge($0) }
    for cell in context.collection.cells where judged[Int(cell.form)] {
      let position = cell.position
      let formula = context.collection.forms[Int(cell.form)]
      guard let stored = evaluator.values.own.cell(at: position)?.number,
        let result = evaluator.number(formula, at: position)
      else { continue }
      let agreement = Agreement(stored, with: result)
      if agreement == .different, isCircular(cell) { continue }
      checked += 1
      zeros += stored.mantissa == 0 ? 1 : 0
      guard agreement == .different,
        let remark = remark(at: position, formula, stored, result, evaluator.values)
      else { continue }
      remarks.append(PlacedRemark(position: position, remark: remark))
    }
    guard zeros == checked, remarks.count >= 3, var first = remarks.first else { return remarks }
    first.remark.kind = .neverCalculated(count: remarks.count)
    return [first]
  }

  private func remark(
    at position: CellPosition, _ formula: Formula, _ stored: StoredNumber,
    _ result: ComputedNumber, _ values: FormulaValues
  ) -> FormulaRemark? {
    guard let stated = ComputedNumber(stored) else { return nil }
    let parts = context.parts(of: formula, at: position, values)
    return FormulaRemark(
      sheet: context.name, cell: position.name, kind: .staleValue,
      formula: formula.text(at: position), stated: stated.decimal?.description,
      expected: result.decimal?.description,
      difference: stated.difference(from: result)?.description,
      cells: Array(
        ([context.cell(.stated, position, values.own)] + parts).prefix(SheetFormulas.mostCells)))
  }

  /// True where a formula takes part in calculating what it refers to.
  private mutating func isCircular(_ start: FormulaCollection.Cell) -> Bool {
    var seen: Set<CellPosition> = []
    var waiting = [start.position]
    while let position = waiting.popLast(), seen.count < Self.longestCircle,
      steps < Self.mostSteps
    {
      guard let formula = context.collection.formula(at: position) else { continue }
      for reference in formula.references where reference.place == .own {
        guard let range = reference.range(at: position) else { continue }
        if range.rows.contains(start.position.row), range.columns.contains(start.position.column) {
          return true
        }
        for next in formulas(in: range) where seen.insert(next).inserted { waiting.append(next) }
      }
    }
    return false
  }

  private mutating func formulas(in range: CellRange) -> [CellPosition] {
    var found: [CellPosition] = []
    for column in range.columns where found.count < Self.longestCircle {
      let places = context.lines.byColumn[column] ?? []
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        let isBefore = context.collection.cells[places[middle]].row < range.rows.lowerBound
        if isBefore { low = middle + 1 } else { high = middle }
      }
      for index in places[low...] {
        steps += 1
        let position = context.collection.cells[index].position
        guard position.row <= range.rows.upperBound, found.count < Self.longestCircle else { break }
        found.append(position)
      }
    }
    return found
  }
}
