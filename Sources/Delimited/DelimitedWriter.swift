/// Writes records as delimited text: comma, LF and quotes only where they are needed (RFC 4180).
///
/// Cells are appended one by one, `endRecord` ends a record, and `finish` hands over what is left.
/// Bytes go to a buffer and from there to the closure in pieces of about 256 KiB. What was written
/// reads back the same, given `request`.
public struct DelimitedWriter: ~Copyable {
  /// How to read what was written.
  public static let request = DialectRequest(
    delimiter: 0x2C, quoteChar: .mark(0x22), encoding: .utf8, lineTerminator: .lineFeed)

  private static let pieceSize = 256 << 10

  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var used = 0
  private var cellCount = 0
  /// True where the record so far is one cell without text, which would read as a blank line.
  private var isBareEmpty = false
  private var written = 0
  private let write: (UnsafeRawBufferPointer) throws -> Void

  /// Starts a file whose bytes go to `write`, in order and exactly once.
  public init(write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    capacity = Self.pieceSize + 4096
    buffer = .allocate(capacity: capacity)
    self.write = write
  }

  deinit { buffer.deallocate() }

  /// The number of bytes so far, those in the buffer included.
  public var byteCount: Int { written + used }

  /// Appends a cell without text.
  public mutating func appendEmpty() {
    startCell(size: 0)
    isBareEmpty = cellCount == 1
  }

  /// Appends a cell of UTF-8 text.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress, !text.isEmpty else { return appendEmpty() }
    startCell(size: 2 * text.count + 2)
    if CSVText.needsQuotes(text) || (written + used == 0 && text[0] == 0xEF) {
      used += CSVText.writeQuoted(text, to: buffer + used)
    } else {
      (buffer + used).update(from: source, count: text.count)
      used += text.count
    }
  }

  /// Appends a cell of text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a cell with a whole number.
  public mutating func append(_ value: Int64) { append(mantissa: value, scale: 0) }

  /// Appends a cell with the number `mantissa` / 10^`scale`: a decimal point, `scale` decimals
  /// and no other marks.
  public mutating func append(mantissa: Int64, scale: Int) {
    startCell(size: 24 + max(0, scale))
    appendNumber(magnitude: mantissa.magnitude, isNegative: mantissa < 0, scale: scale)
  }

  /// Appends a cell with a number of up to 128 bits.
  public mutating func append(mantissa: Int128, scale: Int) {
    startCell(size: 48 + max(0, scale))
    appendNumber(magnitude: mantissa.magnitude, isNegative: mantissa < 0, scale: scale)
  }

  /// Ends the record; one without cells is a blank line.
  /// - Throws: what the closure throws.
  public mutating func endRecord() throws {
    reserve(3)
    if isBareEmpty {
      buffer[used] = 0x22
      buffer[used + 1] = 0x22
      used += 2
      isBareEmpty = false
    }
    buffer[used] = 0x0A
    used += 1
    cellCount = 0
    if used >= Self.pieceSize { try flush() }
  }

  /// Hands over what is left in the buffer.
  /// - Throws: what the closure throws.
  public mutating func finish() throws { try flush() }

  private mutating func flush() throws {
    guard used > 0 else { return }
    try write(UnsafeRawBufferPointer(start: buffer, count: used))
    written += used
    used = 0
  }

  @inline(__always)
  private mutating func startCell(size: Int) {
    reserve(size + 1)
    isBareEmpty = false
    if cellCount > 0 {
      buffer[used] = 0x2C
      used += 1
    }
    cellCount += 1
  }

  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if used + count > capacity { grow(count) }
  }

  private mutating func grow(_ count: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (used + count))
    larger.update(from: buffer, count: used)
    buffer.deallocate()
    buffer = larger
    capacity = 2 * (used + count)
  }

  @inline(__always)
  private mutating func appendNumber<Magnitude: UnsignedInteger & FixedWidthInteger>(
    magnitude: Magnitude, isNegative: Bool, scale: Int
  ) {
    if isNegative && magnitude != 0 {
      buffer[used] = 0x2D
      used += 1
    }
    var digits = 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    let decimals = max(0, scale)
    let length = max(digits, decimals + 1) + (decimals > 0 ? 1 : 0)
    var place = used + length - 1
    rest = magnitude
    for position in 0..<max(digits, decimals + 1) {
      if position == decimals, decimals > 0 {
        buffer[place] = 0x2E
        place -= 1
      }
      buffer[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place -= 1
    }
    used += length
  }
}
