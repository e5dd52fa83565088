public import Pipelines
public import Rules
public import Tabular

/// What a data package says of one dataset.
public struct DatasetDescription: Sendable {
  /// The CSV as it was written.
  public struct File: Sendable, Hashable {
    /// The name of the file, in the folder of the data package.
    public var path: String
    /// The SHA-256 digest of its bytes, in hexadecimal.
    public var sha256: String
    /// What the writer found out.
    public var facts: DatasetWriter.Facts

    /// Makes a file.
    public init(path: String, sha256: String, facts: DatasetWriter.Facts) {
      self.path = path
      self.sha256 = sha256
      self.facts = facts
    }
  }

  /// A file that the records were read from.
  public struct Source: Sendable, Hashable {
    /// The path, relative to the working folder.
    public var path: String
    /// The SHA-256 digest of its bytes, in hexadecimal.
    public var sha256: String

    /// Makes a source.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The name.
  public var name: String
  /// The title for people.
  public var title: String?
  /// A sentence for the catalogue.
  public var description: String?
  /// The metadata of the pipeline file.
  public var metadata: [MetadataEntry]
  /// The fields of the CSV in order, and its key.
  public var schema: Schema
  /// The code lists by name, whose codes become the allowed values of the fields that name them.
  public var lists: [String: CodeList]
  /// The files that the records were read from.
  public var sources: [Source]
  /// The CSV.
  public var file: File

  /// Makes a description; the fields of `schema` are those that `file` has, in its order.
  public init(
    name: String, title: String? = nil, description: String? = nil,
    metadata: [MetadataEntry] = [], schema: Schema, lists: [String: CodeList] = [:],
    sources: [Source] = [], file: File
  ) {
    precondition(schema.fields.count == file.facts.shapes.count, "fields of another file")
    self.name = name
    self.title = title
    self.description = description
    self.metadata = metadata
    self.schema = schema
    self.lists = lists
    self.sources = sources
    self.file = file
  }
}

extension Schema {
  /// The schema of a dataset that has only the fields at `positions`, in that order.
  ///
  /// The key is kept where all its fields are among them.
  public func selecting(_ positions: [Int]) -> Schema {
    let chosen = positions.map { fields[$0] }
    let names = Set(chosen.map(\.name))
    return Schema(fields: chosen, primaryKey: names.isSuperset(of: primaryKey) ? primaryKey : [])
  }
}
