public import Tabular

/// Something about a formula, or about a number where a formula ought to be.
public struct FormulaRemark: Sendable, Hashable {
  /// A total that leaves out cells of its block.
  public struct ShortRange: Sendable, Hashable {
    /// Where the cells lie that are left out.
    public enum Side: String, Sendable, Hashable {
      /// Before the first cell that is added up.
      case start
      /// Between cells that are added up.
      case middle
      /// After the last cell that is added up.
      case end
    }

    /// Where they lie.
    public var side: Side
    /// True where they are left out of a column, false where they are left out of a row.
    public var isColumn: Bool
    /// The addresses that are left out, in order.
    public var leftOut: [String]
    /// Their values, as exact decimals.
    public var values: [String]
    /// The formula that adds up all.
    public var suggestion: String
    /// The cell beside the total whose formula adds up all, where that is the evidence.
    public var neighbour: String?
  }

  /// A number typed where the cells around have copies of one formula.
  public struct TypedConstant: Sendable, Hashable {
    /// What the formula would give.
    public enum Comparison: String, Sendable, Hashable {
      /// The number that was typed.
      case equal
      /// Another number.
      case different
      /// It can't be calculated here.
      case unknown
    }

    /// The nearest cell with the formula above or to the left.
    public var before: String
    /// The nearest cell with the formula below or to the right.
    public var after: String
    /// True where the formulas stand in one column, false where they stand in one row.
    public var isColumn: Bool
    /// What the formula would give.
    public var comparison: Comparison
  }

  /// What was met.
  public enum Kind: Sendable, Hashable {
    /// A total leaves out cells of its block.
    case shortRange(ShortRange)
    /// A number was typed over one of several copies of a formula.
    case typedConstant(TypedConstant)
    /// The stored value is not what the formula gives.
    case staleValue
    /// All formulas of the sheet store 0: the program that wrote the file did not calculate; so
    /// many of them should give another value.
    case neverCalculated(count: Int)
  }

  /// A cell that a remark speaks of.
  public struct Cell: Sendable, Hashable {
    /// What it is in the calculation.
    public var role: Finding.Cell.Role
    /// The sheet.
    public var sheet: String
    /// The A1 address.
    public var address: String
    /// Its value as an exact decimal with a point; empty where it has none.
    public var value: String
  }

  /// The sheet.
  public var sheet: String
  /// The A1 address of the cell that is judged.
  public var cell: String
  /// What was met.
  public var kind: Kind
  /// The formula of the cell, without `=`; for a typed number the formula that ought to be there.
  public var formula: String
  /// What stands there, as an exact decimal with a point; nil where nothing is stored.
  public var stated: String?
  /// What should stand there, exact, or rounded to 15 digits where it does not end.
  public var expected: String?
  /// Stated minus expected.
  public var difference: String?
  /// The cells concerned, that which is judged first, at most 20.
  public var cells: [Cell]

  /// The name of the check.
  public var rule: String {
    switch kind {
    case .shortRange: "rumus-rentang"
    case .typedConstant: "rumus-tetapan"
    case .staleValue, .neverCalculated: "rumus-nilai"
    }
  }

  /// What sort of finding it is.
  public var findingKind: Finding.Kind {
    if case .shortRange = kind { .total } else { .arithmetic }
  }

  /// How much it matters by itself.
  public var severity: Severity {
    switch kind {
    case .shortRange: difference == "0" ? .note : .warning
    case .typedConstant(let constant): constant.comparison == .different ? .warning : .note
    case .staleValue, .neverCalculated: .error
    }
  }
}
