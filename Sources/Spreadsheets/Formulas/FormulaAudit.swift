/// What is told of the formulas of a sheet.
public struct FormulaAudit: Sendable, Hashable {
  /// What was met, in the order of the sheet.
  public internal(set) var remarks: [FormulaRemark] = []
  /// The number of formulas.
  public internal(set) var formulas = 0
  /// The number of formulas whose stored value was compared with what they give.
  public internal(set) var checked = 0
  /// The number of formulas whose stored value could not be judged: other functions, texts, other
  /// workbooks, circles, or no stored value.
  public var notJudged: Int { formulas - checked }
  /// The number of formulas that were not looked at, as there are more than the limits allow.
  public internal(set) var beyondLimits = 0
  /// The number of remarks that were left out, as there are more than the limits allow.
  public internal(set) var omittedRemarks = 0
}

extension Workbook {
  /// Judges the formulas of a sheet, by its place in `sheets`.
  ///
  /// Reads the sheet once more where it has formulas, and each sheet once that they refer to.
  ///
  /// - Throws: where the sheet can't be read.
  public func audit(
    sheet: Int, limits: FormulaLimits = FormulaLimits()
  ) throws(SpreadsheetError) -> FormulaAudit {
    try FormulaAudit(of: reading, sheet: sheet, limits: limits)
  }
}

extension FormulaAudit {
  /// Judges the formulas of a sheet, by its place in the sheets of `workbook`.
  init(
    of workbook: any WorkbookReading, sheet: Int, limits: FormulaLimits
  ) throws(SpreadsheetError) {
    var collection = FormulaCollection(limits: limits)
    let reading = try workbook.open(sheet)
    var block = CellBlock()
    while try reading.read(into: &block) {
      collection.take(block)
      block.removeAll()
    }
    collection.take(block)
    try self.init(collection, of: workbook, sheet: sheet, limits: limits)
  }

  /// Judges formulas that were collected while the sheet was read.
  init(
    _ collection: FormulaCollection, of workbook: any WorkbookReading, sheet: Int,
    limits: FormulaLimits
  ) throws(SpreadsheetError) {
    formulas = collection.count
    beyondLimits = collection.beyondLimits
    guard !collection.cells.isEmpty else { return }
    let lines = FormulaLines(collection)
    let constants = TypedConstants(collection)
    let needs = FormulaNeeds(
      collection, lines: lines, gaps: constants.gaps, sheet: workbook.sheets[sheet].name)
    let values = try needs.values(of: workbook, sheet: sheet, limit: limits.values)
    let context = SheetFormulas(
      name: workbook.sheets[sheet].name, collection: collection, lines: lines,
      styles: workbook.styles)
    var evaluator = FormulaEvaluator(values)
    let shortRanges = ShortRanges(context)
    var staleValues = StaleValues(context)
    let found = [
      shortRanges.remarks(&evaluator), constants.remarks(context, &evaluator),
      staleValues.remarks(&evaluator),
    ]
    checked = staleValues.checked
    omittedRemarks = found.reduce(0) { $0 + max(0, $1.count - limits.remarks) }
    remarks = found.flatMap { $0.prefix(limits.remarks) }.sorted { $0.isBefore($1) }.map(\.remark)
  }
}

/// A remark with the place of its cell.
struct PlacedRemark {
  /// The cell.
  var position: CellPosition
  /// The remark.
  var remark: FormulaRemark

  /// True where it comes first in the order of the sheet; of one cell in the order of the rules.
  func isBefore(_ other: PlacedRemark) -> Bool {
    (position.row, position.column, remark.rule)
      < (other.position.row, other.position.column, other.remark.rule)
  }
}
