import Tabular

/// Reads single records through libcsv, and through `LooseLine` where libcsv refuses.
struct IrregularRecords {
  /// A remark about a record, with the offset in the text it is about.
  struct Note {
    var line: Int
    var offset: Int?
    var column: Int?
    var reason: Remark.Reason
    /// How many places it stands for.
    var count = 1
  }

  /// The character between cells.
  let delimiter: UInt8
  /// The character around cells, or NUL.
  let quote: UInt8
  /// The limits.
  let limits: ReadingLimits
  /// Takes records apart that stand in one cell.
  let wrapping: WrappedRecords
  /// What ends most lines.
  let lineTerminator: LineTerminator
  /// What was met since it was last emptied.
  var notes: [Note] = []
  private let parser: LibcsvParser?

  /// A reader for the given dialect.
  init(_ dialect: Dialect, limits: ReadingLimits, wrapping: WrappedRecords) {
    delimiter = dialect.delimiter.value
    quote = dialect.quoteChar.value.byte
    lineTerminator = dialect.lineTerminator.value
    self.limits = limits
    self.wrapping = wrapping
    parser = quote == 0 ? nil : LibcsvParser(delimiter: delimiter, quote: quote)
    collector.end = 0
  }

  private var ownCollector = CellCollector()

  private var collector: CellCollector {
    _read {
      if let parser { yield parser.cells } else { yield ownCollector }
    }
    _modify {
      if let parser { yield &parser.cells } else { yield &ownCollector }
    }
  }

  /// Starts a block whose text begins at `base`; copies of cells go behind `end`.
  mutating func startBlock(_ base: UnsafeMutablePointer<UInt8>, end: Int) {
    collector.base = base
    collector.end = end
  }

  /// The offset behind the last copy.
  var end: Int { collector.end }

  /// Reads the record at `start` into `table`, and returns where the next one begins; nil where
  /// `text` ends before the record does and more follows.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into table: inout RowTable
  ) -> Int? {
    collector.startRecord()
    var position = start
    var lineCount = 0
    while let line = PhysicalLine.next(text, from: position, isLast: isLast) {
      lineCount += 1
      position = line.next
      switch feed(text, line) {
      case .record:
        finish(text, from: start, line, lineCount: lineCount, into: &table)
        return position
      case .blank:
        collector.restartRecord()
        endLine(text, line, at: table.nextLine)
        table.append(collector, lineCount: lineCount)
        return position
      case .refused:
        return recover(text, from: start, isLast: isLast, into: &table)
      case .open where position - start > limits.fieldSize || (isLast && position == text.count):
        parser?.reset()
        return recover(text, from: start, isLast: isLast, into: &table)
      case .open:
        break
      }
    }
    parser?.reset()
    return nil
  }

  private mutating func feed(
    _ text: UnsafeBufferPointer<UInt8>, _ line: PhysicalLine
  ) -> LibcsvParser.Step {
    guard let parser else {
      guard line.start < line.end else { return .blank }
      _ = LooseLine(delimiter: delimiter, quote: 0).collect(
        UnsafeBufferPointer(rebasing: text[line.start..<line.end]), into: &ownCollector)
      return .record
    }
    let step = parser.feed(UnsafeBufferPointer(rebasing: text[line.start..<line.next]))
    return step == .open && line.terminator == nil ? parser.finish() : step
  }

  /// Takes the first line of a refused record apart by itself.
  private mutating func recover(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, into table: inout RowTable
  ) -> Int? {
    guard let line = PhysicalLine.next(text, from: start, isLast: isLast) else { return nil }
    collector.restartRecord()
    let flaws = LooseLine(delimiter: delimiter, quote: quote).collect(
      UnsafeBufferPointer(rebasing: text[line.start..<line.end]), into: &collector)
    for flaw in flaws {
      notes.append(
        Note(
          line: table.nextLine, offset: start + flaw.offset, column: flaw.column,
          reason: flaw.flaw))
    }
    finish(text, from: start, line, lineCount: 1, into: &table)
    return line.next
  }

  /// Looks at the collected cells and adds them to the table.
  private mutating func finish(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ line: PhysicalLine, lineCount: Int,
    into table: inout RowTable
  ) {
    let isQuoted = quote != 0 && text[start] == quote
    if let reason = wrapping.unwrap(&collector, isQuoted: isQuoted, line: table.nextLine) {
      notes.append(Note(line: table.nextLine, offset: start, column: 0, reason: reason))
    }
    for column in 0..<collector.count {
      let cell = collector.text(column)
      if cell.count > limits.fieldSize {
        collector.cut(column, to: limits.fieldSize)
        let reason = Remark.Reason.fieldTooLong(limit: limits.fieldSize)
        notes.append(Note(line: table.nextLine, offset: start, column: column, reason: reason))
      }
      if cell.contains(0) {
        let offset = text[start..<line.end].firstIndex(of: 0) ?? start
        notes.append(
          Note(line: table.nextLine, offset: offset, column: column, reason: .nulCharacter))
      }
    }
    endLine(text, line, at: table.nextLine + lineCount - 1)
    table.append(collector, lineCount: lineCount)
  }

  /// Remarks on how a record's last line ends.
  private mutating func endLine(
    _ text: UnsafeBufferPointer<UInt8>, _ line: PhysicalLine, at number: Int
  ) {
    guard let terminator = line.terminator, terminator != lineTerminator else { return }
    let reason: Remark.Reason
    guard terminator == .carriageReturn else {
      notes.append(Note(line: number, reason: .otherLineTerminator(terminator)))
      return
    }
    let isDoubled =
      line.next + 1 < text.count && text[line.next] == 0x0D && text[line.next + 1] == 0x0A
    reason = isDoubled ? .doubledCarriageReturn : .loneCarriageReturn
    notes.append(Note(line: number, offset: line.end, reason: reason))
  }
}
