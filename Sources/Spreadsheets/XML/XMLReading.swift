/// A part of a workbook while a listener is told what it holds.
final class XMLReading<Listener: XMLListening>: LibxmlEvents {
  /// Which parser is used.
  enum Engine {
    /// The scanner as far as it is sure, libxml2 for all else.
    case automatic
    /// libxml2 alone, the authority; slow.
    case libxmlOnly
  }

  /// The bytes that are in memory at a time; a tag that is longer is left to libxml2.
  static var roomSize: Int { 1 << 17 }

  /// Who is told.
  var listener: Listener
  private let source: XMLSource
  private var scanner: XMLScanner
  private var parser: LibxmlParser?
  private var ended = false
  /// Starts and ends that the listener was told before libxml2 took over.
  private var tagsToSkip = 0
  private var textToSkip = 0
  private let room: UnsafeMutableRawBufferPointer
  /// The bytes at the beginning of `room` that were not told yet.
  private var kept = 0

  /// Begins with the first byte of `source`.
  init(_ source: XMLSource, listener: Listener, engine: Engine = .automatic) {
    self.source = source
    self.listener = listener
    scanner = XMLScanner()
    room = .allocate(byteCount: Self.roomSize, alignment: 16)
    if engine == .libxmlOnly { parser = LibxmlParser(events: self) }
  }

  deinit { room.deallocate() }

  /// Reads the next piece and tells the listener what is in it.
  ///
  /// - Returns: False where there was none left.
  /// - Throws: where the part is damaged, or the listener fails.
  func advance() throws(SpreadsheetError) -> Bool {
    guard !ended else { return false }
    if let parser { try feed(parser) } else { try scan() }
    if let failure = listener.failure { throw failure }
    return !ended
  }

  private func scan() throws(SpreadsheetError) {
    let count = try source.next(into: .init(rebasing: room[kept..<room.count - 1]))
    let total = kept + count
    room[total] = 0
    guard let start = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    let outcome = scanner.scan(start, count: total, isLast: count == 0, into: &listener)
    if listener.failure != nil { return }
    guard case .told(let told) = outcome, total - told < room.count - 1 else {
      return try restart()
    }
    ended = count == 0
    kept = total - told
    if told > 0, kept > 0 { start.update(from: start + told, count: kept) }
  }

  /// Lets libxml2 read the part from its first byte, without telling again what was told.
  private func restart() throws(SpreadsheetError) {
    tagsToSkip = scanner.tags
    textToSkip = scanner.textCount
    try source.restart()
    parser = LibxmlParser(events: self)
  }

  private func feed(_ parser: LibxmlParser) throws(SpreadsheetError) {
    let count = try source.next(into: room)
    ended = count == 0
    let piece = UnsafeRawBufferPointer(rebasing: room[..<count])
    let wrong = parser.feed(piece, isLast: ended)
    if let wrong, listener.failure == nil {
      throw SpreadsheetError(.damaged(part: source.name, detail: wrong))
    }
  }

  /// Reads the part to its end.
  func finish() throws(SpreadsheetError) {
    while try advance() {}
  }

  var stopped: Bool { listener.failure != nil }

  func start(_ element: XMLElement) {
    if tagsToSkip > 0 { tagsToSkip -= 1 } else { listener.start(element) }
  }

  func end(_ name: XMLName) {
    if tagsToSkip > 0 { tagsToSkip -= 1 } else { listener.end(name) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard tagsToSkip == 0 else { return }
    let skipped = min(textToSkip, bytes.count)
    textToSkip -= skipped
    if skipped < bytes.count { listener.text(.init(rebasing: bytes[skipped...])) }
  }
}
