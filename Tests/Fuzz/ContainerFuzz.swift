@testable import Spreadsheets

/// Reads one input as an archive, every part of it, and as a workbook, every sheet of it.
///
/// A fuzzer must never find a trap, or more bytes than the limits allow.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzContainer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let limits = SpreadsheetLimits(
    unpackedSize: 1 << 20, unpackedRatio: 100, cells: 100_000, sharedTextSize: 1 << 20)
  guard let archive = try? ZipArchive(bytes: bytes, limits: limits) else { return 0 }
  for part in archive.parts.prefix(20) {
    let content = try? archive.bytes(of: part, limit: 1 << 20)
    precondition(content?.count ?? 0 <= 1 << 20, "more than the limit")
    _ = archive.part(named: part.name)
  }
  guard let workbook = try? XLSXWorkbook(archive: archive, limits: limits) else { return 0 }
  precondition(!workbook.styles.isEmpty)
  for sheet in workbook.sheets.indices.prefix(4) { read(workbook, sheet) }
  return 0
}

private func read(_ workbook: XLSXWorkbook, _ sheet: Int) {
  guard let reading = try? workbook.open(sheet) else { return }
  var block = CellBlock()
  while (try? reading.read(into: &block)) == true {
    precondition(block.styles.allSatisfy { Int($0) < workbook.styles.count }, "no such style")
    precondition(zip(block.starts, block.ends).allSatisfy { $0 <= $1 }, "a text ends first")
    precondition(block.ends.allSatisfy { Int($0) <= block.bytes.count }, "a text has no bytes")
    block.removeAll()
  }
}
