/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; never changes the exit status.
  case note
  /// Probably wrong, but the dataset may be published.
  case warning
  /// Wrong; the dataset is not published.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Orders by gravity: note, warning, error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// The same sentence in the languages that Cermat speaks.
public struct Message: Sendable, Hashable {
  /// The sentence in Indonesian.
  public var indonesian: String
  /// The sentence in English.
  public var english: String

  /// Makes a message.
  public init(indonesian: String, english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// The line that tells an error: its place, what happened there, and what to do about it.
  ///
  /// - Parameters:
  ///   - place: The file, or whatever else the error is about.
  ///   - fact: What happened.
  ///   - remedy: What to do.
  public init(errorAt place: String, _ fact: Message, remedy: Message) {
    self.init(
      indonesian: "\(place): kesalahan: \(fact.indonesian); \(remedy.indonesian)",
      english: "\(place): error: \(fact.english); \(remedy.english)")
  }
}

/// One place where the data are wrong.
///
/// A finding without a cell can't be made: the first cell is the one that the finding is about.
public struct Finding: Sendable, Hashable {
  /// What sort of statement is broken.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A calculation within a record.
    case arithmetic
    /// A stated total against its parts.
    case total
    /// A level of a hierarchy against the level above.
    case rollup
    /// A ratio or percentage.
    case ratio
    /// The same fact in two tables.
    case agreement
    /// The same members in two lists.
    case members
    /// A value that a code list lacks.
    case reference
    /// A key that stands twice.
    case unique
    /// A record that ought to be there.
    case complete
    /// A value outside what its field allows.
    case domain
    /// A numeral that can't be read.
    case numeral
    /// A category that does not fit its value.
    case category
    /// A number in words that differs from the number.
    case spelled
    /// A number of records.
    case count
    /// An order or a change over time.
    case series
    /// A field or header that is not as declared.
    case schema
    /// Something met while reading.
    case reading
  }

  /// How a stated and an expected number relate, where they disagree.
  public enum Verdict: String, Sendable, Hashable {
    /// No true values could have been printed so.
    case impossible
    /// Possible only if nearly all roundings fell to the same side.
    case implausible
    /// Cut off where it should have been rounded.
    case truncated
  }

  /// Which of two cells that state the same fact is wrong, as far as other findings tell.
  public enum Settlement: String, Sendable, Hashable {
    /// The one that the finding is about.
    case this
    /// The other one, so that what it states is not what should be.
    case other
    /// Nothing else speaks against either, or something speaks against both.
    case open
  }

  /// A cell that a finding speaks of.
  public struct Cell: Sendable, Hashable {
    /// What the cell is in the broken statement.
    public enum Role: String, Sendable, Hashable {
      /// The figure that is judged.
      case stated
      /// A part of a sum.
      case part
      /// The whole that parts belong to.
      case whole
      /// What identifies the record.
      case key
      /// Anything else.
      case other
    }

    /// What the cell is in the broken statement.
    public var role: Role
    /// Where it stands.
    public var location: Location
    /// The text as found.
    public var raw: String

    /// Makes a cell.
    public init(role: Role, location: Location, raw: String) {
      self.role = role
      self.location = location
      self.raw = raw
    }
  }

  /// A stable fingerprint, which survives re-ordering and re-export of the source.
  public var id: String
  /// The pipeline.
  public var pipeline: String
  /// The rule; for findings of reading the name of what was checked, as `angka`.
  public var rule: String
  /// What sort of statement is broken.
  public var kind: Kind
  /// How much it matters.
  public var severity: Severity
  /// How the numbers relate; nil where nothing is numeric.
  public var verdict: Verdict?
  /// What stands there, as an exact decimal with a point, or as text.
  public var stated: String?
  /// What should stand there, in the precision of what is stated; exact where both are exact.
  public var expected: String?
  /// The ends of the range that what is stated should meet.
  public var expectedInterval: [String]?
  /// Stated minus expected.
  public var difference: String?
  /// Which of the two cells is wrong, where the finding is that they state the same fact
  /// differently; nil for all other findings.
  ///
  /// What is `expected` is then what the other cell states, and is the truth only for `this`.
  public var settled: Settlement?
  /// The office that the data come from; nil where it is not known.
  public var office: String?
  /// The number of the cause that explains it; nil where none is known.
  public var cause: Int?
  /// The cells, that which is judged first.
  public var cells: [Cell]
  /// The sentence for people.
  public var message: Message
  /// The record (from 1) of the rule's table that the finding is about; nil where it is about none.
  public var record: Int?

  /// Makes a finding about `cell`.
  public init(
    id: String, pipeline: String, rule: String, kind: Kind, severity: Severity,
    verdict: Verdict? = nil, stated: String? = nil, expected: String? = nil,
    expectedInterval: [String]? = nil, difference: String? = nil, about cell: Cell,
    otherCells: [Cell] = [], message: Message, record: Int? = nil,
    settled: Settlement? = nil
  ) {
    self.id = id
    self.pipeline = pipeline
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.verdict = verdict
    self.stated = stated
    self.expected = expected
    self.expectedInterval = expectedInterval
    self.difference = difference
    self.cells = [cell] + otherCells
    self.message = message
    self.record = record
    self.settled = settled
  }
}
