extension TableDecoder {
  /// The blanks that one step of an indented cell style stands for.
  private static let blanksOfStep = 3

  /// Keeps how far the texts of a field are indented: the blanks before them, and the steps of the
  /// styles of their cells.
  mutating func appendIndents(_ window: RecordWindow, position: Int, column: Int) {
    let block = window.block
    for record in 0..<window.range.count {
      let row = window.row(record)
      guard column < block.cellCount(ofRow: row) else {
        indents[position, default: []].append(0)
        continue
      }
      let cell = UInt32(Int(block.firstCells[row]) + column)
      let steps = Int(block.indents[cell] ?? 0)
      let blanks = Self.leadingBlanks(block.cellBytes(row: row, column: column))
      indents[position, default: []]
        .append(UInt8(clamping: blanks + steps * Self.blanksOfStep))
    }
  }

  /// The width of the blanks before a text; a tab is four of them.
  private static func leadingBlanks(_ cell: ArraySlice<UInt8>) -> Int {
    var width = 0
    for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
      guard scalar.properties.isWhitespace else { break }
      width += scalar == "\t" ? 4 : 1
    }
    return width
  }
}
