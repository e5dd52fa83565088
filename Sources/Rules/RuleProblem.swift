/// What is wrong with a rule or condition itself, found before any data are read.
public struct RuleProblem: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// A character that the language does not have.
    case unexpectedCharacter(Character)
    /// A text whose closing quote is missing.
    case unterminatedText
    /// Something else was expected here.
    case expected(String, found: String)
    /// No field of this name in the table; the nearest names follow.
    case unknownField(String, table: String, nearest: [String])
    /// No table of this name.
    case unknownTable(String, nearest: [String])
    /// No function of this name.
    case unknownFunction(String, nearest: [String])
    /// No code list of this name.
    case unknownList(String, nearest: [String])
    /// No bands of this name.
    case unknownBands(String, nearest: [String])
    /// A bare field, where no table was named by `in`.
    case noTable(field: String)
    /// A text where a number is needed, or the other way round.
    case wrongKind(expected: String, found: String)
    /// Two quantities that can't be added or compared.
    case unitMismatch(left: String, right: String)
    /// The wrong number of arguments.
    case wrongArguments(function: String, usage: String)
    /// Lists of fields of different lengths on the two sides.
    case unequalLengths(Int, Int)
    /// The same statement as another rule.
    case repeats(rule: String)
    /// A statement that can't hold together with another rule.
    case contradicts(rule: String)
    /// A condition that no record can fulfil.
    case neverFires
    /// A statement that holds whatever the data are.
    case alwaysHolds
    /// A tolerance that is no number or percentage.
    case badTolerance(String)
    /// A hierarchy rule on a table that declares no levels.
    case noLevels(table: String)
    /// A stated total of a table that declares no totals.
    case noTotals(table: String)
    /// A form that is not allowed at this place.
    case notAllowedHere(String)
  }

  /// What is wrong.
  public var reason: Reason
  /// The text in which it is wrong.
  public var text: String
  /// The characters of `text` concerned, as offsets from 0.
  public var span: Range<Int>
  /// The rule; nil for a condition that belongs to none.
  public var rule: String?

  /// Makes a problem.
  public init(_ reason: Reason, in text: String, at span: Range<Int>, rule: String? = nil) {
    self.reason = reason
    self.text = text
    self.span = span
    self.rule = rule
  }
}
