import Numerals
import Tabular

/// Finds numbers typed over one of several copies of a formula.
struct TypedConstants {
  /// The most cells between two copies that are looked at.
  static let widest = 3

  /// Cells between two copies of a formula.
  struct Gap {
    /// The last copy before.
    var before: CellPosition
    /// The first copy after.
    var after: CellPosition
    /// True where the copies stand in one column.
    var isColumn: Bool
    /// The place of the formula in the collection.
    var form: UInt32
    /// The cells between.
    var cells: [CellPosition]
  }

  /// What may be such numbers, before values are known.
  private(set) var gaps: [Gap] = []

  private let collection: FormulaCollection

  /// Looks for gaps in columns and rows of copies.
  init(_ collection: FormulaCollection) {
    self.collection = collection
    let shapes = collection.forms.map { CopyShape($0) }
    var columns: [UInt32: [FormulaCollection.Cell]] = [:]
    var rows: [UInt32: [FormulaCollection.Cell]] = [:]
    for cell in collection.cells {
      columns[cell.column, default: []].append(cell)
      rows[cell.row, default: []].append(cell)
    }
    for line in columns.values { addGaps(line, isColumn: true, shapes) }
    for line in rows.values { addGaps(line, isColumn: false, shapes) }
  }

  private mutating func addGaps(
    _ line: [FormulaCollection.Cell], isColumn: Bool, _ shapes: [CopyShape]
  ) {
    let places = line.map { Int(isColumn ? $0.row : $0.column) }
    for (index, cell) in line.enumerated().dropLast() {
      let next = line[index + 1]
      let width = places[index + 1] - places[index] - 1
      guard (1...Self.widest).contains(width), next.form == cell.form else { continue }
      let shape = shapes[Int(cell.form)]
      let fit = isColumn ? shape.downColumns : shape.alongRows
      guard fit != .never else { continue }
      let least = fit == .alone ? width : max(2, width)
      let before = Self.run(line, places, from: index, step: -1)
      let after = Self.run(line, places, from: index + 1, step: 1)
      guard before >= least, after >= least else { continue }
      let cells = (1...width).map { step in
        isColumn
          ? CellPosition(row: places[index] + step, column: Int(cell.column))
          : CellPosition(row: Int(cell.row), column: places[index] + step)
      }
      gaps.append(
        Gap(
          before: cell.position, after: next.position, isColumn: isColumn, form: cell.form,
          cells: cells))
    }
  }

  /// The number of touching copies from a place on, counted up to `widest`.
  private static func run(
    _ line: [FormulaCollection.Cell], _ places: [Int], from start: Int, step: Int
  ) -> Int {
    var count = 1
    var index = start + step
    while count < widest, line.indices.contains(index), line[index].form == line[start].form,
      abs(places[index] - places[index - step]) == 1
    {
      count += 1
      index += step
    }
    return count
  }

  /// All that are found, one remark a cell.
  func remarks(
    _ context: SheetFormulas, _ evaluator: inout FormulaEvaluator
  ) -> [PlacedRemark] {
    var remarks: [CellPosition: FormulaRemark] = [:]
    for gap in gaps {
      let isTyped = gap.cells.allSatisfy {
        collection.form(at: $0) == nil
          && evaluator.values.own.cell(at: $0)?.content == .number
      }
      guard isTyped else { continue }
      for cell in gap.cells where remarks[cell] == nil || gap.isColumn {
        guard let remark = remark(at: cell, gap, context, &evaluator) else { continue }
        remarks[cell] = remark
      }
    }
    return remarks.map { PlacedRemark(position: $0.key, remark: $0.value) }
      .sorted { $0.isBefore($1) }
  }

  private func remark(
    at cell: CellPosition, _ gap: Gap, _ context: SheetFormulas,
    _ evaluator: inout FormulaEvaluator
  ) -> FormulaRemark? {
    let formula = collection.forms[Int(gap.form)]
    let own = evaluator.values.own
    let isOther =
      own.outlines[cell.row]?.namesTotal == true && own.outlines[gap.before.row]?.namesTotal != true
    guard let stored = own.cell(at: cell)?.number, let stated = ComputedNumber(stored), !isOther,
      hasOperands(formula, at: cell, evaluator.values)
    else { return nil }
    let expected =
      FormulaEvaluator.canJudge(formula) ? evaluator.number(formula, at: cell) : nil
    let agreement = expected.map { Agreement(stored, with: $0) }
    let comparison: FormulaRemark.TypedConstant.Comparison =
      switch agreement {
      case nil: .unknown
      case .different: .different
      case .equal, .rounded: .equal
      }
    let constant = FormulaRemark.TypedConstant(
      before: gap.before.name, after: gap.after.name, isColumn: gap.isColumn,
      comparison: comparison)
    return FormulaRemark(
      sheet: context.name, cell: cell.name, kind: .typedConstant(constant),
      formula: formula.text(at: cell), stated: stated.decimal?.description,
      expected: expected?.decimal?.description,
      difference: expected.flatMap { stated.difference(from: $0) }?.description,
      cells: Array(
        ([
          context.cell(.stated, cell, own), context.cell(.other, gap.before, own),
          context.cell(.other, gap.after, own),
        ] + context.parts(of: formula, at: cell, evaluator.values)).prefix(
          SheetFormulas.mostCells)))
  }

  /// True where all that the formula would be calculated from is filled with numbers, as in the
  /// rows beside.
  private func hasOperands(
    _ formula: Formula, at cell: CellPosition, _ values: FormulaValues
  ) -> Bool {
    formula.references.allSatisfy { reference in
      guard let range = reference.range(at: cell), let sheet = values.sheet(reference.place) else {
        return true
      }
      if NeededCells.isLarge(range) { return true }
      return range.columns.contains { column in
        sheet.cells(column: column, rows: range.rows).contains { $0.content == .number }
      }
    }
  }
}

/// Along which lines copies of a formula are filled, by where its references lie.
struct CopyShape {
  /// Whether a number between two copies tells anything.
  enum Fit {
    /// It never does: the copies are no fill, but calculate with what stands between them.
    case never
    /// It does where several copies stand before and after it.
    case inRuns
    /// It does between single copies.
    case alone
  }

  /// Down a column.
  private(set) var downColumns = Fit.never
  /// Along a row.
  private(set) var alongRows = Fit.never

  /// The shape of a formula.
  init(_ formula: Formula) {
    let references = formula.references
    let isOwn = references.map { $0.place == .own }
    let rows = zip(references, isOwn).map { Self.offsets($0.first.row, $0.last.row, $0, $1) }
    let columns = zip(references, isOwn).map {
      Self.offsets($0.first.column, $0.last.column, $0, $1)
    }
    downColumns = Self.fit(along: rows, across: columns)
    alongRows = Self.fit(along: columns, across: rows)
    // Along rows a column of amounts often stands beside a column of shares of it.
    if zip(columns, rows).contains(where: { $0.along != 0...0 && $0.isRelative && $1.holds(0) }) {
      alongRows = .never
    }
  }

  /// How far from the formula a reference reaches.
  private struct Reach {
    var along: ClosedRange<Int>
    var isRelative: Bool
    var isOwn: Bool

    /// True where it holds cells at this distance, or can't be told.
    func holds(_ distance: Int) -> Bool { isOwn && isRelative && along.contains(distance) }
  }

  private static func offsets(
    _ first: GridAxis, _ last: GridAxis, _ reference: FormulaReference, _ isOwn: Bool
  ) -> Reach {
    let (low, high) = (Int(min(first.value, last.value)), Int(max(first.value, last.value)))
    return Reach(
      along: low...high, isRelative: !first.isAbsolute && !last.isAbsolute, isOwn: isOwn)
  }

  private static func fit(along: [Reach], across: [Reach]) -> Fit {
    guard !along.isEmpty, along.contains(where: \.isRelative) else { return .never }
    var fit = Fit.alone
    var hasOtherLine = false
    for (reach, line) in zip(along, across) {
      guard reach.isOwn else {
        hasOtherLine = true
        continue
      }
      let isOwnLine = line.holds(0)
      if !isOwnLine { hasOtherLine = true }
      guard reach.isRelative else {
        if isOwnLine { fit = .inRuns }
        continue
      }
      switch reach.along {
      case 0...0: continue
      case -1 ... -1 where isOwnLine: fit = .inRuns
      default:
        guard !isOwnLine else { return .never }
        fit = .inRuns
      }
    }
    return hasOtherLine ? fit : .never
  }
}
