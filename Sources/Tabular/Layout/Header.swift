/// The header of a table: one to four rows of labels.
public struct Header: Sendable, Hashable {
  /// A column as the header names it.
  public struct Column: Sendable, Hashable {
    /// The column, from 0.
    public var position: Int
    /// The labels above the column from the top row to the bottom row; a label that stands over
    /// several columns is repeated for each of them, and a row without a label for it is empty.
    public var levels: [String]
    /// True where the column has all its labels in common with the column to its left, because the
    /// lowest of them is merged over both.
    public var isContinued: Bool

    /// Makes a column.
    public init(position: Int, levels: [String], isContinued: Bool = false) {
      self.position = position
      self.levels = levels
      self.isContinued = isContinued
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
  /// The column of the sheet, from 0, that the first column stands in; 0 for text.
  public var firstColumn: Int

  /// Makes a header.
  public init(lines: [Int], columns: [Column], firstColumn: Int = 0) {
    self.lines = lines
    self.columns = columns
    self.firstColumn = firstColumn
  }
}

extension Header {
  /// Combines header rows: a label of an upper row stands for the columns that it is merged over,
  /// or else for those that follow it, as far as they have a label below and the row above has the
  /// same label over them.
  init(rows: [SampleRow], width: Int, firstColumn: Int) {
    var spread: [[String]] = []
    for (depth, row) in rows.enumerated() {
      var labels = (0..<width).map { row.text($0) }
      for position in labels.indices.dropFirst() where labels[position].isEmpty {
        if row.continuesLeft(position) {
          labels[position] = labels[position - 1]
        } else if !Self.endsMerged(rows, depth, position - 1) {
          let isNamedBelow = rows[(depth + 1)...].contains { !$0.text(position).isEmpty }
          let staysUnderParent = spread.last.map { $0[position] == $0[position - 1] } ?? true
          if isNamedBelow, staysUnderParent { labels[position] = labels[position - 1] }
        }
      }
      spread.append(labels)
    }
    let columns = (0..<width).map { position in
      let levels = spread.map { $0[position] }
      let lowest = levels.lastIndex { !$0.isEmpty }
      let isContinued =
        lowest.map { rows[$0].continuesLeft(position) } == true
        && levels == spread.map { $0[position - 1] }
      return Column(position: position, levels: levels, isContinued: isContinued)
    }
    self.init(lines: rows.map(\.line), columns: columns, firstColumn: firstColumn)
  }

  /// True where a cell is the last of a merged range, whose label stands for no other columns.
  private static func endsMerged(_ rows: [SampleRow], _ depth: Int, _ position: Int) -> Bool {
    let isAbove = depth + 1 < rows.count && rows[depth + 1].continuesAbove(position)
    return rows[depth].continuesLeft(position) || rows[depth].continuesAbove(position) || isAbove
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
