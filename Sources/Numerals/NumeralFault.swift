/// Why a text is no numeral of its field.
public enum NumeralFault: Error, Sendable, Hashable {
  /// No digit at all: `abc`, an undeclared `-`.
  case noDigits
  /// The text does not have the form of the declared pattern.
  case patternMismatch
  /// Text that is no declared affix stands beside or between the digits.
  case unexpectedText(String)
  /// A letter stands where a digit belongs: `1O.500`.
  case letterForDigit(String)
  /// Scientific notation, in which digits were lost: `2.61024E+11`.
  case scientific
  /// Two marks follow each other: `12..821.200`.
  case doubledMark
  /// A mark stands before the first digit: `.5`.
  case leadingMark
  /// A mark stands after the last digit: `5.`.
  case trailingMark
  /// A blank stands beside a mark, or groups do not fit the blanks between them.
  case strayBlank
  /// A group does not have three digits but this many: `1.0548.04`.
  case groupLength(Int)
  /// A number with marks begins with a zero that does not count: `0.123.456`, `00,5`.
  case leadingZero
  /// The decimal mark stands twice: `12,34,56`.
  case twoDecimalMarks
  /// A group mark stands after the decimal mark: `1,234.567` read by Indonesian convention.
  case groupAfterDecimal
  /// Well-formed, but only in the convention that the field does not use.
  case otherConvention(Notation.Convention)
  /// Decimals other than zero in a field of whole numbers.
  case fraction
  /// More than 38 digits.
  case overflow
  /// Two signs, or a sign within parentheses: `--5`, `(-5)`.
  case doubleSign
  /// A sign after the digits: `5-`.
  case misplacedSign
  /// A parenthesis without its partner: `(53.559`.
  case unbalancedParentheses
}
