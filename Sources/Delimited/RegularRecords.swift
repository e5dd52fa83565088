/// Finds the cells of records that need no parser, 64 bytes at a time and without a copy.
///
/// A record is regular when it is one physical line that ends in LF or CRLF, is not too long, holds
/// no NUL and no other carriage return, and quotes only around whole cells. All others go to
/// libcsv.
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
    /// The next 64 bytes hold quotes or NULs.
    case quotes
    /// The next 64 bytes hold none, and no quoted cell continues there.
    case noQuotes
    /// The table is full.
    case full
    /// The text ends.
    case end
  }

  /// How far a scan came.
  struct Progress {
    /// Why it stopped.
    var stop = Stop.end
    /// Where the first record begins that is not in the table.
    var position = 0
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
    guard let base = text.baseAddress else { return Progress(position: position) }
    return RowPen.write(to: &table, from: position) { pen in
      var progress = Progress()
      var index = position
      repeat {
        progress.stop = scanPlain(base, count: text.count, &index, &pen, &progress)
        guard progress.stop == .quotes else { break }
        progress.stop = scanQuoted(base, count: text.count, &index, &pen, &progress)
      } while progress.stop == .noQuotes
      progress.position = pen.recordStart
      return progress
    }
  }

  /// Scans from `index` up to 64 bytes that hold quotes.
  @inline(never)
  private func scanPlain(
    _ base: UnsafePointer<UInt8>, count: Int, _ index: inout Int, _ pen: inout RowPen,
    _ progress: inout Progress
  ) -> Stop {
    var own = pen
    var place = index
    defer { (pen, index) = (own, place) }
    while place < count {
      guard own.hasRoom else { return .full }
      let marks = Marks(base + place, delimiter: delimiter, quote: quote)
      if marks.odd & inside(place, count) != 0 { return .quotes }
      let odd = loneReturns(marks, base, at: place, count: count) & inside(place, count)
      var separators = (marks.delimiters | marks.lineFeeds) & inside(place, count)
      if odd != 0 { separators &= (odd & (0 &- odd)) &- 1 }
      while separators != 0 {
        let end = place &+ separators.trailingZeroBitCount
        separators &= separators &- 1
        own.endCell(at: end)
        if base[end] == 0x0A, !endRecord(base, at: end, &own, &progress) { return .irregular }
      }
      if odd != 0 { return .irregular }
      place &+= 64
    }
    return .end
  }

  /// Scans from `index` up to the end of all quotes.
  @inline(never)
  private func scanQuoted(
    _ base: UnsafePointer<UInt8>, count: Int, _ index: inout Int, _ pen: inout RowPen,
    _ progress: inout Progress
  ) -> Stop {
    var own = pen
    var place = index
    var isInside = false
    defer { (pen, index) = (own, place) }
    while place < count {
      guard own.hasRoom else { return .full }
      let marks = Marks(base + place, delimiter: delimiter, quote: quote)
      let mayEndQuotes = own.cellStart < place && quote != 0 && base[own.cellStart] == quote
      if marks.odd & inside(place, count) == 0, !mayEndQuotes { return .noQuotes }
      let vector = QuotedVector(
        base, at: place, count: count, marks: marks, delimiter: delimiter, quote: quote,
        isInside: isInside, isCellStart: place == own.cellStart)
      isInside = vector.endsInside
      let odd = vector.odd & inside(place, count)
      var separators = vector.separators & inside(place, count)
      if odd != 0 { separators &= (odd & (0 &- odd)) &- 1 }
      while separators != 0 {
        let end = place &+ separators.trailingZeroBitCount
        separators &= separators &- 1
        let isQuoted = quote != 0 && base[own.cellStart] == quote
        own.endCell(at: end)
        if base[end] != 0x0A {
          if isQuoted { own.trimQuotes() }
        } else if !endRecord(base, at: end, &own, &progress, trim: isQuoted) {
          return .irregular
        }
      }
      if odd != 0 { return .irregular }
      place &+= 64
    }
    return .end
  }

  /// The bits of those of 64 bytes from `index` that are text.
  @inline(__always)
  private func inside(_ index: Int, _ count: Int) -> UInt64 {
    index &+ 64 <= count ? ~0 : (1 as UInt64) << UInt64(count &- index) &- 1
  }

  /// The carriage returns that no line feed follows.
  @inline(__always)
  private func loneReturns(
    _ marks: Marks, _ base: UnsafePointer<UInt8>, at index: Int, count: Int
  ) -> UInt64 {
    guard marks.carriageReturns != 0 else { return 0 }
    var followed = marks.lineFeeds >> 1
    if index + 64 < count, base[index + 64] == 0x0A { followed |= 1 << 63 }
    return marks.carriageReturns & ~followed
  }

  /// Ends the record whose line feed stands at `end`; false where it is irregular after all.
  ///
  /// `trim` where its last cell is quoted.
  @inline(__always)
  private func endRecord(
    _ base: UnsafePointer<UInt8>, at end: Int, _ pen: inout RowPen, _ progress: inout Progress,
    trim: Bool = false
  ) -> Bool {
    let size = end &- pen.recordStart
    let isCRLF = size > 0 && base[end &- 1] == 0x0D
    if isCRLF { pen.ends[pen.cell &- 1] = UInt32(truncatingIfNeeded: end &- 1) }
    if trim { pen.trimQuotes() }
    if pen.cell &- pen.firstCell == 1, singleIsIrregular || size <= 1 { return false }
    if size > sizeLimit { return false }
    if onlyFirstCellHasText(pen) { return false }
    if isCRLF ? lineTerminator != .carriageReturnLineFeed : lineTerminator != .lineFeed {
      progress.otherEnds &+= 1
      if progress.firstOther == nil {
        progress.firstOther = (pen.line, isCRLF ? .carriageReturnLineFeed : .lineFeed)
      }
    }
    pen.endRow(at: end)
    return true
  }

  /// True where the record may be a whole one in its first cell.
  @inline(__always)
  private func onlyFirstCellHasText(_ pen: RowPen) -> Bool {
    var cell = pen.firstCell &+ 1
    guard cell < pen.cell else { return false }
    while cell < pen.cell {
      if pen.starts[cell] != pen.ends[cell] { return false }
      cell &+= 1
    }
    return true
  }
}
