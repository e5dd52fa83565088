/// A batch in a temporary file.
struct StoredBatch: Sendable {
  private let firstRecord: Int
  private let count: Int
  private let source: Int
  private let columns: [StoredColumn]
  private let lines: Range<Int>
  private let offset: Int
  private let length: Int
  private let file: SpillFile

  /// Writes `batch` to `file`, using `writer` for the bytes on their way.
  init(_ batch: Batch, to file: SpillFile, writer: inout SegmentWriter) throws(TabularError) {
    writer.clear()
    var columns: [StoredColumn] = []
    for column in batch.columns { columns.append(StoredColumn(column, to: &writer)) }
    writer.align()
    let start = writer.count
    // Distances to a run of neighbouring lines are all zero in a file without breaks in cells.
    let first = batch.lines.first ?? 0
    let distances = batch.lines.enumerated().map { $1 &- first &- UInt32($0) }
    writer.append(first)
    distances.withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    lines = start..<writer.count
    self.columns = columns
    firstRecord = batch.firstRecord
    count = batch.count
    source = batch.source
    length = writer.count
    offset = try file.append(writer.written)
    self.file = file
  }

  /// Reads the batch back; with `fields` only their columns are filled.
  func read(fields: Set<Int>? = nil) throws(TabularError) -> Batch {
    guard let fields else { return try readAll() }
    var columns: [Column] = []
    for (position, column) in self.columns.enumerated() {
      guard fields.contains(position) else {
        columns.append(column.empty)
        continue
      }
      try columns.append(withBytes(column.bytes) { column.read(from: $0) })
    }
    let lines = try withBytes(self.lines) { Self.readLines(from: $0) }
    return batch(columns, lines)
  }

  private func readAll() throws(TabularError) -> Batch {
    try withBytes(0..<length) { bytes in
      func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer { .init(rebasing: bytes[range]) }
      return batch(
        columns.map { $0.read(from: slice($0.bytes)) }, Self.readLines(from: slice(lines)))
    }
  }

  private func batch(_ columns: [Column], _ lines: [UInt32]) -> Batch {
    Batch(firstRecord: firstRecord, count: count, columns: columns, lines: lines, source: source)
  }

  private static func readLines(from bytes: UnsafeRawBufferPointer) -> [UInt32] {
    var reader = SegmentReader(bytes)
    let first = reader.next(UInt32.self)
    var lines = PackedIntegers.read(UInt32.self, from: &reader)
    for index in lines.indices { lines[index] = lines[index] &+ first &+ UInt32(index) }
    return lines
  }

  private func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(TabularError) -> Result {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(range.count, 1), alignment: 16)
    defer { bytes.deallocate() }
    try file.read(
      into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<range.count]),
      at: offset + range.lowerBound)
    return body(UnsafeRawBufferPointer(rebasing: bytes[..<range.count]))
  }
}
