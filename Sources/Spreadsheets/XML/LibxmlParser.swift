import CXML2
import Glibc

/// Who is told by `LibxmlParser`.
protocol LibxmlEvents: AnyObject {
  func start(_ element: XMLElement)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// True where nothing more is to be told.
  var stopped: Bool { get }
}

/// The SAX parser of libxml2, which is fed pieces; the only place that speaks with it about XML.
///
/// It reads no other files, and refuses a document type declaration: workbooks have none, and
/// entities that grow without end are declared there.
final class LibxmlParser {
  /// What the callbacks need.
  fileprivate struct Context {
    unowned(unsafe) var events: any LibxmlEvents
    var parser: xmlParserCtxtPtr?
    var attributes: [XMLAttribute] = []
    /// The namespaces met, by the place where libxml2 keeps their URI.
    var namespaces: [(uri: UnsafePointer<xmlChar>, namespace: XMLNamespace)] = []
    var depth = 0
    var refusal: String?
  }

  /// The deepest nesting of elements.
  static let depthLimit = 250

  private let context: UnsafeMutablePointer<Context>

  /// Starts a parser that tells `events`, which has to live longer.
  init(events: any LibxmlEvents) {
    Self.prepare
    context = .allocate(capacity: 1)
    context.initialize(to: Context(events: events))
    var calls = xmlSAXHandler()
    calls.initialized = XML_SAX2_MAGIC
    calls.startElementNs = startElement
    calls.endElementNs = endElement
    calls.characters = characters
    calls.ignorableWhitespace = characters
    calls.cdataBlock = characters
    calls.internalSubset = documentType
    calls.serror = ignoreError
    let parser = xmlCreatePushParserCtxt(&calls, context, nil, 0, nil)
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    context.pointee.parser = parser
  }

  deinit {
    xmlFreeParserCtxt(context.pointee.parser)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Parses the next piece, or the end where it is the last.
  ///
  /// - Returns: What is wrong, where something is.
  func feed(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> String? {
    guard let parser = context.pointee.parser else { return "out of memory" }
    silenceXMLErrors()
    xmlParseChunk(
      parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: piece.count),
      isLast ? 1 : 0)
    if let refusal = context.pointee.refusal { return refusal }
    if context.pointee.events.stopped { return nil }
    if parser.pointee.wellFormed != 0 {
      // A byte that its encoding doesn't have ends the parsing, but counts as well-formed.
      return parser.pointee.disableSAX == 0 ? nil : "not in the encoding that it declares"
    }
    guard let error = xmlCtxtGetLastError(parser), let told = error.pointee.message else {
      return "not well-formed"
    }
    let message = String(cString: told).split(separator: "\n").joined(separator: " ")
    return "line \(error.pointee.line): \(message)"
  }

  private static let prepare: Void = xmlInitParser()
}

extension LibxmlParser.Context {
  /// A name as libxml2 tells it.
  fileprivate mutating func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> XMLName {
    XMLName(local: bytes(local), namespace: namespace(uri, prefixed: prefix != nil))
  }

  private mutating func namespace(
    _ uri: UnsafePointer<xmlChar>?, prefixed: Bool
  ) -> XMLNamespace {
    guard let uri else { return prefixed ? .unknown : .none }
    if let met = namespaces.first(where: { $0.uri == uri }) { return met.namespace }
    let found = XMLNamespace(uri: bytes(uri))
    if namespaces.count < 64 { namespaces.append((uri, found)) }
    return found
  }
}

private func bytes(_ start: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let start else { return UnsafeBufferPointer(start: nil, count: 0) }
  return UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start)))
}

private typealias Context = UnsafeMutablePointer<LibxmlParser.Context>

private let startElement: startElementNsSAX2Func = {
  raw, local, prefix, uri, _, _, count, _, values in
  guard let context = raw?.assumingMemoryBound(to: LibxmlParser.Context.self) else { return }
  guard !refuse(context, where: context.pointee.depth >= LibxmlParser.depthLimit, "too deep")
  else { return }
  context.pointee.depth += 1
  context.pointee.attributes.removeAll(keepingCapacity: true)
  for place in 0..<Int(count) {
    guard let values, let start = values[place * 5 + 3], let end = values[place * 5 + 4] else {
      continue
    }
    let value = UnsafeBufferPointer(start: start, count: end - start)
    context.pointee.attributes.append(
      XMLAttribute(
        name: context.pointee.name(
          values[place * 5], values[place * 5 + 1], values[place * 5 + 2]), value: value))
  }
  let told = context.pointee.name(local, prefix, uri)
  context.pointee.attributes.withUnsafeBufferPointer {
    context.pointee.events.start(XMLElement(name: told, attributes: $0))
  }
  stopIfTold(context)
}

private let endElement: endElementNsSAX2Func = { raw, local, prefix, uri in
  guard let context = raw?.assumingMemoryBound(to: LibxmlParser.Context.self) else { return }
  context.pointee.depth -= 1
  context.pointee.events.end(context.pointee.name(local, prefix, uri))
  stopIfTold(context)
}

private let characters: charactersSAXFunc = { raw, start, count in
  guard let context = raw?.assumingMemoryBound(to: LibxmlParser.Context.self) else { return }
  context.pointee.events.text(UnsafeBufferPointer(start: start, count: Int(count)))
}

private let documentType: internalSubsetSAXFunc = { raw, _, _, _ in
  guard let context = raw?.assumingMemoryBound(to: LibxmlParser.Context.self) else { return }
  _ = refuse(context, where: true, "a document type declaration")
}

private let ignoreError: xmlStructuredErrorFunc = { _, _ in }

private func stopIfTold(_ context: Context) {
  if context.pointee.events.stopped { xmlStopParser(context.pointee.parser) }
}

private func refuse(_ context: Context, where condition: Bool, _ detail: String) -> Bool {
  guard condition else { return false }
  context.pointee.refusal = detail
  xmlStopParser(context.pointee.parser)
  return true
}
