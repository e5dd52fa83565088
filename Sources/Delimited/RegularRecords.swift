/// Finds the cells of records that need no parser, 64 bytes at a time and without a copy.
///
/// A record is regular when it is one physical line that ends in LF or CRLF, is not too long, and
/// holds no quote, no NUL and no other carriage return. All others go to libcsv.
struct RegularRecords {
  /// The character between cells.
  var delimiter: UInt8
  /// The character around cells, or NUL.
  var quote: UInt8
  /// True where a line of one cell must be looked at more closely.
  var singleIsIrregular: Bool
  /// The longest regular record in bytes.
  var sizeLimit: Int
  /// What ends most lines.
  var lineTerminator: LineTerminator

  /// Why scanning stopped.
  enum Stop {
    /// An irregular record begins.
    case irregular
    /// The table is full.
    case full
    /// The text ends.
    case end
  }

  /// How far a scan came.
  struct Progress {
    /// Why it stopped.
    var stop: Stop
    /// Where the first record begins that is not in the table.
    var position: Int
    /// The number of lines that end unlike most.
    var otherEnds = 0
    /// The first such line and its end.
    var firstOther: (line: Int, end: LineTerminator)?
  }

  /// Scans `text` from `position`, where a record begins, and adds the rows to `table`.
  ///
  /// 64 bytes behind `text` must be readable.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, from position: Int, into table: inout RowTable
  ) -> Progress {
    var progress = Progress(stop: .end, position: position)
    guard let base = text.baseAddress else { return progress }
    let first = (cells: table.cellCount, rows: table.rowCount, line: table.nextLine)
    let used = table.starts.withUnsafeMutableBufferPointer { starts in
      table.ends.withUnsafeMutableBufferPointer { ends in
        table.firstCells.withUnsafeMutableBufferPointer { firstCells in
          table.lines.withUnsafeMutableBufferPointer { lines in
            var pen = Pen(
              cell: first.cells, row: first.rows, line: first.line, recordStart: position,
              starts: starts, ends: ends, firstCells: firstCells, lines: lines)
            run(base, count: text.count, &pen, &progress)
            return (cells: pen.firstCell, rows: pen.row, line: pen.line)
          }
        }
      }
    }
    (table.cellCount, table.rowCount, table.nextLine) = used
    return progress
  }

  /// Where the next cell and row are written.
  private struct Pen {
    var cell: Int
    var row: Int
    var line: Int
    var cellStart: Int
    var recordStart: Int
    var firstCell: Int
    let starts: UnsafeMutablePointer<UInt32>
    let ends: UnsafeMutablePointer<UInt32>
    let firstCells: UnsafeMutablePointer<UInt32>
    let lines: UnsafeMutablePointer<UInt32>
    /// The last cell at which 64 more fit.
    let lastCell: Int
    /// The last row at which 64 more fit.
    let lastRow: Int

    init(
      cell: Int, row: Int, line: Int, recordStart: Int, starts: UnsafeMutableBufferPointer<UInt32>,
      ends: UnsafeMutableBufferPointer<UInt32>, firstCells: UnsafeMutableBufferPointer<UInt32>,
      lines: UnsafeMutableBufferPointer<UInt32>
    ) {
      (self.cell, self.row, self.line) = (cell, row, line)
      (self.recordStart, cellStart, firstCell) = (recordStart, recordStart, cell)
      self.starts = starts.baseAddress.unsafelyUnwrapped
      self.ends = ends.baseAddress.unsafelyUnwrapped
      self.firstCells = firstCells.baseAddress.unsafelyUnwrapped
      self.lines = lines.baseAddress.unsafelyUnwrapped
      lastCell = min(starts.count, ends.count) - 64
      lastRow = min(firstCells.count, lines.count) - 65
    }
  }

  @inline(__always)
  private func run(
    _ base: UnsafePointer<UInt8>, count: Int, _ pen: inout Pen, _ progress: inout Progress
  ) {
    var index = pen.recordStart
    while index < count {
      guard pen.cell <= pen.lastCell, pen.row <= pen.lastRow else {
        progress.stop = .full
        break
      }
      let marks = Marks(base + index, delimiter: delimiter, quote: quote)
      var separators = marks.delimiters | marks.lineFeeds
      var odd = marks.odd
      if marks.carriageReturns != 0 {
        var followed = marks.lineFeeds >> 1
        if index + 64 < count, base[index + 64] == 0x0A { followed |= 1 << 63 }
        odd |= marks.carriageReturns & ~followed
      }
      if index + 64 > count {
        let inside = (1 as UInt64) << UInt64(count - index) &- 1
        separators &= inside
        odd &= inside
      }
      if odd != 0 { separators &= (odd & (0 &- odd)) &- 1 }
      while separators != 0 {
        let end = index &+ separators.trailingZeroBitCount
        separators &= separators &- 1
        pen.starts[pen.cell] = UInt32(truncatingIfNeeded: pen.cellStart)
        pen.ends[pen.cell] = UInt32(truncatingIfNeeded: end)
        pen.cellStart = end &+ 1
        pen.cell &+= 1
        if base[end] == 0x0A, !endRecord(base, at: end, &pen, &progress) {
          progress.stop = .irregular
          progress.position = pen.recordStart
          return
        }
      }
      if odd != 0 {
        progress.stop = .irregular
        break
      }
      index &+= 64
    }
    progress.position = pen.recordStart
  }

  /// Ends the record whose line feed stands at `end`; false where it is irregular after all.
  @inline(__always)
  private func endRecord(
    _ base: UnsafePointer<UInt8>, at end: Int, _ pen: inout Pen, _ progress: inout Progress
  ) -> Bool {
    let size = end &- pen.recordStart
    let isCRLF = size > 0 && base[end &- 1] == 0x0D
    if isCRLF { pen.ends[pen.cell &- 1] = UInt32(truncatingIfNeeded: end &- 1) }
    if pen.cell &- pen.firstCell == 1, singleIsIrregular || size <= 1 { return false }
    if size > sizeLimit { return false }
    if isCRLF ? lineTerminator != .carriageReturnLineFeed : lineTerminator != .lineFeed {
      progress.otherEnds &+= 1
      if progress.firstOther == nil {
        progress.firstOther = (pen.line, isCRLF ? .carriageReturnLineFeed : .lineFeed)
      }
    }
    pen.lines[pen.row] = UInt32(truncatingIfNeeded: pen.line)
    pen.line &+= 1
    pen.row &+= 1
    pen.firstCells[pen.row] = UInt32(truncatingIfNeeded: pen.cell)
    pen.firstCell = pen.cell
    pen.recordStart = end &+ 1
    return true
  }
}
