/// How much of a sheet's formulas is judged.
public struct FormulaLimits: Sendable, Hashable {
  /// The most formulas of a sheet.
  public var formulas: Int
  /// The most formulas of a sheet that are no copies of each other.
  public var forms: Int
  /// The most cells whose values are kept, those of other sheets included.
  public var values: Int
  /// The most remarks of each kind.
  public var remarks: Int

  /// Makes limits: 200,000 formulas of 20,000 forms, 1,000,000 values and 1,000 remarks of a kind
  /// unless told otherwise.
  public init(
    formulas: Int = 200_000, forms: Int = 20_000, values: Int = 1_000_000, remarks: Int = 1_000
  ) {
    self.formulas = formulas
    self.forms = forms
    self.values = values
    self.remarks = remarks
  }
}
