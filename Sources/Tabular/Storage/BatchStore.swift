/// The batches of a table, in order.
///
/// Batches stay in memory up to a limit; what comes after goes to a nameless temporary file, so
/// that memory does not grow with the number of records.
public struct BatchStore: Sendable {
  private enum Held: Sendable {
    case inMemory(Batch)
    case stored(StoredBatch)
  }

  private var batches: [Held] = []
  private var firstRecords: [Int] = []
  private var file: SpillFile?
  private let folder: String?
  private let memoryLimit: Int
  /// The number of records.
  public private(set) var recordCount = 0
  /// The memory that the columns held in memory take, in bytes.
  public private(set) var heldBytes = 0

  /// An empty store that keeps everything in memory.
  public init() {
    folder = nil
    memoryLimit = .max
  }

  /// An empty store that keeps up to `memoryLimit` bytes of columns in memory and writes the
  /// others to a nameless file in `folder`, opened when it is first needed.
  public init(spillingTo folder: String, memoryLimit: Int = 48 << 20) {
    self.folder = folder
    self.memoryLimit = memoryLimit
  }

  /// The number of batches.
  public var count: Int { batches.count }

  /// True where some batches stand in a temporary file.
  public var isSpilled: Bool { file != nil }

  /// Adds the next batch; throws where it can't be written to the temporary file.
  public mutating func append(_ batch: Batch) throws(TabularError) {
    let size = batch.byteCount
    if let folder, heldBytes + size > memoryLimit {
      try spill(batch, to: folder)
    } else {
      heldBytes += size
      batches.append(.inMemory(batch))
    }
    firstRecords.append(batch.firstRecord)
    recordCount += batch.count
  }

  /// Drops all batches but the first ones; the space of dropped ones in the temporary file is lost.
  mutating func keep(batches kept: Int) {
    for held in batches[kept...] {
      guard case .inMemory(let batch) = held else { continue }
      heldBytes -= batch.byteCount
    }
    recordCount = kept < firstRecords.count ? firstRecords[kept] - 1 : recordCount
    batches.removeSubrange(kept...)
    firstRecords.removeSubrange(kept...)
  }

  private mutating func spill(_ batch: Batch, to folder: String) throws(TabularError) {
    let opened: SpillFile
    if let file { opened = file } else { opened = try SpillFile(folder: folder) }
    file = opened
    var writer = SegmentWriter()
    batches.append(.stored(try StoredBatch(batch, to: opened, writer: &writer)))
  }

  /// Calls `body` with every batch in order; throws where a batch can't be read back.
  public func forEach(_ body: (Batch) throws -> Void) throws {
    for position in batches.indices { try body(batch(at: position)) }
  }

  /// Calls `body` with every batch in order, of which only the columns in `fields` are sure to be
  /// filled; throws where a batch can't be read back.
  public func forEach(fields: Set<Int>, _ body: (Batch) throws -> Void) throws {
    for position in batches.indices { try body(batch(at: position, fields: fields)) }
  }

  /// The batch at `position`, from 0; throws where it can't be read back.
  ///
  /// With `fields` only the columns at these positions are sure to be filled.
  public func batch(at position: Int, fields: Set<Int>? = nil) throws(TabularError) -> Batch {
    switch batches[position] {
    case .inMemory(let batch): batch
    case .stored(let stored): try stored.read(fields: fields)
    }
  }

  /// The batch that holds `record` (from 1) and its row there, or nil outside the table; throws
  /// where the batch can't be read back.
  public func find(record: Int) throws(TabularError) -> (batch: Batch, row: Int)? {
    var position = -1
    var beyond = firstRecords.count
    while beyond - position > 1 {
      let middle = (position + beyond) / 2
      if firstRecords[middle] <= record { position = middle } else { beyond = middle }
    }
    guard position >= 0 else { return nil }
    let batch = try batch(at: position)
    let row = record - batch.firstRecord
    return row < batch.count ? (batch, row) : nil
  }
}

extension Batch {
  /// The memory that the columns take, in bytes, without the shared texts.
  var byteCount: Int {
    columns.reduce(lines.count * 4) { sum, column in
      var bytes = column.places.count * 8
      bytes += column.exceptions.bytes.count + column.exceptions.rows.count * 8
      switch column.values {
      case .numerals(let numerals):
        bytes += numerals.mantissas.count * 8 + numerals.states.count
        bytes += numerals.printedScales.count + numerals.wide.count * 64
      case .texts(let texts): bytes += texts.codes.count * 4
      }
      return sum + bytes
    }
  }
}
