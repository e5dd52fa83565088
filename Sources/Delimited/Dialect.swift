public import Tabular

/// Whether cells may be wrapped in a mark that takes away the meaning of delimiters inside.
public enum Quoting: Sendable, Hashable {
  /// No character has that meaning.
  case none
  /// This ASCII character wraps cells; inside it stands for itself when doubled.
  case mark(UInt8)

  /// The mark, or NUL where there is none.
  var byte: UInt8 {
    switch self {
    case .none: 0
    case .mark(let byte): byte
    }
  }
}

/// What a pipeline says about a file's dialect; nil leaves it to the data.
public struct DialectRequest: Sendable, Hashable {
  /// The ASCII character between cells.
  public var delimiter: UInt8?
  /// The character around cells.
  public var quoteChar: Quoting?
  /// The encoding.
  public var encoding: TextEncoding?
  /// What ends most lines; the others are understood too, and remarked upon.
  public var lineTerminator: LineTerminator?

  /// Makes a request; everything left out is detected.
  public init(
    delimiter: UInt8? = nil, quoteChar: Quoting? = nil, encoding: TextEncoding? = nil,
    lineTerminator: LineTerminator? = nil
  ) {
    self.delimiter = delimiter
    self.quoteChar = quoteChar
    self.encoding = encoding
    self.lineTerminator = lineTerminator
  }
}

/// How a file's text is delimited, and what each property rests on.
public struct Dialect: Sendable, Hashable {
  /// The ASCII character between cells.
  public var delimiter: Setting<UInt8>
  /// The character around cells.
  public var quoteChar: Setting<Quoting>
  /// The encoding.
  public var encoding: Setting<TextEncoding>
  /// What ends most lines.
  public var lineTerminator: Setting<LineTerminator>
  /// The delimiters that were weighed, best first; empty where the delimiter was given.
  public var delimiterCandidates: [DelimiterCandidate]
  /// The number of cells that most of the first records have; 1 for a file of one column.
  public var width: Int

  /// Makes a dialect.
  public init(
    delimiter: Setting<UInt8>, quoteChar: Setting<Quoting>, encoding: Setting<TextEncoding>,
    lineTerminator: Setting<LineTerminator>, delimiterCandidates: [DelimiterCandidate] = [],
    width: Int = 1
  ) {
    self.delimiter = delimiter
    self.quoteChar = quoteChar
    self.encoding = encoding
    self.lineTerminator = lineTerminator
    self.delimiterCandidates = delimiterCandidates
    self.width = width
  }
}

/// A character that might be the delimiter, and what speaks for it.
public struct DelimiterCandidate: Sendable, Hashable {
  /// The character.
  public var delimiter: UInt8
  /// The number of cells that most records have with it.
  public var width: Int
  /// How many of the records have that many cells.
  public var agreeing: Int
  /// How many records were examined, blank ones not counted.
  public var records: Int
  /// How well it fits, from 0 to 1000.
  public var score: Int

  /// Makes a candidate.
  public init(delimiter: UInt8, width: Int, agreeing: Int, records: Int, score: Int) {
    self.delimiter = delimiter
    self.width = width
    self.agreeing = agreeing
    self.records = records
    self.score = score
  }
}
