/// Where the parts of a resource stand: headings, header, records.
public struct Layout: Sendable, Hashable {
  /// How many tables a resource holds.
  public enum Blocks: String, Sendable, Hashable {
    /// One table.
    case single
    /// Several tables below each other, each with its own header, or beside each other.
    case repeated
  }

  /// A line above the header that names a fact about the table: `Tahun,2014`.
  public struct Metadata: Sendable, Hashable {
    /// The name as written, without a colon.
    public var key: String
    /// The value as written.
    public var value: String
    /// The physical line, from 1.
    public var line: Int

    /// Makes a fact.
    public init(key: String, value: String, line: Int) {
      self.key = key
      self.value = value
      self.line = line
    }
  }

  /// How many tables there are, and why we think so.
  public var blocks: Setting<Blocks>
  /// The first physical lines of the header rows of the first table, and why we think so.
  public var headerRows: Setting<[Int]>
  /// The header of the first table.
  public var header: Header
  /// Facts named above the header.
  public var metadata: [Metadata]
  /// Titles above the header.
  public var titles: [String]
  /// The units that lines above the header name: `(dalam juta rupiah)`.
  public var unitLines: [UnitLine] = []
  /// What the lines above the records are, by the first physical line of their row.
  public var preamble: [Int: ReadingSummary.LineUse]

  /// The number of columns.
  public var width: Int { header.columns.count }
}
