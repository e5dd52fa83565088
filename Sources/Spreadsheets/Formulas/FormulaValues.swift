/// The kept values of a workbook, for judging the formulas of one sheet.
struct FormulaValues {
  /// The sheet of the formulas.
  var own: SheetValues
  /// The name of that sheet in small letters.
  var ownName: String
  /// Other sheets by their names in small letters.
  var others: [String: SheetValues] = [:]

  /// The sheet that a reference means, or nil where it isn't known.
  func sheet(_ place: FormulaReference.Place) -> SheetValues? {
    switch place {
    case .own: own
    case .sheet(let name): name.lowercased() == ownName ? own : others[name.lowercased()]
    case .elsewhere: nil
    }
  }
}

/// What a piece of a formula gives.
enum FormulaOperand {
  /// A number.
  case number(ComputedNumber)
  /// A truth value.
  case boolean(Bool)
  /// Cells of a sheet.
  case cells(FormulaReference.Place, CellRange)
  /// A blank cell, or an argument left out.
  case blank
  /// An error value.
  case error
  /// Something that is not judged.
  case unknown
}
