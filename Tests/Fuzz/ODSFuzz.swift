import Tabular

@testable import Spreadsheets

/// Reads the content of an OpenDocument workbook.
///
/// A fuzzer must never find a trap, cells out of order, or sheets that the skeleton and the parser
/// of the whole content name differently.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzODS(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let head = XMLReading(source(bytes), listener: ODSStyleReading())
    while !head.listener.isAtBody, try head.advance() {}
    let styles = ODSStyleTable(head.listener)
    let names = XMLReading(source(bytes), listener: ODSSheetNames(hidden: []))
    try names.finish()
    if let skeleton = try ODSSkeleton.read(source(bytes)) {
      let told = XMLReading(source(skeleton), listener: ODSSheetNames(hidden: []))
      try told.finish()
      precondition(told.listener.sheets == names.listener.sheets, "sheets differ")
    }
    for sheet in names.listener.sheets.indices.prefix(4) { try read(bytes, sheet, styles) }
  } catch {}
  return 0
}

private func source(_ bytes: [UInt8]) -> XMLSource { XMLSource(bytes: bytes, name: "content.xml") }

private func read(_ bytes: [UInt8], _ sheet: Int, _ styles: ODSStyleTable) throws {
  let rows = ODSRows(sheet: sheet, styles: styles, limits: SpreadsheetLimits(cells: 100_000))
  let reading = ODSSheet(XMLReading(source(bytes), listener: rows), name: "x")
  var block = CellBlock()
  var last: (row: UInt32, column: UInt32) = (0, 0)
  while try reading.read(into: &block) {
    for cell in 0..<block.count {
      let place = (block.rows[cell], block.columns[cell])
      precondition(place.0 > 0 && (place > last || last.row == 0), "cells are out of order")
      last = place
      precondition(Int(block.styles[cell]) < styles.styles.count)
      _ = block.raw(cell)
    }
    block.removeAll()
  }
}
