import Tabular
import Testing

@testable import Delimited

/// A whole reading in memory, for comparison.
struct Reading: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var lineCounts: [Int] = []
  var lineCount = 0
  var remarks: [Remark] = []
  var dialect: Dialect
  var observed: [UInt8] = []

  /// Reads `bytes` whole, in blocks of `blockSize`.
  init(
    _ bytes: some Collection<UInt8>, request: DialectRequest = DialectRequest(),
    limits: ReadingLimits = ReadingLimits(), blockSize: Int = 1 << 20,
    engine: DelimitedReader.Engine = .automatic
  ) throws(DelimitedError) {
    let seen = Seen()
    let input = RawInput(path: "x.csv", bytes: Array(bytes)) { seen.bytes += $0 }
    let reader = try DelimitedReader(
      input, request: request, limits: limits, blockSize: blockSize, engine: engine)
    dialect = reader.dialect
    while let block = try reader.next() {
      for row in 0..<block.rowCount {
        rows.append(block.texts(row: row))
        lines.append(Int(block.lines[row]))
        lineCounts.append(block.lineCount(ofRow: row))
      }
    }
    lineCount = reader.lineCount
    remarks = reader.remarks
    dialect = reader.dialect
    observed = seen.bytes
  }

  /// True where the rows take up every physical line exactly once, in order.
  var accountsForEveryLine: Bool {
    var next = 1
    for (line, count) in zip(lines, lineCounts) {
      guard line == next, count >= 1 else { return false }
      next += count
    }
    return next == lineCount + 1
  }

  private final class Seen { var bytes: [UInt8] = [] }
}
