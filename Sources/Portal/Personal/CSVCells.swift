/// The cells of a CSV that Cermat wrote: UTF-8, `,` between cells, `"` around those that need it
/// and doubled inside, a line feed behind each record.
struct CSVCells {
  /// One cell.
  struct Cell {
    /// The record, from 1; 0 for the header.
    var record: Int
    /// The field, from 0.
    var field: Int
    /// Where the cell stands, without the quotation marks around it.
    var range: Range<Int>
    /// True where quotation marks stand around it, so that those inside are doubled.
    var isQuoted: Bool
  }

  let bytes: [UInt8]

  /// Calls `body` with each cell in order.
  ///
  /// - Parameter body: Takes a cell; returns false to go no further.
  /// - Returns: How many records there were so far, without the header.
  @discardableResult
  func forEach(_ body: (Cell) -> Bool) -> Int {
    var (next, record, field) = (0, 0, 0)
    while next < bytes.count {
      let isQuoted = bytes[next] == UInt8(ascii: "\"")
      let start = isQuoted ? next + 1 : next
      let end = isQuoted ? closing(from: start) : plainEnd(from: start)
      let cell = Cell(record: record, field: field, range: start..<end, isQuoted: isQuoted)
      guard body(cell) else { return record }
      next = isQuoted ? min(end + 1, bytes.count) : end
      let isLast = next >= bytes.count || bytes[next] != UInt8(ascii: ",")
      next += 1
      (record, field) = isLast ? (record + 1, 0) : (record, field + 1)
    }
    return max(0, record - 1)
  }

  /// The text of a cell.
  func text(of cell: Cell) -> String {
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    return cell.isQuoted ? text.replacing("\"\"", with: "\"") : text
  }

  private func plainEnd(from start: Int) -> Int {
    var next = start
    while next < bytes.count, bytes[next] != UInt8(ascii: ","), bytes[next] != UInt8(ascii: "\n") {
      next += 1
    }
    return next
  }

  private func closing(from start: Int) -> Int {
    var next = start
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "\"") {
        guard next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "\"") else { return next }
        next += 1
      }
      next += 1
    }
    return next
  }
}
