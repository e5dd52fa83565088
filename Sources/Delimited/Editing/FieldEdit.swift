/// A change of one field of a delimited text.
public struct FieldEdit: Sendable, Hashable {
  /// Why a change was not made.
  public enum Refusal: String, Sendable, Hashable, CaseIterable {
    /// The text has no such line, or the record no such field.
    case noField
    /// The old text does not stand there, or more than once.
    case otherText
    /// The encoding of the file has no character for the new text.
    case unencodable
  }

  /// The physical line on which the record begins, from 1.
  public var line: Int
  /// The field of the record, from 1.
  public var column: Int
  /// What is replaced: the whole field, or the only place in it where this stands.
  public var old: String
  /// What takes its place.
  public var new: String

  /// Makes a change.
  public init(line: Int, column: Int, old: String, new: String) {
    self.line = line
    self.column = column
    self.old = old
    self.new = new
  }
}
