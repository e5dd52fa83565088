import Glibc

/// What a page holds, found in a first walk through it: its title, its styles and its tables.
final class PageOutline {
  /// How a table becomes rows.
  enum Role {
    /// Row by row.
    case table
    /// It only arranges other tables and texts on the page.
    case wrapper
    /// Its texts belong to the cell around it.
    case inline
  }

  /// One table of the page.
  struct Table {
    /// The number of the table around it.
    var parent: Int?
    /// How it becomes rows.
    var role = Role.table
    /// The rows before the end of each head, body and foot, in order.
    var groupEnds: [Int] = []
    fileprivate var rowCount = 0
    /// The rows that have texts of their own in two cells or more.
    fileprivate var rowsOfTexts = 0
    fileprivate var holdsTables = false
    fileprivate var textsInRow = 0
    fileprivate var isCellOpen = false
    fileprivate var hasCellText = false
  }

  /// The title, with blanks as shown.
  private(set) var title = CellText()
  /// The styles.
  private(set) var styles = PageStyles()
  /// The tables, in the order in which they begin.
  private(set) var tables: [Table] = []

  private var open: [Int] = []
  private var styleSheets: [UInt8] = []

  /// The outline of a page in UTF-8.
  ///
  /// - Throws: where it can't be parsed.
  init(of page: [UInt8]) throws(SpreadsheetError) {
    let walk = PageWalk(styles: PageStyles()) { [unowned self] in take($0) }
    guard let engine = HTMLEngine(telling: walk) else {
      throw SpreadsheetError(.cannotRead(code: ENOMEM))
    }
    var pieces = PagePieces(page)
    while let piece = pieces.next() {
      let goesOn = page[piece].withUnsafeBufferPointer { engine.feed($0) }
      guard goesOn else { throw SpreadsheetError(engine.failure(part: "HTML")) }
    }
    engine.finish()
    walk.finish()
    styles.add(String(decoding: styleSheets, as: UTF8.self))
    for index in tables.indices { tables[index].role = role(tables[index]) }
  }

  /// A table that holds others is one itself where most of its rows have texts in several cells;
  /// one inside it is only part of a cell where it has no rows like that.
  private func role(_ table: Table) -> Role {
    if let parent = table.parent, tables[parent].role != .wrapper, table.rowsOfTexts < 2 {
      return .inline
    }
    let isData = table.rowsOfTexts >= 2 && table.rowsOfTexts * 2 > table.rowCount
    return table.holdsTables && !isData ? .wrapper : .table
  }

  private func take(_ step: PageStep) {
    switch step {
    case .title(let text): title.append(text)
    case .styleSheet(let text): styleSheets.append(contentsOf: text)
    case .tableBegins:
      if let parent = open.last { tables[parent].holdsTables = true }
      tables.append(Table(parent: open.last))
      open.append(tables.count - 1)
    default:
      guard let table = open.last else { return }
      tables[table].take(step)
      if case .tableEnds = step { open.removeLast() }
    }
  }
}

extension PageOutline.Table {
  fileprivate mutating func take(_ step: PageStep) {
    switch step {
    case .rowBegins:
      rowCount += 1
      textsInRow = 0
    case .rowEnds: rowsOfTexts += textsInRow > 1 ? 1 : 0
    case .cellBegins: (isCellOpen, hasCellText) = (true, false)
    case .cellEnds:
      textsInRow += hasCellText ? 1 : 0
      isCellOpen = false
    case .groupEnds, .tableEnds: groupEnds.append(rowCount)
    case .text(let text):
      if isCellOpen, !hasCellText { hasCellText = text.contains { $0 > 0x20 && $0 < 0xA0 } }
    default: break
    }
  }
}
