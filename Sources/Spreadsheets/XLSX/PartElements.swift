/// The elements of a small part that says everything in attributes.
struct PartElements: XMLListening {
  /// An element, by the names without their prefixes.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The names of the elements around it, from the outermost.
    var around: [String]
  }

  /// The most elements of such a part.
  private static let limit = 1 << 20

  private var elements: [Element] = []
  private var around: [String] = []
  private(set) var failure: SpreadsheetError?
  private let part: String

  /// All elements of a part in order.
  static func all(
    of part: ZipArchive.Part, in archive: ZipArchive
  ) throws(SpreadsheetError) -> [Element] {
    let reading = XMLReading(
      try XMLSource(part, of: archive), listener: PartElements(part: part.name))
    try reading.finish()
    return reading.listener.elements
  }

  private init(part: String) { self.part = part }

  mutating func start(_ element: XMLElement) {
    guard elements.count < Self.limit else {
      failure = SpreadsheetError(.damaged(part: part, detail: "too many elements"))
      return
    }
    let name = String(decoding: element.name.local, as: UTF8.self)
    var attributes: [String: String] = [:]
    for attribute in element.attributes {
      let own = String(decoding: attribute.name.local, as: UTF8.self)
      let key = attribute.name.namespace == .none ? own : ":\(own)"
      attributes[key] = attribute.string
    }
    elements.append(Element(name: name, attributes: attributes, around: around))
    around.append(name)
  }

  mutating func end(_ name: XMLName) { _ = around.popLast() }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
