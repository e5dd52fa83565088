import Glibc

/// A page of a workbook while it is read.
final class HTMLSheet: SheetReading {
  private let page: [UInt8]
  private let name: String
  private let limits: SpreadsheetLimits
  private var rows: PageRows
  private var pieces: PagePieces
  private var walk: PageWalk?
  private var engine: HTMLEngine?

  /// Opens a page in UTF-8 at its start; it is parsed in pieces of about so many bytes.
  init(
    _ page: [UInt8], name: String, outline: PageOutline, registry: StyleRegistry,
    limits: SpreadsheetLimits, pieceSize: Int = 64 << 10
  ) throws(SpreadsheetError) {
    (self.page, self.name, self.limits) = (page, name, limits)
    rows = PageRows(outline, registry: registry)
    pieces = PagePieces(page, size: pieceSize)
    let walk = PageWalk(styles: outline.styles) { [unowned self] in rows.take($0) }
    guard let engine = HTMLEngine(telling: walk) else {
      throw SpreadsheetError(.cannotRead(code: ENOMEM), sheet: name)
    }
    (self.walk, self.engine) = (walk, engine)
  }

  var hiddenColumns: [ClosedRange<Int>] { rows.pen.hiddenColumns }

  func read(into block: inout CellBlock) throws(SpreadsheetError) -> Bool {
    swap(&block, &rows.pen.block)
    defer { swap(&block, &rows.pen.block) }
    let before = rows.pen.block.count
    while rows.pen.block.count < 65_536, rows.pen.block.bytes.count < 1 << 20, let engine {
      if let piece = pieces.next() {
        let goesOn = page[piece].withUnsafeBufferPointer { engine.feed($0) }
        guard goesOn else { throw SpreadsheetError(engine.failure(part: name), sheet: name) }
      } else {
        engine.finish()
        walk?.finish()
        rows.finish()
        self.engine = nil
      }
      if let failure = rows.failure { throw SpreadsheetError(failure, sheet: name) }
      guard rows.pen.cellCount <= limits.cells else {
        throw SpreadsheetError(
          .tooLarge(.cells, allowed: limits.cells, part: name), sheet: name)
      }
    }
    return rows.pen.block.count > before
  }
}
