/// Something that keeps a table from being read or kept.
public struct TabularError: Error, Sendable, Hashable {
  /// What happened.
  public enum Reason: Sendable, Hashable {
    /// The folder for temporary data can't take a file; with the system's error number.
    case spillNotOpened(folder: String, errno: Int32)
    /// Temporary data could not be written; with the system's error number.
    case spillNotWritten(folder: String, errno: Int32)
    /// Temporary data could not be read back; 0 where the file is shorter than what was written.
    case spillNotRead(folder: String, errno: Int32)
    /// The resource has no row that holds anything.
    case noRows
    /// The header lacks a declared field; the nearest label and its column (from 1) are told.
    case missingField(field: String, label: String, nearest: String?, column: Int?)
    /// A label fits several columns (from 1), whose combined labels are told.
    case duplicateLabel(field: String, label: String, columns: [Int], labels: [String])
    /// A field is declared by a column number (from 1) that the table does not have.
    case columnBeyondEnd(field: String, number: Int, columns: Int)
    /// The given header rows do not stand among the first rows.
    case headerRowsMissing([Int])
    /// A pattern of a field can't be used; the pattern and what is wrong with it.
    case badPattern(field: String, pattern: String)
    /// Several tables of a sheet fit the declared labels equally well.
    case severalTables([Candidate])
  }

  /// A table that may be meant.
  public struct Candidate: Sendable, Hashable {
    /// Its cells in A1 notation, as `range` takes them.
    public var range: String
    /// The first title above it.
    public var title: String?

    /// Makes a candidate.
    public init(range: String, title: String?) {
      self.range = range
      self.title = title
    }
  }

  /// What happened.
  public var reason: Reason
  /// The place in the resource; nil where the error is about none.
  public var location: Location?

  /// Makes an error.
  public init(_ reason: Reason, at location: Location? = nil) {
    self.reason = reason
    self.location = location
  }
}
