/// The bytes of some records of a CSV while they are put together column by column.
///
/// First every column adds the lengths of its cells to the lengths of the records; then the places
/// of the records are known, and every column writes its cells behind those of the column before.
struct RowBuffer {
  /// The rows of the batch that go out.
  var rows: [Int32] = []
  /// The length of each record while measuring; afterwards where its next cell goes.
  var positions: [Int] = []
  /// The records.
  var bytes: [UInt8] = []
  /// The number of bytes in use.
  private(set) var count = 0

  /// Begins anew with the rows in `rows`, each with room for `separators` separators.
  mutating func begin(separators: Int) {
    positions.removeAll(keepingCapacity: true)
    positions.append(contentsOf: repeatElement(separators, count: rows.count))
  }

  /// Turns lengths into places and makes room for all bytes.
  mutating func layOut() {
    var next = 0
    for row in positions.indices {
      let length = positions[row]
      positions[row] = next
      next += length
    }
    count = next
    if bytes.count < next {
      bytes.append(contentsOf: repeatElement(0, count: next - bytes.count))
    }
  }

  /// Calls `body` with each row's number in the batch and its position, which `body` moves on.
  @inline(__always)
  mutating func forEachRow(_ body: (_ row: Int, _ position: inout Int) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      positions.withUnsafeMutableBufferPointer { positions in
        for index in 0..<rows.count { body(Int(rows[index]), &positions[index]) }
      }
    }
  }

  /// As `forEachRow`, with the bytes to write to.
  @inline(__always)
  mutating func writeRows(
    _ body: (_ row: Int, _ position: inout Int, _ bytes: UnsafeMutablePointer<UInt8>) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      positions.withUnsafeMutableBufferPointer { positions in
        bytes.withUnsafeMutableBufferPointer { bytes in
          guard let start = bytes.baseAddress else { return }
          for index in 0..<rows.count { body(Int(rows[index]), &positions[index], start) }
        }
      }
    }
  }
}
