import Numerals

/// Which cells around the line of a total are of its kind.
struct BlockMembers {
  /// What a cell is to a total.
  enum Member {
    /// A number like those that are added up.
    case part(Rational)
    /// Nothing, or a text.
    case empty
    /// A number of another kind.
    case other
  }

  /// The most references that are looked at for all totals of a sheet together.
  static let mostInspections = 20_000_000

  let context: SheetFormulas
  let values: SheetValues
  private(set) var inspections = 0

  /// The sheet's.
  init(_ context: SheetFormulas, _ values: SheetValues) {
    self.context = context
    self.values = values
  }

  /// The numbers of the line within some cells of `place`, nearest first.
  func samples(_ line: TotalLine, from place: Int, up: Bool) -> [CellPosition] {
    (0...FormulaNeeds.depth).map { line.position(up ? place - $0 : place + $0) }
      .filter { position in
        line.contains(line.coordinates(of: position).along)
          && values.cell(at: position)?.content == .number
      }
  }

  /// Whether formulas that take a cell up by itself make it another item.
  enum Claims {
    /// They do.
    case count
    /// They don't, as totals beside show that the cell belongs.
    case ignored
  }

  /// What the cell at `place` in the line of `total` is to the total; `samples` are cells that
  /// the total adds up.
  mutating func member(
    _ place: Int, of total: FormulaLines.Total, like samples: [CellPosition],
    claims: Claims = .count
  ) -> Member {
    let position = total.line.position(place)
    guard position.row < values.cutRow else { return .other }
    guard let cell = values.cell(at: position) else {
      return context.collection.form(at: position) == nil ? .empty : .other
    }
    switch cell.content {
    case .text, .boolean: return .empty
    case .error, .unknown: return .other
    case .number: break
    }
    guard let number = cell.number?.decimal, position != total.position,
      isAlike(position, cell, samples), !isCalledOtherwise(position, total, samples),
      !isCalculatedFrom(total, position),
      claims == .ignored || !isClaimed(position, besides: total)
    else { return .other }
    return .part(Rational(number))
  }

  /// True where a cell is a constant as one of the samples is, or a copy of its formula, and both
  /// or neither are shown as percentages.
  private func isAlike(
    _ position: CellPosition, _ cell: StoredCell, _ samples: [CellPosition]
  ) -> Bool {
    let form = context.collection.form(at: position)
    guard form != FormulaCollection.unknownForm,
      samples.contains(where: { context.collection.form(at: $0) == form })
    else { return false }
    guard let sample = samples.first, let style = values.cell(at: sample)?.style else {
      return false
    }
    return isPercentage(cell.style) == isPercentage(style)
  }

  private func isPercentage(_ style: UInt16) -> Bool {
    context.styles.indices.contains(Int(style))
      && context.styles[Int(style)].format.code.contains("%")
  }

  /// True where only this row of a column is called a total, or a part of another row.
  private func isCalledOtherwise(
    _ position: CellPosition, _ total: FormulaLines.Total, _ samples: [CellPosition]
  ) -> Bool {
    guard total.line.direction == .down, let outline = values.outlines[position.row] else {
      return false
    }
    let sample = samples.first.flatMap { values.outlines[$0.row] }
    return outline.namesExcerpt || outline.namesTotal && sample?.namesTotal != true
  }

  /// True where the cell's own formula takes up cells of the line, as a total or an average does.
  private func isCalculatedFrom(_ total: FormulaLines.Total, _ position: CellPosition) -> Bool {
    guard let formula = context.collection.formula(at: position) else { return false }
    return formula.references.contains { reference in
      guard reference.place == .own, let range = reference.range(at: position) else { return false }
      let (across, along) =
        total.line.direction == .down ? (range.columns, range.rows) : (range.rows, range.columns)
      return across.contains(total.line.index) && along.overlaps(total.line.hull)
    }
  }

  /// True where another formula of the same column (or row) takes the cell up by itself, rather
  /// than together with all that the total adds up.
  private mutating func isClaimed(
    _ position: CellPosition, besides total: FormulaLines.Total
  ) -> Bool {
    let isDown = total.line.direction == .down
    let lines = [position, total.position].map { isDown ? $0.column : $0.row }
    for line in Set(lines) {
      for index in (isDown ? context.lines.byColumn : context.lines.byRow)[line] ?? [] {
        let cell = context.collection.cells[index]
        guard cell.position != total.position else { continue }
        for reference in context.collection.forms[Int(cell.form)].references {
          inspections += 1
          guard inspections <= Self.mostInspections else { return true }
          guard reference.place == .own, let range = reference.range(at: cell.position),
            range.rows.contains(position.row), range.columns.contains(position.column)
          else { continue }
          let along = isDown ? range.rows : range.columns
          let hull = total.line.hull
          if along.lowerBound > hull.lowerBound || along.upperBound < hull.upperBound {
            return true
          }
        }
      }
    }
    return false
  }
}
