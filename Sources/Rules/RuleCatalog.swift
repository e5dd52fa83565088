public import Numerals
public import Tabular

/// What rules may speak of: tables, code lists, bands and parameters.
public struct RuleCatalog: Sendable {
  /// The tables by name.
  public var tables: [String: TableShape]
  /// The code lists by name.
  public var lists: [String: CodeList]
  /// The bands by name.
  public var bands: [String: Bands]
  /// Named constants that rules may use, as numbers or text.
  public var parameters: [String: Parameter]

  /// Makes a catalogue.
  public init(
    tables: [String: TableShape] = [:], lists: [String: CodeList] = [:],
    bands: [String: Bands] = [:], parameters: [String: Parameter] = [:]
  ) {
    self.tables = tables
    self.lists = lists
    self.bands = bands
    self.parameters = parameters
  }

  /// A named constant.
  public enum Parameter: Sendable, Hashable {
    /// A number.
    case number(ExactDecimal)
    /// A text.
    case text(String)

    /// Hashes the spelling.
    public func hash(into hasher: inout Hasher) {
      switch self {
      case .number(let value): hasher.combine(value.description)
      case .text(let value): hasher.combine(value)
      }
    }
  }
}

/// What rules need to know of a table besides its records.
public struct TableShape: Sendable {
  /// The schema.
  public var schema: Schema
  /// The condition that marks records which state totals, in the rule language; nil where none do.
  public var totals: String?
  /// How records nest.
  public var levels: Levels

  /// Makes a shape.
  public init(schema: Schema, totals: String? = nil, levels: Levels = .none) {
    self.schema = schema
    self.totals = totals
    self.levels = levels
  }

  /// How the records of a table nest.
  public enum Levels: Sendable {
    /// They do not.
    case none
    /// By position: a record belongs to the nearest outer record before it, or, where its level's
    /// parts stand before the whole, after it. The first level whose condition holds counts.
    case positional([Level])
    /// By code: `5.1.2` belongs to the longest declared prefix of it, here `5.1`.
    case code(field: String, separator: String)
    /// By the numbers of an outline in a field: `a.` belongs to the `1.` before it, `1.` to `A.`, in
    /// the order in which the styles come below each other; `1.1` to `1`.
    case numbering(field: String)
    /// By how far the texts of a field are indented.
    case indent(field: String)
    /// By reference: the field `parent` holds the value that `key` has in the outer record.
    case parent(key: String, parent: String)
  }

  /// One level of a positional hierarchy, outermost first.
  public struct Level: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The condition in the rule language that a record of this level fulfils.
    public var condition: String

    /// Makes a level.
    public init(name: String, condition: String) {
      self.name = name
      self.condition = condition
    }
  }
}

/// A list of allowed codes, each with an optional label.
public struct CodeList: Sendable, Hashable {
  /// The codes in order.
  public var codes: [String]
  /// Other spellings of a code, by spelling.
  public var aliases: [String: String]

  /// Makes a list.
  public init(codes: [String], aliases: [String: String] = [:]) {
    self.codes = codes
    self.aliases = aliases
  }
}

/// Value ranges, each with the category it stands for.
public struct Bands: Sendable {
  /// One range.
  public struct Band: Sendable {
    /// The category.
    public var category: String
    /// The lower end; nil where it is open downwards.
    public var lower: ExactDecimal?
    /// True where the lower end belongs to the band.
    public var includesLower: Bool
    /// The upper end; nil where it is open upwards.
    public var upper: ExactDecimal?
    /// True where the upper end belongs to the band.
    public var includesUpper: Bool

    /// Makes a band.
    public init(
      category: String, lower: ExactDecimal?, includesLower: Bool = true, upper: ExactDecimal?,
      includesUpper: Bool = true
    ) {
      self.category = category
      self.lower = lower
      self.includesLower = includesLower
      self.upper = upper
      self.includesUpper = includesUpper
    }
  }

  /// The bands in order.
  public var bands: [Band]
  /// The regulation they come from.
  public var source: String?

  /// Makes bands.
  public init(_ bands: [Band], source: String? = nil) {
    self.bands = bands
    self.source = source
  }
}
