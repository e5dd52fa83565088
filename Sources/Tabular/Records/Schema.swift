/// The fields of a table in order, and which of them identify a record.
public struct Schema: Sendable, Hashable {
  /// The fields, in the order of the columns of every batch.
  public var fields: [Field]
  /// The names of the fields that identify a record; empty where none were declared.
  public var primaryKey: [String]

  /// Makes a schema.
  public init(fields: [Field], primaryKey: [String] = []) {
    self.fields = fields
    self.primaryKey = primaryKey
  }

  /// The position of the field called `name`.
  public func position(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The field called `name`.
  public subscript(name: String) -> Field? { position(of: name).map { fields[$0] } }
}
