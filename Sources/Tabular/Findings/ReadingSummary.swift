/// How every physical line (or row) of a resource was used; the counts add up to its lines.
public struct ReadingSummary: Sendable, Hashable {
  /// What a line can be.
  public enum LineUse: String, Sendable, Hashable, CaseIterable {
    /// A record.
    case data
    /// A header row, or a row of column numbers below it.
    case header
    /// A title or metadata line above the header.
    case heading
    /// A footnote or source line.
    case note
    /// Nothing but blanks and delimiters.
    case blank
    /// A record that states a total.
    case total
    /// A line that could not be used; each is a finding.
    case rejected
    /// A record that a step of the pipeline left out.
    case leftOut
  }

  /// A line that is not a record, with its text.
  public struct OtherLine: Sendable, Hashable {
    /// The physical line, from 1.
    public var line: Int
    /// What it is.
    public var use: LineUse
    /// The text as found.
    public var text: String

    /// Makes a line.
    public init(line: Int, use: LineUse, text: String) {
      self.line = line
      self.use = use
      self.text = text
    }
  }

  /// The path of the file, relative to the working folder.
  public var resource: String
  /// The sheet, for workbooks.
  public var sheet: String?
  /// The number of physical lines of each use.
  public var counts: [LineUse: Int]
  /// Headings, notes, rejected lines and those left out, the first 1,000 of them.
  public var otherLines: [OtherLine]

  /// Makes a summary.
  public init(
    resource: String, sheet: String? = nil, counts: [LineUse: Int] = [:],
    otherLines: [OtherLine] = []
  ) {
    self.resource = resource
    self.sheet = sheet
    self.counts = counts
    self.otherLines = otherLines
  }

  /// The number of physical lines.
  public var lineCount: Int { counts.values.reduce(0, +) }

  /// The summary where `lines`, which were counted as data, were left out by a step.
  public func leavingOut(_ lines: [OtherLine]) -> ReadingSummary {
    guard !lines.isEmpty else { return self }
    var summary = self
    summary.counts[.data, default: 0] -= lines.count
    summary.counts[.leftOut, default: 0] += lines.count
    summary.otherLines = Array(
      (otherLines + lines).sorted { $0.line < $1.line }.prefix(Self.lineLimit))
    return summary
  }

  /// The number of other lines that are kept.
  private static let lineLimit = 1_000
}
