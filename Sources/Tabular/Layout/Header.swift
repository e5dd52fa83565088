/// The header of a table: one to three rows of labels.
public struct Header: Sendable, Hashable {
  /// A column as the header names it.
  public struct Column: Sendable, Hashable {
    /// The column, from 0.
    public var position: Int
    /// The labels above the column from the top row to the bottom row; a label that stands over
    /// several columns is repeated for each of them, and a row without a label for it is empty.
    public var levels: [String]

    /// Makes a column.
    public init(position: Int, levels: [String]) {
      self.position = position
      self.levels = levels
    }

    /// The labels of all rows in one: `0-4 / Pria`; empty where the column has no name.
    public var label: String { levels.filter { !$0.isEmpty }.joined(separator: " / ") }

    /// The lowest label: `Pria`; empty where the column has no name.
    public var lowest: String { levels.last { !$0.isEmpty } ?? "" }
  }

  /// The first physical line of each header row, from 1; empty where the table has no header.
  public var lines: [Int]
  /// The columns from the left, unnamed ones included.
  public var columns: [Column]

  /// Makes a header.
  public init(lines: [Int], columns: [Column]) {
    self.lines = lines
    self.columns = columns
  }
}

extension Header {
  /// Combines header rows: a label of an upper row stands for the columns that follow it, as far
  /// as they have a label below and the row above has the same label over them.
  init(rows: [[String]], lines: [Int], width: Int) {
    var spread: [[String]] = []
    for (depth, row) in rows.enumerated() {
      let cells = (0..<width).map { $0 < row.count ? HeaderText.clean(row[$0]) : "" }
      let isLowest = depth == rows.count - 1
      var labels = cells
      if !isLowest {
        for position in labels.indices.dropFirst() where labels[position].isEmpty {
          let isNamedBelow = rows[(depth + 1)...].contains {
            position < $0.count && !HeaderText.clean($0[position]).isEmpty
          }
          let parent = spread.last
          let staysUnderParent = parent.map { $0[position] == $0[position - 1] } ?? true
          if isNamedBelow, staysUnderParent { labels[position] = labels[position - 1] }
        }
      }
      spread.append(labels)
    }
    let columns = (0..<width).map { position in
      Column(position: position, levels: spread.map { $0[position] })
    }
    self.init(lines: lines, columns: columns)
  }
}

extension Header {
  /// The header with unnamed columns added up to `width`.
  func widened(to width: Int) -> Header {
    var wider = self
    while wider.columns.count < width {
      wider.columns.append(Column(position: wider.columns.count, levels: lines.map { _ in "" }))
    }
    return wider
  }
}

/// How the text of a header cell is told: without line breaks and doubled blanks.
enum HeaderText {
  static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    return text.split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }.joined(
      separator: " ")
  }

  /// True for texts in ASCII with single blanks between words, which most are.
  private static func isClean(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte > 0x20 && byte < 0x7F || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }
}
