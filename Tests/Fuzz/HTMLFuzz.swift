import Tabular

@testable import Spreadsheets

/// Reads a page in one piece and in small ones.
///
/// A fuzzer must never find a trap, a row out of order, or a difference between the two. The first
/// byte chooses the size of the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  _ = HTMLWorkbook.recognises(bytes)
  do {
    let limits = SpreadsheetLimits(cells: 100_000)
    let workbook = try HTMLWorkbook(bytes: bytes, limits: limits)
    for sheet in workbook.sheets.indices { _ = told(try workbook.open(sheet)) }
    let page = PageEncoding.decode(bytes[...], announced: nil)
    let whole = told(try open(page, limits, pieceSize: 1 << 20))
    let pieces = told(try open(page, limits, pieceSize: 1 + Int(start[0])))
    precondition(whole == pieces, "they differ")
  } catch {}
  return 0
}

private func open(
  _ page: [UInt8], _ limits: SpreadsheetLimits, pieceSize: Int
) throws -> HTMLSheet {
  try HTMLSheet(
    page, name: "x", outline: PageOutline(of: page), registry: StyleRegistry(), limits: limits,
    pieceSize: pieceSize)
}

private func told(_ sheet: any SheetReading) -> [String] {
  var told: [String] = []
  var block = CellBlock()
  var last: (row: UInt32, column: UInt32) = (0, 0)
  do {
    while try sheet.read(into: &block) {
      for cell in 0..<block.count {
        let place = (block.rows[cell], block.columns[cell])
        precondition(place.0 > 0 && (place > last || last.row == 0), "cells are out of order")
        last = place
        told.append("\(place) \(block.kinds[cell]) \(block.raw(cell))")
      }
      told += block.merges.map { "\($0)" } + block.hiddenRows.map { "\($0)" }
      block.removeAll()
    }
  } catch {
    told.append("\(error)")
  }
  return told
}
