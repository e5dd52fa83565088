public import Tabular

/// Reads a delimited text file as blocks of rows, once and in order, in bounded memory.
///
/// Each physical line belongs to exactly one row: the line counts of all rows add up to
/// `lineCount`. A blank line is a row without cells. Cells are not trimmed. A class, because it
/// owns an open file; not to be used by two threads at once.
public final class DelimitedReader {
  /// The most bytes that the dialect is detected from.
  public static let detectionWindow = 256 << 10

  /// How records are taken apart.
  enum Engine {
    /// The scanner where records are regular, libcsv where they are not.
    case automatic
    /// libcsv for every record.
    case parserOnly
  }

  /// The path as it was given.
  public let path: String
  /// The dialect in force.
  ///
  /// The encoding may still turn to Windows-1252 at a later invalid byte.
  public private(set) var dialect: Dialect
  /// The number of physical lines so far; of the whole file after the last block.
  public var lineCount: Int { nextLine - 1 }
  /// The number of bytes read from the file so far; its size after the last block.
  public var byteCount: Int { input.byteCount }

  private let input: RawInput
  private let limits: ReadingLimits
  private let blockSize: Int
  private let engine: Engine
  private let regular: RegularRecords
  private var irregular: IrregularRecords
  private var stream: TextStream
  private var journal = RemarkJournal()
  /// Text behind the last block: whole characters up to `restValid`, then at most three bytes.
  private var rest: [UInt8] = []
  private var restValid = 0
  private var nextLine = 1
  /// The offset in the text of the next block.
  private var textOffset = 0
  /// The offset in the file of the next block; nil once it is not known.
  private var byteOffset: Int?
  private var isFinished = false

  /// Opens the file at `path` and settles its dialect from its first 256 KiB.
  ///
  /// `onBytes` is told every byte of the file exactly once and in order, as it is read.
  /// - Throws: what keeps the file from being read, or shows that it is no delimited text.
  public convenience init(
    path: String, request: DialectRequest = DialectRequest(),
    limits: ReadingLimits = ReadingLimits(),
    onBytes: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(DelimitedError) {
    let input = try RawInput(path: path, limit: limits.fileSize, onBytes: onBytes)
    try self.init(input, request: request, limits: limits)
  }

  /// Reads from `input`, in blocks of about `blockSize` bytes.
  init(
    _ input: RawInput, request: DialectRequest, limits: ReadingLimits = ReadingLimits(),
    blockSize: Int = 1 << 20, engine: Engine = .automatic
  ) throws(DelimitedError) {
    FreedMemory.keep()
    let start = try ReadingStart(input, request: request)
    path = input.path
    self.input = input
    self.limits = limits
    self.blockSize = max(1, blockSize)
    self.engine = engine
    dialect = start.detection.dialect
    stream = TextStream(input, start.encoding)
    byteOffset = start.encoding.markLength
    let wrapping = start.detection.wrapping
    irregular = IrregularRecords(dialect, limits: limits, wrapping: wrapping)
    regular = RegularRecords(
      delimiter: dialect.delimiter.value, quote: dialect.quoteChar.value.byte,
      singleIsIrregular: dialect.width > 1, sizeLimit: limits.fieldSize,
      lineTerminator: dialect.lineTerminator.value)
    for reason in start.remarks { journal.note(Remark(line: 1, byteOffset: 0, reason: reason)) }
  }

  /// What was met while reading, in the order of the lines; the first 1,000 of each sort.
  public var remarks: [Remark] { journal.sorted }

  /// The number of remarks of each sort, also of those beyond the first 1,000.
  public var remarkCounts: [Remark.Reason.Kind: Int] { journal.counts }

  /// The next rows, or nil at the end.
  /// - Throws: when the file can't be read on, or a line is too long.
  public func next() throws(DelimitedError) -> RowBlock? {
    var target = rest.count + blockSize
    while !isFinished {
      let block = try readBlock(target: target)
      if block.rowCount > 0 { return block }
      target = rest.count + max(blockSize, rest.count)
    }
    return nil
  }

  private func readBlock(target: Int) throws(DelimitedError) -> RowBlock {
    // Copies of irregular cells are never longer than their records: twice the text is enough.
    let slack = 32
    let room = 2 * (target + slack) + 64
    var bytes = [UInt8](unsafeUninitializedCapacity: room) { $1 = room }
    var valid = restValid
    var filled = rest.count
    let cells = max(1024, (target + slack) / 6)
    var table = RowTable(cells: cells, rows: cells / 6 + 256, nextLine: nextLine)
    var used = 0
    try bytes.withUnsafeMutableBufferPointer { buffer throws(DelimitedError) in
      _ = buffer.update(fromContentsOf: rest)
      try stream.fill(buffer, valid: &valid, filled: &filled, target: target)
      used = scan(buffer, valid: valid, filled: filled, into: &table)
      try settle(buffer, used: used, valid: valid, filled: filled, &table)
    }
    bytes.removeLast(bytes.count - max(irregular.end, used))
    return table.block(bytes)
  }

  /// Adds all whole records of the text to `table`, and returns where the rest begins.
  private func scan(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, valid: Int, filled: Int, into table: inout RowTable
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let text = UnsafeBufferPointer(start: base, count: valid)
    irregular.startBlock(base, end: filled)
    var position = 0
    while position < valid {
      if engine == .automatic {
        let progress = regular.scan(text, from: position, into: &table)
        position = progress.position
        note(otherEnds: progress)
        if progress.stop == .end { break }
        if progress.stop == .full {
          table.grow()
          continue
        }
      }
      guard
        let next = irregular.read(text, from: position, isLast: stream.isAtEnd, into: &table)
      else { break }
      position = next
    }
    if stream.isAtEnd, position < valid,
      let next = irregular.read(text, from: position, isLast: true, into: &table)
    {
      position = next
    }
    return position
  }

  /// Keeps the text behind `used` for the next block, and dates what was met before it.
  private func settle(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, used: Int, valid: Int, filled: Int,
    _ table: inout RowTable
  ) throws(DelimitedError) {
    let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<used])
    let position = BlockPosition(
      line: nextLine, textOffset: textOffset, byteOffset: byteOffset,
      encoding: stream.encoding.value, repairsStart: stream.repairsStart)
    journal.add(
      stream.takeEvents(), notes: irregular.notes, in: text, at: position,
      isLast: stream.isAtEnd && used == filled)
    irregular.notes = []
    byteOffset = position.fileOffset(of: used, in: text)
    textOffset += used
    nextLine = table.nextLine
    rest = Array(buffer[used..<filled])
    restValid = valid - used
    dialect.encoding = stream.encoding
    if table.rowCount == 0, rest.count > limits.lineSize {
      let reason = DelimitedError.Reason.lineTooLong(limit: limits.lineSize)
      throw DelimitedError(path: path, line: nextLine, byteOffset: byteOffset, reason: reason)
    }
    if stream.isAtEnd, restValid == 0 { finish(lastByte: text.last) }
  }

  private func finish(lastByte: UInt8?) {
    isFinished = true
    if let lastByte, lastByte != 0x0A, lastByte != 0x0D {
      journal.note(
        Remark(line: lineCount, byteOffset: byteCount, reason: .lastLineUnterminated))
    }
    for change in input.changes() { journal.note(Remark(reason: .fileChanged(change))) }
  }

  private func note(otherEnds progress: RegularRecords.Progress) {
    guard let other = progress.firstOther else { return }
    irregular.notes.append(
      IrregularRecords.Note(
        line: other.line, reason: .otherLineTerminator(other.end), count: progress.otherEnds))
  }
}
