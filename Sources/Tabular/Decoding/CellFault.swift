import Numerals

/// What is wrong with one cell.
struct CellFault {
  /// What is wrong.
  enum Reason {
    /// No numeral of the field; the nearest well-formed readings, as the source would write them.
    case numeral(NumeralFault, nearest: [String])
    /// A numeral that lacks the declared form; its value as the source would write it.
    case numeralForm(nearest: String)
    /// A numeral that may mean two values.
    case ambiguousNumeral([String])
    /// A code that a spreadsheet program wrote as a number with an exponent: `3.30401E+15`.
    case codeWithExponent
    /// An error value of a spreadsheet: `#REF!`.
    case spreadsheetError
    /// A formula of a spreadsheet whose result is not stored; the text is the formula.
    case formulaWithoutResult
    /// A required value is missing.
    case required
    /// Below the smallest allowed number.
    case belowMinimum(ExactDecimal, value: ExactDecimal)
    /// Above the largest allowed number.
    case aboveMaximum(ExactDecimal, value: ExactDecimal)
    /// Not among the allowed values; the nearest of them.
    case notListed(nearest: String?)
    /// Does not match the pattern.
    case pattern(String)
    /// No date.
    case date
    /// A date whose day and month can't be told apart: both readings.
    case ambiguousDate([String])
    /// No year, semester, quarter or month.
    case period
    /// Neither yes nor no.
    case boolean
  }

  /// The position of the field.
  var field: Int
  /// The row of the batch.
  var row: Int
  /// The text as found.
  var raw: String
  /// What is wrong.
  var reason: Reason
}
