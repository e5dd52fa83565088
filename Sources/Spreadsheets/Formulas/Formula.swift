/// A formula relative to its own cell: copies of a formula down a column or along a row are equal.
///
/// The tokens stand in the order of calculation: operands before their operator, the arguments
/// of a function before its name.
struct Formula: Hashable, Sendable {
  /// What the formula is made of.
  var tokens: [FormulaToken]

  /// All references, in the order in which they are written.
  var references: [FormulaReference] {
    tokens.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }
}

/// A piece of a formula.
enum FormulaToken: Hashable, Sendable {
  /// A number as written, with a point.
  case number(String)
  /// A text between quotes.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// An error value, as `#REF!`.
  case error(String)
  /// A constant table between braces, as written.
  case array(String)
  /// The name of a range, or a reference by the names of a table; as written.
  case name(String)
  /// Cells.
  case reference(FormulaReference)
  /// An argument left out.
  case missing
  /// A sign before the operand.
  case prefix(Prefix)
  /// `%` after the operand.
  case percent
  /// Parentheses around the operand.
  case parentheses
  /// An operator between the two operands before it.
  case infix(Infix)
  /// A function, its name in capitals, of so many arguments.
  case call(String, arguments: Int)

  /// A sign before an operand.
  enum Prefix: UInt8, Hashable, Sendable {
    /// Leaves the operand as it is.
    case plus = 0x2B
    /// The opposite.
    case minus = 0x2D
    /// One value of a range.
    case single = 0x40
  }

  /// An operator between two operands.
  enum Infix: String, Hashable, Sendable {
    /// Comparisons, which bind least.
    case equal = "="
    case unequal = "<>"
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    /// Puts texts together.
    case joined = "&"
    /// Arithmetic.
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    /// The cells that two ranges share.
    case intersection = " "
    /// Two ranges together.
    case union = ","
    /// All from one reference to another.
    case range = ":"

    /// How tightly it binds; a sign before an operand binds tighter than all arithmetic.
    var precedence: Int {
      switch self {
      case .equal, .unequal, .atMost, .atLeast, .below, .above: 1
      case .joined: 2
      case .plus, .minus: 3
      case .times, .over: 4
      case .power: 5
      case .union: 6
      case .intersection: 7
      case .range: 8
      }
    }
  }
}
