import Numerals
import Tabular

/// Finds totals that leave out cells of their block.
struct ShortRanges {
  /// What a total leaves out.
  struct LeftOut {
    /// Where it lies.
    var side: FormulaRemark.ShortRange.Side
    /// The rows or columns.
    var places: [Int]
    /// The total that adds up all, where that is the evidence.
    var neighbour: CellPosition?
  }

  private let context: SheetFormulas

  /// Finds them in this sheet.
  init(_ context: SheetFormulas) { self.context = context }

  /// All that are found.
  func remarks(_ evaluator: inout FormulaEvaluator) -> [PlacedRemark] {
    var blocks = TotalBlocks(context, evaluator.values.own)
    var remarks: [PlacedRemark] = []
    for (_, alike) in context.lines.totalsBeside {
      let differ = Set(alike.lazy.map { context.lines.totals[$0].line.spans }).count > 1
      for (offset, index) in alike.enumerated() {
        let total = context.lines.totals[index]
        guard differ || TotalBlocks.closesBlock(total) || TotalBlocks.endsSeries(total),
          let formula = context.collection.formula(at: total.position),
          let sum = evaluator.number(formula, at: total.position)
        else { continue }
        let beside = differ ? alike[max(0, offset - 32)..<min(alike.count, offset + 33)] : []
        guard
          let leftOut = blocks.leftOut(total, sum: sum.value)
            ?? blocks.leftOut(
              total, sum: sum.value, beside: beside.map { context.lines.totals[$0] }),
          let remark = remark(total, leftOut, sum, evaluator.values)
        else { continue }
        remarks.append(PlacedRemark(position: total.position, remark: remark))
      }
    }
    return remarks.sorted { $0.isBefore($1) }
  }

  private func remark(
    _ total: FormulaLines.Total, _ leftOut: LeftOut, _ sum: ComputedNumber, _ values: FormulaValues
  ) -> FormulaRemark? {
    let sheet = values.own
    let places = leftOut.places.sorted().map { total.line.position($0) }
    let cells = places.map { context.cell(.part, $0, sheet) }
    var expected: Rational? = sum.value
    for place in places {
      guard let number = sheet.cell(at: place)?.number?.decimal else { continue }
      expected = expected?.adding(Rational(number))
    }
    guard let expected else { return nil }
    let stated = sheet.cell(at: total.position)?.number?.decimal ?? sum.decimal
    let total = total
    let suggestion = Self.sum(total.line.adding(leftOut.places), total)
    let kind = FormulaRemark.ShortRange(
      side: leftOut.side, isColumn: total.line.direction == .down,
      leftOut: cells.map(\.address), values: cells.map(\.value),
      suggestion: suggestion.text(at: total.position), neighbour: leftOut.neighbour?.name)
    var others = cells
    if let neighbour = leftOut.neighbour { others.append(context.cell(.other, neighbour, sheet)) }
    let formula = context.collection.formula(at: total.position)?.text(at: total.position) ?? ""
    return FormulaRemark(
      sheet: context.name, cell: total.position.name, kind: .shortRange(kind), formula: formula,
      stated: stated?.reduced.description,
      expected: ComputedNumber(expected, error: .none).decimal?.description,
      difference: stated.flatMap { Rational($0).subtracting(expected) }
        .flatMap { ComputedNumber($0, error: .none).decimal?.description },
      cells: Array(
        ([context.cell(.stated, total.position, sheet)] + others).prefix(SheetFormulas.mostCells)))
  }

  /// The formula that adds up these cells of the line of a total.
  private static func sum(_ spans: [ClosedRange<Int>], _ total: FormulaLines.Total) -> Formula {
    func point(_ position: CellPosition) -> GridPoint {
      GridPoint(
        row: GridAxis(position.row, isAbsolute: false, from: total.position.row),
        column: GridAxis(position.column, isAbsolute: false, from: total.position.column))
    }
    let references = spans.map { span in
      FormulaReference(
        place: .own, shape: span.count == 1 ? .cell : .area,
        first: point(total.line.position(span.lowerBound)),
        last: point(total.line.position(span.upperBound)))
    }
    return Formula(
      tokens: references.map { .reference($0) } + [.call("SUM", arguments: references.count)])
  }
}
