import Tabular

@testable import Delimited

/// Reads one input both ways.
///
/// A fuzzer must never find a trap, a line that is not accounted for, or a difference between the
/// scanner and libcsv. The first byte chooses the size of the blocks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDelimited(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let size = 1 + Int(start[0])
  let scanned = outcome(bytes, blockSize: size, engine: .automatic)
  precondition(scanned == outcome(bytes, blockSize: 1 << 12, engine: .parserOnly), "they differ")
  return 0
}

private func outcome(_ bytes: [UInt8], blockSize: Int, engine: DelimitedReader.Engine) -> [String] {
  var told: [String] = []
  do {
    let input = RawInput(path: "fuzz.csv", bytes: bytes) { _ in }
    let limits = ReadingLimits(fieldSize: 4096)
    let reader = try DelimitedReader(
      input, request: DialectRequest(), limits: limits, blockSize: blockSize, engine: engine)
    var line = 1
    while let block = try reader.next() {
      for row in 0..<block.rowCount {
        precondition(Int(block.lines[row]) == line, "a line is missing")
        line += block.lineCount(ofRow: row)
        told.append(block.texts(row: row).map { "\($0.utf8.count):\($0)" }.joined(separator: "|"))
      }
    }
    precondition(reader.lineCount == line - 1 && reader.byteCount == bytes.count)
    told += reader.remarks.map { "\($0)" }
  } catch {
    told.append("\(error)")
  }
  return told
}
