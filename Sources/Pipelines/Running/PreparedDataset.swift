public import Rules
public import Tabular

/// A dataset with everything that is needed to write it: which fields and records go out, which
/// are kept back, and whether it may be published at all.
public struct PreparedDataset: Sendable {
  /// Which records of the table.
  public enum Part: Sendable, Hashable {
    /// Those that go out.
    case emitted
    /// Those that are kept back because a rule found something in them.
    case withheld
  }

  /// The pipeline.
  public var pipeline: String
  /// The name, which is also the name of the CSV.
  public var name: String
  /// The title for people; that of the pipeline where none was given.
  public var title: String
  /// A sentence for the catalogue.
  public var description: String?
  /// The period the data speak of, as written.
  public var period: String?
  /// Metadata, as written.
  public var metadata: [MetadataEntry]
  /// The table.
  public var table: Table
  /// The fields that go out, as positions in the schema of the table.
  public var fields: [Int]
  /// The fields that go out and, where all of its fields do, the primary key.
  public var schema: Schema
  /// The code lists that fields refer to, by name.
  public var lists: [String: CodeList]
  /// The records (from 1) that go out.
  public var emitted: RecordSet
  /// The records (from 1) that are kept back.
  public var withheld: RecordSet
  /// The rules of error severity that failed or could not be checked; empty where the dataset may
  /// be published.
  public var blockedBy: [String]
  /// How reports draw the records; nil where they don't.
  public var drawing: ChartDrawing?

  /// Calls `body` with every batch that has records of `part`, and with their rows, in order.
  ///
  /// - Throws: What `body` throws, and `TabularError` where a batch can't be read back.
  public func forEachBatch(of part: Part, _ body: (Batch, [Int]) throws -> Void) throws {
    let records = part == .emitted ? emitted : withheld
    guard !records.isEmpty else { return }
    try table.batches.forEach { batch in
      let rows = (0..<batch.count).filter { records.contains(batch.firstRecord + $0) }
      if !rows.isEmpty { try body(batch, rows) }
    }
  }
}
