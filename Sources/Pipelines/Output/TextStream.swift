/// Text on its way to a file, a digest or memory, gathered into pieces of some size.
///
/// The first error of the sink is kept and thrown by `finish()`; until then nothing more is sent,
/// so that the code which makes the text need not stop at every word.
public struct TextStream {
  /// What takes the bytes.
  public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private let sink: Sink
  private var buffer: [UInt8] = []
  private var failure: (any Error)?

  private static let pieceSize = 1 << 16

  /// Makes a stream into `sink`.
  public init(to sink: @escaping Sink) {
    self.sink = sink
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Makes a stream into `output`; committing it is left to the caller.
  public init(to output: AtomicOutput) {
    self.init { bytes in try output.write(bytes) }
  }

  /// Adds text.
  public mutating func write(_ text: some StringProtocol) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// Adds bytes, which must be UTF-8.
  public mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// Sends what is left; throws the first error that the sink had.
  public mutating func finish() throws {
    flush()
    if let failure { throw failure }
  }

  private mutating func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    do {
      try buffer.withUnsafeBytes(sink)
    } catch {
      failure = error
    }
  }

  /// The text that `body` writes; for short texts and tests.
  public static func text(_ body: (inout TextStream) throws -> Void) throws -> String {
    let collected = Collected()
    var stream = TextStream { collected.bytes.append(contentsOf: $0) }
    try body(&stream)
    try stream.finish()
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
