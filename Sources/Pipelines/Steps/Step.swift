/// One reshaping of the records of a resource.
public struct Step: Sendable, Hashable {
  /// What is done.
  public enum Action: Sendable, Hashable {
    /// Keeps these columns, in this order.
    case select([String])
    /// Gives columns other names, in the order of the file.
    case rename([Renaming])
    /// Repeats what stands above an empty cell.
    case fillDown([String])
    /// Makes a record of every cell that is not a key.
    case unpivot(keys: [String], into: [String], value: String)
    /// Makes columns of the texts of one column.
    case pivot(column: String, names: [PivotName], value: String)
    /// Parts a column at a text into several.
    case split(column: String, at: String, into: [String])
    /// Writes the texts of a column in one way.
    case normalise(column: String, Normalisation)
    /// Makes columns of the parts of texts that the groups of patterns name.
    case extract(column: String, patterns: [String], into: [String])
    /// Keeps the records whose text one of the patterns fits.
    case keep(column: String, patterns: [String])
    /// Leaves out the records whose text one of the patterns fits.
    case drop(column: String, patterns: [String])
    /// Keeps the records that fulfil a condition.
    case filter(String)
    /// Adds a field.
    case derive(field: String, expression: String)
    /// Adds fields from another table.
    case join(with: String, on: [Renaming], take: [Renaming], names: Naming)
  }

  /// How a name may be written for records to be joined by it.
  public enum Naming: String, Sendable, Hashable {
    /// The very same.
    case exact
    /// With a slip.
    case near
    /// With a slip, or in other words for the same thing.
    case alike
  }

  /// A name here and the name it had there.
  public struct Renaming: Sendable, Hashable {
    /// The name it had.
    public var old: String
    /// The name it has from now on.
    public var new: String
  }

  /// The column that cells with a certain text go to.
  public struct PivotName: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The column; nil where such cells are left out.
    public var column: String?
  }

  /// What is done.
  public var action: Action
  var place: FilePlace
  /// The node of its condition or calculation, or of its verb.
  var node: YAMLNode
}

/// How the texts of a column are written in one way; what was written stays known.
public struct Normalisation: Sendable, Hashable {
  /// What happens to blanks.
  public enum Blanks: String, Sendable, Hashable {
    /// One blank where several stand.
    case collapse
    /// None.
    case remove
  }

  /// Which letters are written.
  public enum Case: String, Sendable, Hashable {
    /// Large ones.
    case upper
    /// Small ones.
    case lower
  }

  /// Whether blanks at both ends are dropped.
  public var trims = false
  /// What happens to blanks.
  public var blanks: Blanks?
  /// Texts to drop at the beginning.
  public var dropPrefixes: [String] = []
  /// Texts to drop at the end.
  public var dropSuffixes: [String] = []
  /// Which letters are written.
  public var letterCase: Case?
  /// Whole texts to be written otherwise.
  public var replacements: [String: String] = [:]
  /// The code list whose other spellings are replaced by the code.
  public var aliases: String?

  /// Leaves everything as it is.
  public init() {}
}
