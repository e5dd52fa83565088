/// A part of a workbook while a listener is told what it holds.
final class XMLReading<Listener: XMLListening>: LibxmlEvents {
  /// Which parser is used.
  enum Engine {
    /// The scanner as far as it is sure, libxml2 for all else.
    case automatic
    /// libxml2 alone, the authority; slow.
    case libxmlOnly
  }

  /// The bytes of a piece.
  static var pieceSize: Int { 1 << 16 }

  /// Who is told.
  var listener: Listener
  private let source: XMLSource
  private var parser: LibxmlParser?
  private var ended = false
  /// Starts and ends that the listener was told before libxml2 took over.
  private var tagsToSkip = 0
  private var textToSkip = 0
  private let room: UnsafeMutableRawBufferPointer

  /// Begins with the first byte of `source`.
  init(_ source: XMLSource, listener: Listener, engine: Engine = .automatic) {
    self.source = source
    self.listener = listener
    room = .allocate(byteCount: Self.pieceSize, alignment: 16)
    parser = LibxmlParser(events: self)
  }

  deinit { room.deallocate() }

  /// Reads the next piece and tells the listener what is in it.
  ///
  /// - Returns: False where there was none left.
  /// - Throws: where the part is damaged, or the listener fails.
  func advance() throws(SpreadsheetError) -> Bool {
    guard !ended, let parser else { return false }
    let count = try source.next(into: room)
    ended = count == 0
    let piece = UnsafeRawBufferPointer(rebasing: room[..<count])
    let wrong = parser.feed(piece, isLast: ended)
    if let failure = listener.failure { throw failure }
    if let wrong { throw SpreadsheetError(.damaged(part: source.name, detail: wrong)) }
    return !ended
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
