@testable import Tabular

/// A sheet drawn as text, one line a row and `|` between cells.
///
/// `=2.500` is a number that shows so, `=95,97~95,9734` one with other digits stored, `@2023-12-31`
/// a date, `?TRUE` a truth value, `!#REF!` an error, `$=SUM(C6:C10)` a formula without a result;
/// `<` is merged with the cell to the left, `^` with the cell above; all else are texts.
enum DrawnSheet {
  static func rows(_ drawing: String, firstColumn: Int = 0, firstRow: Int = 1) -> RowBlock {
    var block = RowBlock()
    block.firstColumn = firstColumn
    var above: [(text: String, marks: CellMarks)] = []
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in lines.enumerated() {
      var cells: [(text: String, marks: CellMarks)] = []
      for drawn in line.isEmpty ? [] : line.split(separator: "|", omittingEmptySubsequences: false)
      {
        let text = HeaderText.trimmed(String(drawn))
        switch text {
        case "<":
          let left = cells.last ?? (text: "", marks: [])
          cells.append((left.text, left.marks.union(.mergedAcross)))
        case "^":
          let upper = cells.count < above.count ? above[cells.count] : (text: "", marks: [])
          cells.append((upper.text, upper.marks.union(.mergedDown)))
        default:
          let cell = cell(text)
          if let stored = cell.stored {
            block.stored[UInt32(block.starts.count + cells.count)] = stored
          }
          cells.append((cell.text, cell.marks))
        }
      }
      block.append(cells.map { Array($0.text.utf8) }, line: firstRow + row)
      block.marks += cells.map(\.marks)
      above = cells
    }
    return block
  }

  private static func cell(_ text: String) -> (text: String, marks: CellMarks, stored: String?) {
    let kinds: [Character: CellMarks] = [
      "=": .number, "@": .date, "?": .boolean, "!": .error, "$": .withoutResult,
    ]
    guard let first = text.first, let marks = kinds[first] else { return (text, [], nil) }
    let parts = text.dropFirst().split(separator: "~", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (String(text.dropFirst()), marks, nil) }
    return (parts[0], marks, parts[1])
  }
}
