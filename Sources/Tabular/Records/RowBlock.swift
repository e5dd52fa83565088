/// A run of physical rows as a reader delivers them: every cell as UTF-8 text in one buffer.
///
/// Nothing is trimmed or interpreted yet. A row is one parsed line of a delimited file (which may
/// span several physical lines) or one row of a sheet.
public struct RowBlock: Sendable {
  /// The text that cells point into, which may hold bytes that belong to no cell.
  public var bytes: [UInt8]
  /// Where each cell begins in `bytes`, all rows in sequence.
  public var starts: [UInt32]
  /// Where each cell ends in `bytes`.
  public var ends: [UInt32]
  /// The number of the first cell of each row; one more entry than rows.
  public var firstCells: [UInt32]
  /// The first physical line of each row, from 1.
  public var lines: [UInt32]
  /// The number of physical lines of each row; empty where every row is one line.
  public var lineCounts: [UInt32]
  /// Where each cell stands in its resource, for rows that were reshaped; empty where every cell
  /// stands on its row's own line, in the column of its number.
  public var places: [CellPlace]
  /// What each cell is in its workbook; empty where all cells are texts, as in delimited files.
  public var marks: [CellMarks]
  /// For the few cells whose number has other digits than it shows: the digits as stored, with a
  /// decimal comma, by the number of the cell.
  ///
  /// They are in the unit that is shown: with `%` where the cell has it, in thousands where its
  /// format shows thousands.
  public var stored: StoredDigits
  /// The steps by which the text of a cell is indented, by the number of the cell.
  public var indents: [UInt32: UInt8]
  /// The column of the sheet, from 0, that the first cell of every row stands in.
  public var firstColumn: Int

  /// An empty block.
  public init() {
    places = []
    marks = []
    stored = StoredDigits()
    indents = [:]
    firstColumn = 0
    bytes = []
    starts = []
    ends = []
    firstCells = [0]
    lines = []
    lineCounts = []
  }

  /// The number of rows.
  public var rowCount: Int { lines.count }

  /// The number of cells that row `row` has.
  public func cellCount(ofRow row: Int) -> Int { Int(firstCells[row + 1] - firstCells[row]) }

  /// The number of physical lines that row `row` spans.
  public func lineCount(ofRow row: Int) -> Int { lineCounts.isEmpty ? 1 : Int(lineCounts[row]) }

  /// The bytes of cell `column` of row `row`.
  public func cellBytes(row: Int, column: Int) -> ArraySlice<UInt8> {
    let cell = Int(firstCells[row]) + column
    return bytes[Int(starts[cell])..<Int(ends[cell])]
  }

  /// The text of cell `column` of row `row`; for reports and small tables, not the main path.
  public func text(row: Int, column: Int) -> String {
    String(decoding: cellBytes(row: row, column: column), as: UTF8.self)
  }

  /// The texts of row `row`.
  public func texts(row: Int) -> [String] {
    (0..<cellCount(ofRow: row)).map { text(row: row, column: $0) }
  }

  /// Adds a row with the given cells; for small tables and tests.
  public mutating func append(
    _ cells: [some Collection<UInt8>], line: Int, lineCount: Int = 1
  ) {
    for cell in cells {
      starts.append(UInt32(bytes.count))
      bytes.append(contentsOf: cell)
      ends.append(UInt32(bytes.count))
    }
    finishRow(line: line, lineCount: lineCount)
  }

  /// Adds a row of another block, cut to `columns` (places in that row) or filled up with blanks,
  /// with all that is known of its cells.
  public mutating func append(row: Int, of block: RowBlock, columns: Range<Int>) {
    let (first, count) = (Int(block.firstCells[row]), block.cellCount(ofRow: row))
    for column in columns {
      let cell = first + column
      let number = UInt32(starts.count)
      starts.append(UInt32(bytes.count))
      if column < count {
        bytes.append(contentsOf: block.bytes[Int(block.starts[cell])..<Int(block.ends[cell])])
        if let digits = block.stored[UInt32(cell)] { stored[number] = digits }
        if let steps = block.indents[UInt32(cell)] { indents[number] = steps }
      }
      ends.append(UInt32(bytes.count))
      if !block.marks.isEmpty { marks.append(column < count ? block.marks[cell] : []) }
      if !block.places.isEmpty {
        places.append(
          column < count
            ? block.places[cell]
            : CellPlace(line: block.lines[row], column: UInt32(block.firstColumn + column)))
      }
    }
    finishRow(line: Int(block.lines[row]), lineCount: block.lineCount(ofRow: row))
  }

  mutating func finishRow(line: Int, lineCount: Int) {
    firstCells.append(UInt32(starts.count))
    if lineCount != 1 || !lineCounts.isEmpty {
      while lineCounts.count < lines.count { lineCounts.append(1) }
      lineCounts.append(UInt32(lineCount))
    }
    lines.append(UInt32(line))
  }
}
