import CXML2

/// Who is told what a web page holds, in document order.
protocol HTMLEvents: AnyObject {
  /// An element begins; its attributes are there until this returns.
  func begins(_ element: String, _ attributes: HTMLAttributes)
  /// An element ends; every element that began does, whether or not the page says so.
  func ends(_ element: String)
  /// Text with entities resolved, in UTF-8 and in pieces of any length; also of scripts and styles.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of one element, while it is told.
struct HTMLAttributes {
  /// Names and values in turn, then nil.
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value of an attribute, empty where it has none, or nil where it isn't there.
  subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var index = 0
    while let key = pairs[index] {
      if xmlStrEqual(key, name.utf8Start) == 1 {
        return pairs[index + 1].map { String(cString: $0) } ?? ""
      }
      index += 2
    }
    return nil
  }
}

/// The HTML parser of libxml2, fed piece by piece.
///
/// It forgives everything that browsers do. This is the only file that knows it. A class, because
/// it owns the C parser.
final class HTMLEngine {
  /// The deepest that elements may be nested; real pages with unclosed tags stay far below.
  static let greatestDepth = 10_000

  private let parser: htmlParserCtxtPtr
  private let context: UnsafeMutablePointer<Listener>

  private static let isReady: Void = xmlInitParser()

  /// What the C callbacks are given.
  fileprivate struct Listener {
    unowned(unsafe) let events: any HTMLEvents
    var depth = 0
  }

  /// A parser that tells `events`, which has to live as long as it.
  ///
  /// Nil where there is no memory.
  init?(telling events: any HTMLEvents) {
    _ = Self.isReady
    context = .allocate(capacity: 1)
    context.initialize(to: Listener(events: events))
    var handler = Self.handler()
    guard
      let parser = htmlCreatePushParserCtxt(
        &handler, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else {
      context.deallocate()
      return nil
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(parser, CInt(bitPattern: options))
    self.parser = parser
  }

  deinit {
    htmlFreeParserCtxt(parser)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Parses the next bytes, UTF-8 without NULs that ends with a whole character.
  ///
  /// - Returns: False where it can't go on.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    _ = bytes.withMemoryRebound(to: CChar.self) {
      htmlParseChunk(parser, $0.baseAddress, CInt(clamping: $0.count), 0)
    }
    return parser.pointee.disableSAX == 0 && context.pointee.depth <= Self.greatestDepth
  }

  /// Why it can't go on.
  func failure(part: String) -> SpreadsheetError.Reason {
    let isDeep = context.pointee.depth > Self.greatestDepth
    let detail =
      isDeep ? "elements are nested deeper than \(Self.greatestDepth)" : "the HTML parser gave up"
    return .damaged(part: part, detail: detail)
  }

  /// Ends every element that is still open.
  func finish() {
    _ = htmlParseChunk(parser, nil, 0, 1)
  }

  private static func handler() -> htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let listener = listener(context), let name else { return }
      listener.pointee.depth += 1
      listener.pointee.events.begins(String(cString: name), HTMLAttributes(pairs: attributes))
    }
    handler.endElement = { context, name in
      guard let listener = listener(context), let name else { return }
      listener.pointee.depth -= 1
      listener.pointee.events.ends(String(cString: name))
    }
    handler.characters = { context, text, count in tell(context, text, count) }
    handler.cdataBlock = { context, text, count in tell(context, text, count) }
    handler.ignorableWhitespace = { context, text, count in tell(context, text, count) }
    return handler
  }
}

private func listener(
  _ context: UnsafeMutableRawPointer?
) -> UnsafeMutablePointer<HTMLEngine.Listener>? {
  context?.assumingMemoryBound(to: HTMLEngine.Listener.self)
}

private func tell(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: CInt)
{
  listener(context)?.pointee.events.text(UnsafeBufferPointer(start: text, count: Int(count)))
}
