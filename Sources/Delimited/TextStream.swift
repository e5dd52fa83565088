import Tabular

/// The text of a file as UTF-8, appended to a caller's buffer piece by piece.
///
/// UTF-8 goes straight from the file into the buffer and is only validated.
struct TextStream {
  /// The most bytes that are read at once.
  private static let pieceSize = 256 << 10

  /// The file.
  let input: RawInput
  /// The encoding in force; it may turn out to be Windows-1252 at the first invalid byte.
  private(set) var encoding: Setting<TextEncoding>
  /// True when all text was delivered.
  private(set) var isAtEnd = false
  /// The length of the byte order mark.
  let markLength: Int
  /// The offset in the text from which offsets in the file can't be told any more.
  private(set) var repairsStart = Int.max
  private let keepsUTF8: Bool
  private var decoder: TextDecoder?
  private var isASCII = true
  private var inputEnded = false
  /// Bytes of the file that are not decoded yet, from `pendingStart`.
  private var pending: [UInt8] = []
  private var pendingStart = 0
  /// The number of bytes of text delivered.
  private var textOffset = 0

  /// Starts behind the byte order mark.
  init(_ input: RawInput, _ detected: EncodingDetection.Result) {
    self.input = input
    encoding = detected.encoding
    markLength = detected.markLength
    keepsUTF8 = detected.keepsUTF8
    input.skip(markLength)
    let mode: TextDecoder.Mode
    switch encoding.value {
    case .utf8: return
    case .windows1252: mode = .windows1252
    case .utf16LittleEndian: mode = .utf16(bigEndian: false)
    case .utf16BigEndian: mode = .utf16(bigEndian: true)
    }
    decoder = TextDecoder(mode, byteOffset: markLength, textOffset: 0)
    decoder?.tellingOffset = detected.invalidOffset
  }

  /// What was met while decoding, since the last call.
  mutating func takeEvents() -> [TextDecoder.Event] {
    guard let events = decoder?.events, !events.isEmpty else { return [] }
    decoder?.events = []
    return events
  }

  /// Appends text until `filled` reaches `target` or the file ends.
  ///
  /// Text stands in `buffer` up to `valid`; up to three bytes between `valid` and `filled` are the
  /// beginning of a character. `buffer` has room for 32 bytes beyond `target`.
  mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, valid: inout Int, filled: inout Int, target: Int
  ) throws(DelimitedError) {
    while filled < target, !isAtEnd {
      if decoder == nil {
        try readPlain(buffer, valid: &valid, filled: &filled, target: target)
      } else {
        try readDecoded(buffer, filled: &filled, target: target)
        valid = filled
      }
    }
  }

  private mutating func readPlain(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, valid: inout Int, filled: inout Int, target: Int
  ) throws(DelimitedError) {
    let end = min(target, filled + Self.pieceSize)
    let count = try input.read(
      into: UnsafeMutableRawBufferPointer(
        UnsafeMutableBufferPointer(rebasing: buffer[filled..<end])))
    inputEnded = count == 0
    filled += count
    let before = valid
    let found = TextValidation.validPrefix(
      UnsafeBufferPointer(rebasing: buffer[valid..<filled]), isLast: inputEnded)
    valid += found.count
    textOffset += valid - before
    isASCII = isASCII && found.isASCII
    if found.isInvalid {
      pending = Array(buffer[valid..<filled])
      filled = valid
      startDecoding(at: pending[0])
    } else {
      isAtEnd = inputEnded
    }
  }

  /// Goes on with a decoder from the first invalid byte.
  private mutating func startDecoding(at byte: UInt8) {
    let offset = markLength + textOffset
    if isASCII && !keepsUTF8 {
      encoding = Setting(.windows1252, .detected, basis: .notUTF8(byte: byte, offset: offset))
      decoder = TextDecoder(.windows1252, byteOffset: offset, textOffset: textOffset)
      decoder?.tellingOffset = offset
    } else {
      decoder = TextDecoder(.repairedUTF8, byteOffset: offset, textOffset: textOffset)
      repairsStart = textOffset
    }
  }

  private mutating func readDecoded(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, filled: inout Int, target: Int
  ) throws(DelimitedError) {
    let wanted = min(max((target - filled) / TextDecoder.growth, 8), Self.pieceSize)
    let waiting = pending.count - pendingStart
    if waiting < wanted && !inputEnded {
      pending.removeFirst(pendingStart)
      pendingStart = 0
      pending.append(contentsOf: repeatElement(0, count: wanted - waiting))
      let count = try pending.withUnsafeMutableBufferPointer { room throws(DelimitedError) in
        try input.read(into: UnsafeMutableRawBufferPointer(.init(rebasing: room[waiting...])))
      }
      inputEnded = count == 0
      pending.removeLast(wanted - waiting - count)
    }
    guard let output = buffer.baseAddress else { return }
    let available = min(pending.count - pendingStart, wanted)
    let isLast = inputEnded && available == pending.count - pendingStart
    let result = pending.withUnsafeBufferPointer {
      decoder?.decode(
        UnsafeBufferPointer(rebasing: $0[pendingStart..<pendingStart + available]),
        into: output + filled, isLast: isLast)
    }
    pendingStart += result?.used ?? 0
    filled += result?.written ?? 0
    isAtEnd = isLast
  }
}
