import Tabular

/// Settles the dialect of a text from its beginning.
struct DialectDetection {
  /// The dialect.
  var dialect: Dialect
  /// Takes wrapped records apart.
  var wrapping: WrappedRecords
  /// The delimiter that the first line names.
  var separatorLine: UInt8?

  /// Examines `text`, the first whole lines of a file.
  init(
    _ text: UnsafeBufferPointer<UInt8>, request: DialectRequest, encoding: Setting<TextEncoding>
  ) {
    let quoteChar = request.quoteChar.map { Setting($0, .given) } ?? Self.quoteChar(text)
    let quote = quoteChar.value.byte
    let found = DelimiterDetection.detect(text, quote: quote)
    separatorLine = request.delimiter == nil ? Self.separatorLine(text) : nil
    var delimiter: Setting<UInt8>
    if let given = request.delimiter {
      delimiter = Setting(given, .given)
    } else if let named = separatorLine {
      delimiter = Setting(named, .detected, basis: .separatorLine(named))
    } else {
      delimiter = Self.delimiter(found, text)
    }
    var widths = [1]
    if request.delimiter != nil || found.delimiter != nil || separatorLine != nil {
      widths = Division(text, delimiter: delimiter.value, quote: quote).widths
    } else if let inner = Self.wrapped(text, quote: quote) {
      delimiter = Setting(inner.delimiter, .detected, basis: .everyRecordWrapped(inner.delimiter))
      widths = [inner.width]
    }
    dialect = Dialect(
      delimiter: delimiter, quoteChar: quoteChar, encoding: encoding,
      lineTerminator: request.lineTerminator.map { Setting($0, .given) }
        ?? Self.lineTerminator(text),
      delimiterCandidates: request.delimiter == nil ? found.candidates : [], width: widths[0])
    wrapping = WrappedRecords(
      delimiter: delimiter.value, quote: quote, widths: widths,
      isAllowed: request.delimiter == nil)
    wrapping.lastTitleLine = Self.lastTitleLine(text, wrapping)
  }

  private static func delimiter(
    _ found: DelimiterDetection.Result, _ text: UnsafeBufferPointer<UInt8>
  ) -> Setting<UInt8> {
    if let delimiter = found.delimiter, let best = found.candidates.first {
      return Setting(delimiter, .detected, basis: .regularRecords(best))
    }
    let absent = DelimiterDetection.delimiters.first { !text.contains($0) } ?? 0x3B
    return Setting(absent, .assumed, basis: .oneColumn)
  }

  /// The double quote, unless cells are wrapped in single quotes.
  private static func quoteChar(_ text: UnsafeBufferPointer<UInt8>) -> Setting<Quoting> {
    let double = openings(text, mark: 0x22)
    if double > 0 {
      return Setting(.mark(0x22), .detected, basis: .quotedCells(double, mark: 0x22))
    }
    let single = openings(text, mark: 0x27)
    if single >= 4 {
      return Setting(.mark(0x27), .detected, basis: .quotedCells(single, mark: 0x27))
    }
    return Setting(.mark(0x22), .assumed)
  }

  /// The number of cells that begin and end with `mark`.
  private static func openings(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Int {
    var count = 0
    var isOpen = false
    for index in text.indices where text[index] == mark {
      let before = index == 0 ? 0x0A : text[index - 1]
      let after = index + 1 == text.count ? 0x0A : text[index + 1]
      if isBorder(before), !isOpen { isOpen = true }
      if isBorder(after), isOpen, !isBorder(before) {
        count += 1
        isOpen = false
      }
    }
    return count
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || DelimiterDetection.delimiters.contains(byte)
  }

  private static func lineTerminator(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Setting<LineTerminator> {
    var counts: [LineTerminator: Int] = [:]
    var position = 0
    var lines = 0
    while let line = PhysicalLine.next(text, from: position, isLast: true), lines < 1000 {
      if let terminator = line.terminator { counts[terminator, default: 0] += 1 }
      position = line.next
      lines += 1
    }
    let order: [LineTerminator] = [.lineFeed, .carriageReturnLineFeed, .carriageReturn]
    let most = order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .lineFeed
    guard let count = counts[most] else { return Setting(.lineFeed, .assumed) }
    return Setting(
      most, .detected, basis: .lineEnds(count, of: counts.values.reduce(0, +), most))
  }

  /// Excel's `sep=;` on the first line.
  private static func separatorLine(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard let line = PhysicalLine.next(text, from: 0, isLast: true) else { return nil }
    let bytes = Array(text[line.start..<line.end]).filter { $0 != 0x22 }
    guard bytes.count == 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    return bytes[4] > 0x20 || bytes[4] == 0x09 ? bytes[4] : nil
  }

  /// The delimiter inside, where every record is a single quoted cell.
  private static func wrapped(
    _ text: UnsafeBufferPointer<UInt8>, quote: UInt8
  ) -> (delimiter: UInt8, width: Int)? {
    guard quote != 0 else { return nil }
    var inside: [UInt8] = []
    var isWrapped = true
    let outline = RecordOutline(delimiter: quote, quote: quote)
    let whole = LooseLine(delimiter: 0x0A, quote: quote)
    outline.forEach(text) { record in
      guard !record.isBlank else { return }
      let line = UnsafeBufferPointer(rebasing: text[record.text])
      isWrapped = isWrapped && line.first == quote && record.lines == 1
      var collector = CellCollector()
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: line.count + 1) { room in
        collector.base = room.baseAddress
        _ = whole.collect(line, into: &collector)
        inside += collector.text(0)
      }
      inside.append(0x0A)
    }
    guard isWrapped, !inside.isEmpty else { return nil }
    return inside.withUnsafeBufferPointer {
      let found = DelimiterDetection.detect($0, quote: quote)
      guard let best = found.candidates.first, found.delimiter != nil, best.records > 1,
        best.agreeing * 5 >= best.records * 4
      else { return nil }
      return (best.delimiter, best.width)
    }
  }

  /// The last of the lines at the start whose only filled cell is quoted and holds delimiters;
  /// 0 unless there are two or more.
  private static func lastTitleLine(
    _ text: UnsafeBufferPointer<UInt8>, _ wrapping: WrappedRecords
  ) -> Int {
    guard wrapping.quote != 0 else { return 0 }
    var titles = wrapping
    titles.lastTitleLine = .max
    let loose = LooseLine(delimiter: wrapping.delimiter, quote: wrapping.quote)
    var position = 0
    var count = 0
    while let line = PhysicalLine.next(text, from: position, isLast: true) {
      let bytes = UnsafeBufferPointer(rebasing: text[line.start..<line.end])
      var cells: [Range<Int>] = []
      loose.forEachCell(bytes) { cells.append($0.text) }
      let first = UnsafeBufferPointer(rebasing: bytes[cells.first ?? 0..<0])
      guard bytes.first == wrapping.quote, cells.count > 1,
        cells.dropFirst().allSatisfy(\.isEmpty),
        titles.innerDelimiter(first, of: cells.count, isQuoted: true, line: 1) != nil
      else { break }
      count += 1
      position = line.next
    }
    return count >= 2 ? count : 0
  }
}
