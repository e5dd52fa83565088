@testable import Spreadsheets

/// Reads one input as the XML of a sheet both ways.
///
/// A fuzzer must never find a trap, or a difference between the scanner and libxml2. The first byte
/// chooses the size of the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let size = 1 + Int(start[0])
  precondition(
    told(bytes, size, .automatic) == told(bytes, size, .libxmlOnly), "they tell otherwise")
  precondition(cells(bytes, size, .automatic) == cells(bytes, size, .libxmlOnly), "cells differ")
  return 0
}

/// Everything that is told, in bytes; pieces of a text are joined.
private struct Trace: XMLListening {
  var bytes: [UInt8] = []
  var failure: SpreadsheetError?

  mutating func start(_ element: XMLElement) {
    bytes += [0, 1, element.name.namespace.rawValue] + element.name.local
    for attribute in element.attributes {
      bytes += [0, 2, attribute.name.namespace.rawValue] + attribute.name.local + [0]
      bytes += attribute.value
    }
    bytes.append(0)
  }

  mutating func end(_ name: XMLName) {
    bytes += [0, 3, name.namespace.rawValue] + name.local + [0]
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) { bytes += text }
}

private func told(
  _ bytes: [UInt8], _ size: Int, _ engine: XMLReading<Trace>.Engine
) -> [UInt8]? {
  let source = XMLSource(bytes: bytes, name: "sheet", pieceSize: size)
  let reading = XMLReading(source, listener: Trace(), engine: engine)
  do { try reading.finish() } catch { return nil }
  return reading.listener.bytes
}

private func cells(
  _ bytes: [UInt8], _ size: Int, _ engine: XMLReading<SheetContent>.Engine
) -> [String]? {
  let source = XMLSource(bytes: bytes, name: "sheet", pieceSize: size)
  guard let merges = try? SheetMerges.all(of: source) else { return nil }
  let content = SheetContent(part: "sheet", texts: SharedTextTable(), styleCount: 3)
  let sheet = XLSXSheet(source, content: content, merges: merges, engine: engine)
  var lines: [String] = []
  var last = (0, -1)
  do {
    var block = CellBlock()
    while try sheet.read(into: &block) {
      for cell in 0..<block.count {
        let place = (Int(block.rows[cell]), Int(block.columns[cell]))
        precondition(place > last, "cells out of order")
        last = place
        lines.append("\(place) \(block.kinds[cell]) \(block.styles[cell]) \(block.raw(cell))")
      }
      lines += block.formulas.map(\.text)
      lines += block.merges.map { "\($0)" } + block.hiddenRows.map { "hidden \($0)" }
      block.removeAll()
    }
  } catch { return nil }
  return lines + sheet.hiddenColumns.map { "\($0)" }
}
