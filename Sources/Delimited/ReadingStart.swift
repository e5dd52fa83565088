import Tabular

/// What the first bytes of a file say about how to read it.
struct ReadingStart {
  /// The encoding.
  let encoding: EncodingDetection.Result
  /// The dialect.
  let detection: DialectDetection
  /// What is remarkable about the beginning.
  let remarks: [Remark.Reason]

  /// Examines the beginning of `input`, which is delivered again afterwards.
  init(_ input: RawInput, request: DialectRequest) throws(DelimitedError) {
    let window = try input.examine(DelimitedReader.detectionWindow)
    try Self.check(window, request: request, path: input.path)
    encoding = EncodingDetection.detect(window, given: request.encoding)
    let text = Self.text(window, encoding)
    let settled = encoding.encoding
    detection = text.withUnsafeBufferPointer {
      let readable = UnsafeBufferPointer(rebasing: $0[..<(text.count - 64)])
      return DialectDetection(readable, request: request, encoding: settled)
    }
    var remarks: [Remark.Reason] = []
    if encoding.markLength > 0 { remarks.append(.byteOrderMark(encoding.encoding.value)) }
    if let named = detection.separatorLine { remarks.append(.separatorLine(named)) }
    self.remarks = remarks
    let dialect = detection.dialect
    let (delimiter, quote) = (dialect.delimiter.value, dialect.quoteChar.value.byte)
    guard Self.isPossible(delimiter, quote) else {
      let reason = DelimitedError.Reason.impossibleDialect(delimiter: delimiter, quoteChar: quote)
      throw DelimitedError(path: input.path, reason: reason)
    }
  }

  private static func check(
    _ window: [UInt8], request: DialectRequest, path: String
  ) throws(DelimitedError) {
    if let content = FileContent.recognise(window) {
      throw DelimitedError(path: path, reason: .otherContent(content))
    }
    let announced = TextEncoding.announced(by: window)
    if let announced, let given = request.encoding, given != announced {
      let reason = DelimitedError.Reason.encodingContradicted(given: given, found: announced)
      throw DelimitedError(path: path, reason: reason)
    }
    if window.count == (announced?.byteOrderMark.count ?? 0) {
      throw DelimitedError(path: path, reason: .empty)
    }
  }

  private static func isPossible(_ delimiter: UInt8, _ quote: UInt8) -> Bool {
    let isDelimiter = (delimiter >= 0x20 && delimiter < 0x7F) || delimiter == 0x09
    let isQuote = quote == 0 || (quote > 0x20 && quote < 0x7F)
    return isDelimiter && isQuote && delimiter != quote
  }

  /// The whole lines of the window as UTF-8, with 64 bytes behind them.
  private static func text(
    _ window: [UInt8], _ detected: EncodingDetection.Result
  ) -> [UInt8] {
    var text: [UInt8]
    let body = Array(window.dropFirst(detected.markLength))
    switch detected.encoding.value {
    case .utf8: text = body
    case .windows1252: text = decode(body, .windows1252)
    case .utf16LittleEndian: text = decode(body, .utf16(bigEndian: false))
    case .utf16BigEndian: text = decode(body, .utf16(bigEndian: true))
    }
    if window.count == DelimitedReader.detectionWindow,
      let end = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D })
    {
      text.removeLast(text.count - end - 1)
    }
    return text + repeatElement(0, count: 64)
  }

  private static func decode(_ bytes: [UInt8], _ mode: TextDecoder.Mode) -> [UInt8] {
    var decoder = TextDecoder(mode, byteOffset: 0, textOffset: 0)
    return [UInt8](unsafeUninitializedCapacity: bytes.count * TextDecoder.growth + 1) {
      room, count in
      guard let output = room.baseAddress else { return }
      count = bytes.withUnsafeBufferPointer {
        decoder.decode($0, into: output, isLast: false).written
      }
    }
  }
}
