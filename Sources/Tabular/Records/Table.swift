/// Records under one schema, kept as batches that can be gone through any number of times.
public struct Table: Sendable {
  /// One resource that records of the table came from.
  public struct Source: Sendable, Hashable {
    /// The path of the file, relative to the working folder.
    public var resource: String
    /// The sheet, for workbooks.
    public var sheet: String?
    /// For each field the column it was read from, from 0, in a workbook the column of the sheet;
    /// nil where it was derived.
    public var columns: [Int?]
    /// For each field the header text above it as found.
    public var labels: [String?]
    /// The header texts above the columns, by their number, for cells that have a place of their
    /// own: a field that was reshaped has cells below several labels.
    public var headings: [Int: String]

    /// Makes a source.
    public init(
      resource: String, sheet: String? = nil, columns: [Int?], labels: [String?],
      headings: [Int: String] = [:]
    ) {
      self.resource = resource
      self.sheet = sheet
      self.columns = columns
      self.labels = labels
      self.headings = headings
    }
  }

  /// The name that rules use.
  public var name: String
  /// The fields.
  public var schema: Schema
  /// The resources, by the number that batches refer to.
  public var sources: [Source]
  /// The records.
  public var batches: BatchStore

  /// Makes a table.
  public init(name: String, schema: Schema, sources: [Source], batches: BatchStore) {
    self.name = name
    self.schema = schema
    self.sources = sources
    self.batches = batches
  }

  /// The number of records.
  public var recordCount: Int { batches.recordCount }

  /// The place of the cell of `field` (its position) in row `row` of `batch`.
  public func location(of field: Int, row: Int, in batch: Batch) -> Location {
    let source = sources[batch.source]
    var line = batch.lines[row]
    var column = source.columns[field]
    if !batch.columns[field].places.isEmpty {
      let place = batch.columns[field].places[row]
      (line, column) = (place.line, Int(place.column))
    }
    // A label that is the own one of another field says nothing of this one.
    let heading =
      source.labels[field]
      ?? column.flatMap { source.headings[$0] }.flatMap { source.labels.contains($0) ? nil : $0 }
    return Location(
      resource: source.resource, sheet: source.sheet, line: Int(line), column: column,
      field: schema.fields[field].name, label: heading)
  }
}
