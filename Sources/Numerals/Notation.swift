/// How the numerals of a field are written: enough to read one strictly and to write a value back
/// as its source would.
public struct Notation: Sendable, Hashable {
  /// Which sign groups digits and which one marks decimals.
  public enum Convention: String, Sendable, Hashable, CaseIterable {
    /// `1.054.804,25`: groups by points, decimals after a comma.
    case indonesian
    /// `1,054,804.25`: groups by commas, decimals after a point.
    case english
  }

  /// Whether thousands are grouped.
  public enum Grouping: String, Sendable, Hashable {
    /// `1054804`.
    case none
    /// `1.054.804`: groups of exactly three.
    case thousands
  }

  /// How a negative value is told.
  public enum Negative: String, Sendable, Hashable {
    /// `-53.559.000`.
    case minus
    /// `(53.559.000)`, as accountants write.
    case parentheses
  }

  /// Where the minus sign or the parentheses stand when there is a prefix or suffix.
  public enum SignPlace: String, Sendable, Hashable {
    /// Around everything: `-Rp 500`, `(Rp 500,-)`.
    case outside
    /// Next to the digits: `Rp -500`, `Rp (500)`.
    case inside
  }

  /// The group and decimal signs.
  public var convention: Convention
  /// Whether groups are written.
  public var grouping: Grouping
  /// How negatives are written.
  public var negative: Negative
  /// Where the sign stands; without prefix and suffix both mean the same.
  public var signPlace: SignPlace
  /// Text before the digits, blanks included: `Rp. `.
  public var prefix: String
  /// Text after the digits, blanks included: `%`, ` pengikut`, `,-`.
  public var suffix: String

  /// A notation; by default Indonesian, grouped, with a minus sign and no affix.
  public init(
    convention: Convention = .indonesian, grouping: Grouping = .thousands,
    negative: Negative = .minus, prefix: String = "", suffix: String = "",
    signPlace: SignPlace = .outside
  ) {
    self.convention = convention
    self.grouping = grouping
    self.negative = negative
    self.prefix = prefix
    self.suffix = suffix
    self.signPlace = signPlace
  }
}
