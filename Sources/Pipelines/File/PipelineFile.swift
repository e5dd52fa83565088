public import Rules

/// One pipeline file, understood: what comes in, what must hold and what goes out.
public struct PipelineFile: Sendable {
  /// The path of the file.
  public var path: String
  /// The name.
  public var name: String
  /// The title for people.
  public var title: String
  /// The period the data speak of, as written.
  public var period: String?
  /// What the pipeline is for.
  public var description: String?
  /// Tables of other pipelines, by the name they have here.
  public var uses: [Use]
  /// The resources, in the order of the file.
  public var resources: [Resource]
  /// The rules, in the order of the file.
  public var rules: [RuleDefinition]
  /// The datasets, in the order of the file.
  public var datasets: [Dataset]
  /// The code lists, bands and parameters, those of `references` included.
  public var vocabulary: Vocabulary
  var root: YAMLNode

  /// A table of another pipeline.
  public struct Use: Sendable, Hashable {
    /// The name it has here.
    public var name: String
    /// The pipeline that reads it.
    public var pipeline: String
    /// Its name there.
    public var table: String
    var place: FilePlace
  }

  /// A set of records to emit.
  public struct Dataset: Sendable {
    /// The name, which is also the name of its CSV.
    public var name: String
    /// The table.
    public var table: String
    /// The fields that go out, in order; empty stands for all.
    public var select: [String]
    /// The condition that a record must fulfil.
    public var condition: String?
    /// Rules whose flagged records are kept back instead of the whole dataset.
    public var withhold: [String]
    /// The title for people.
    public var title: String?
    /// A sentence for the catalogue.
    public var description: String?
    /// Metadata, as written.
    public var metadata: [MetadataEntry]
    /// How reports draw the records; nil where they don't.
    public var drawing: ChartDrawing?
    var place: FilePlace
  }

  /// The resource called `name`.
  public subscript(resource name: String) -> Resource? { resources.first { $0.name == name } }
}

/// A key with its value in the metadata of a dataset.
public struct MetadataEntry: Sendable, Hashable {
  /// The key.
  public var key: String
  /// The value.
  public var value: MetadataValue

  /// Makes an entry.
  public init(key: String, value: MetadataValue) {
    self.key = key
    self.value = value
  }
}

/// Metadata of a dataset as it was written.
public indirect enum MetadataValue: Sendable, Hashable {
  /// A text, a number or a date, as written.
  case text(String)
  /// Nothing.
  case empty
  /// Values in order.
  case list([MetadataValue])
  /// Keys with values, in order.
  case keys([MetadataEntry])
}

/// Code lists, bands and parameters.
public struct Vocabulary: Sendable {
  /// The code lists by name.
  public var lists: [String: CodeList] = [:]
  /// The bands by name.
  public var bands: [String: Bands] = [:]
  /// The parameters by name.
  public var parameters: [String: RuleCatalog.Parameter] = [:]

  /// Nothing.
  public init() {}
}

/// A place in a pipeline file.
public struct FilePlace: Sendable, Hashable {
  /// The path of the file.
  public var file: String
  /// The line, from 1; nil for the file as a whole.
  public var line: Int?
  /// The column in characters, from 1.
  public var column: Int?
  /// The sheet, for workbooks.
  public var sheet: String?
  /// The A1 address, for workbooks.
  public var cell: String?

  /// Makes a place.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, cell: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.sheet = sheet
    self.cell = cell
  }

  /// The place of a node that belongs to `file`, unless it was taken from another one.
  init(of node: YAMLNode, in file: String) {
    self.init(file: node.file ?? file, line: node.line, column: node.column)
  }
}
