import CCsv

/// The records of libcsv in its strict mode, fed with one physical line at a time.
///
/// This is the only file that knows libcsv. A class, because it owns the C parser. libcsv drops
/// blanks around unquoted cells and blank lines; the former is switched off, the latter shows as
/// `.blank`.
final class LibcsvParser {
  /// What a line brought.
  enum Step: Equatable {
    /// It completed a record, whose cells were collected.
    case record
    /// It is empty.
    case blank
    /// It ends inside a quoted cell.
    case open
    /// It breaks the rules of strict mode.
    case refused
  }

  private let parser: UnsafeMutablePointer<csv_parser>
  private let context: UnsafeMutablePointer<CellCollector>
  private static let options = UInt8(CSV_STRICT | CSV_STRICT_FINI)

  /// A parser for the given ASCII characters.
  init(delimiter: UInt8, quote: UInt8) {
    parser = .allocate(capacity: 1)
    context = .allocate(capacity: 1)
    context.initialize(to: CellCollector())
    _ = csv_init(parser, Self.options)
    csv_set_delim(parser, delimiter)
    csv_set_quote(parser, quote)
    csv_set_space_func(parser) { _ in 0 }
    csv_set_blk_size(parser, 64 << 10)
  }

  deinit {
    csv_free(parser)
    context.deinitialize(count: 1)
    context.deallocate()
    parser.deallocate()
  }

  /// The cells of the record so far.
  var cells: CellCollector {
    _read { yield context.pointee }
    _modify { yield &context.pointee }
  }

  /// Parses a physical line with its line break.
  func feed(_ line: UnsafeBufferPointer<UInt8>) -> Step {
    let used = csv_parse(parser, line.baseAddress, line.count, Self.onCell, Self.onRecord, context)
    guard used == line.count else {
      reset()
      return .refused
    }
    if context.pointee.isComplete { return .record }
    return parser.pointee.pstate == 0 ? .blank : .open
  }

  /// Ends the text after a line without a line break.
  func finish() -> Step {
    guard csv_fini(parser, Self.onCell, Self.onRecord, context) == 0 else {
      reset()
      return .refused
    }
    return context.pointee.isComplete ? .record : .blank
  }

  /// Forgets an unfinished record; `csv_fini` in strict mode would refuse and keep it.
  func reset() {
    csv_set_opts(parser, 0)
    csv_fini(parser, nil, nil, nil)
    csv_set_opts(parser, Self.options)
  }

  private static let onCell:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      text, count, context in
      context.unsafelyUnwrapped.assumingMemoryBound(to: CellCollector.self)
        .pointee.append(UnsafeRawBufferPointer(start: text, count: count))
    }

  private static let onRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    context.unsafelyUnwrapped.assumingMemoryBound(to: CellCollector.self).pointee.isComplete = true
  }
}

/// Where the characters that shape records stand among 64 bytes: bit i is byte i.
struct Marks: Equatable {
  /// Delimiters.
  var delimiters: UInt64
  /// Line feeds.
  var lineFeeds: UInt64
  /// Carriage returns.
  var carriageReturns: UInt64
  /// Quotes and NULs.
  var odd: UInt64

  /// Looks at 64 bytes.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, delimiter: UInt8, quote: UInt8) {
    self.init(ccsv_find_marks(bytes, delimiter, quote))
  }

  /// Looks at 64 bytes as processors without SSE2 do.
  init(portably bytes: UnsafePointer<UInt8>, delimiter: UInt8, quote: UInt8) {
    self.init(ccsv_find_marks_portably(bytes, delimiter, quote))
  }

  @inline(__always)
  private init(_ marks: ccsv_marks) {
    delimiters = marks.delimiters
    lineFeeds = marks.line_feeds
    carriageReturns = marks.carriage_returns
    odd = marks.odd
  }
}
