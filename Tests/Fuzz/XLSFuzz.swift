@testable import Spreadsheets

/// Reads one input as an XLS workbook, with or without a compound file around it.
///
/// A fuzzer must never find a trap, a cell out of order, a text that is no UTF-8, or a number that
/// is none.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLS(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let limits = SpreadsheetLimits(heldSize: 1 << 20, cells: 100_000, sharedTextSize: 1 << 22)
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let workbook = try? XLSWorkbook(bytes: bytes, limits: limits) else { return 0 }
  precondition(!workbook.styles.isEmpty)
  for sheet in workbook.sheets.indices.prefix(8) { read(workbook, sheet) }
  return 0
}

private func read(_ workbook: XLSWorkbook, _ sheet: Int) {
  guard let reading = try? workbook.open(sheet) else { return }
  var block = CellBlock()
  var last = (row: 0, column: 0)
  while (try? reading.read(into: &block)) == true {
    check(block, workbook)
    for cell in 0..<block.count {
      let place = (row: Int(block.rows[cell]), column: Int(block.columns[cell]))
      precondition(place > last, "cells out of order")
      last = place
    }
    block.removeAll()
  }
  for columns in reading.hiddenColumns { precondition(columns.lowerBound >= 0) }
}

private func check(_ block: CellBlock, _ workbook: XLSWorkbook) {
  let counts = [
    block.starts.count, block.ends.count, block.rows.count, block.columns.count,
    block.kinds.count, block.styles.count,
  ]
  precondition(counts.allSatisfy { $0 == block.count })
  precondition(String(validating: block.bytes, as: UTF8.self) != nil, "no UTF-8")
  for cell in 0..<block.count {
    precondition(Int(block.styles[cell]) < workbook.styles.count)
    let raw = block.raw(cell)
    switch block.kinds[cell] {
    case .number: precondition(Double(raw)?.isFinite == true, "no number")
    case .boolean: precondition(raw == "0" || raw == "1")
    case .withoutResult: precondition(raw.isEmpty)
    case .text, .error, .isoDate: break
    }
  }
  precondition(zip(block.formulas, block.formulas.dropFirst()).allSatisfy { $0.cell < $1.cell })
  precondition(block.formulas.allSatisfy { $0.cell < block.count })
}
