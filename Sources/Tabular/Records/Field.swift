public import Numerals

/// A declared column of a table: name, type, unit and constraints.
///
/// Names follow Table Schema (Frictionless Data, version 2) where it has one.
public struct Field: Sendable, Hashable {
  /// What the values of a field are, and with it how exactly they are meant.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Free text.
    case text
    /// An identifier; digits in it are not a number, leading zeros count.
    case code
    /// A whole number without a unit, exact.
    case integer
    /// A whole number of things, exact and not negative.
    case count
    /// Money in the smallest unit written, exact.
    case amount
    /// A measured or computed number; stands for the interval its printing leaves.
    case decimal
    /// A share in hundredths; stands for an interval.
    case percent
    /// A score on a scale; stands for an interval.
    case index
    /// A calendar day.
    case date
    /// A year, semester, quarter or month.
    case period
    /// Yes or no.
    case boolean

    /// True where the values are numerals.
    public var isNumeric: Bool {
      switch self {
      case .integer, .count, .amount, .decimal, .percent, .index: true
      case .text, .code, .date, .period, .boolean: false
      }
    }

    /// True where a numeral means its value exactly rather than the interval it was rounded from.
    public var isExact: Bool {
      switch self {
      case .integer, .count, .amount: true
      default: false
      }
    }

    /// True where values have no digits after the decimal mark.
    public var isWhole: Bool { self == .integer || self == .count }
  }

  /// The order of day and month in a date of two numbers: `3/1/2020`.
  public enum DateOrder: String, Sendable, Hashable, CaseIterable {
    /// `31/12/2020`.
    case dayFirst
    /// `12/31/2020`.
    case monthFirst
  }

  /// Which digits of a number in a workbook count.
  public enum Digits: String, Sendable, Hashable, CaseIterable {
    /// Those that its number format shows.
    case displayed
    /// All that are stored.
    case stored
  }

  /// What every value must satisfy by itself.
  public struct Constraints: Sendable, Hashable {
    /// A missing value is a finding.
    public var required = false
    /// A value that stands twice is a finding.
    public var unique = false
    /// The smallest allowed number.
    public var minimum: ExactDecimal?
    /// The largest allowed number.
    public var maximum: ExactDecimal?
    /// A pattern that the whole value must match.
    public var pattern: String?
    /// The allowed values, in order; empty allows all.
    public var values: [String] = []
    /// The name of the code list the value must be in.
    public var list: String?

    /// No constraints.
    public init() {}

    /// Equality of all constraints.
    public static func == (left: Constraints, right: Constraints) -> Bool {
      left.required == right.required && left.unique == right.unique
        && left.minimum == right.minimum && left.maximum == right.maximum
        && left.pattern == right.pattern && left.values == right.values && left.list == right.list
    }

    /// Hashes what is cheap to hash.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(required)
      hasher.combine(unique)
      hasher.combine(pattern)
      hasher.combine(list)
    }
  }

  /// The name that rules and outputs use: lower case, digits and underscores.
  public var name: String
  /// The header text to look for; nil where it is the name itself.
  public var label: String?
  /// Other header texts that mean the same field, for offices that name it differently.
  public var otherLabels: [String]
  /// The type.
  public var kind: Kind
  /// The unit, such as `rupiah` or `orang`; nil where none was declared.
  public var unit: String?
  /// What the values must satisfy.
  public var constraints: Constraints
  /// Texts that stand for a missing value, besides the empty cell.
  public var missingValues: [String]
  /// Text around the number, as `pengikut` or `Rp`; several may be given.
  public var affixes: [String]
  /// A pattern with one group that holds the number: `B \((.*)\)`; nil where the cell is the number.
  public var numberPattern: String?
  /// The convention that was declared; nil where the values decide.
  public var convention: Notation.Convention?
  /// The order of day and month that was declared; nil where the values decide.
  public var dateOrder: DateOrder?
  /// Which digits of numbers in a workbook count.
  public var digits = Digits.displayed
  /// The decimals that stored digits have at least: a workbook stores 3,000 as 3, which would stand
  /// for anything from 2,5 to 3,5.
  public var storedDecimals = 0
  /// True where the indents of the texts are kept, because records nest by them.
  public var keepsIndents = false
  /// What the figures are printed in, as declared: `juta rupiah` where the unit is rupiah; nil where
  /// the resource decides.
  public var writtenUnit: UnitPhrase?
  /// A title for people, and for the data dictionary.
  public var title: String?
  /// A sentence for the data dictionary.
  public var description: String?

  /// Makes a field with no constraints.
  public init(
    name: String, label: String? = nil, otherLabels: [String] = [], kind: Kind = .text,
    unit: String? = nil,
    constraints: Constraints = Constraints(), missingValues: [String] = [], affixes: [String] = [],
    numberPattern: String? = nil, convention: Notation.Convention? = nil, title: String? = nil,
    description: String? = nil
  ) {
    self.name = name
    self.label = label
    self.otherLabels = otherLabels
    self.kind = kind
    self.unit = unit
    self.constraints = constraints
    self.missingValues = missingValues
    self.affixes = affixes
    self.numberPattern = numberPattern
    self.convention = convention
    self.title = title
    self.description = description
  }

  /// All header texts to look for, the first one first.
  public var labels: [String] { [label ?? name] + otherLabels }
}
