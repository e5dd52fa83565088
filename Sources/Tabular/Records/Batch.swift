/// Up to 65,536 records of a table, in columns.
public struct Batch: Sendable {
  /// The most records of a batch.
  public static let capacity = 65_536

  /// The number of the first record, from 1 within the table.
  public var firstRecord: Int
  /// The number of records.
  public var count: Int
  /// One column a field, in the order of the schema.
  public var columns: [Column]
  /// The physical line (or row of the sheet) on which each record begins, from 1.
  public var lines: [UInt32]
  /// Which of the table's sources all records of this batch come from.
  public var source: Int

  /// Makes a batch; every column and `lines` hold `count` entries.
  public init(
    firstRecord: Int, count: Int, columns: [Column], lines: [UInt32], source: Int = 0
  ) {
    self.firstRecord = firstRecord
    self.count = count
    self.columns = columns
    self.lines = lines
    self.source = source
  }
}
