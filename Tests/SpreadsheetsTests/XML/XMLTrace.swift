@testable import Spreadsheets

/// Writes down everything that is told, one line an event, texts joined.
struct XMLTrace: XMLListening {
  private(set) var lines: [String] = []
  private(set) var failure: SpreadsheetError?
  private var pending: [UInt8] = []

  mutating func start(_ element: XMLElement) {
    flush()
    var line = "<\(name(element.name))"
    for attribute in element.attributes {
      line += " \(name(attribute.name))='\(attribute.string)'"
    }
    lines.append(line)
  }

  mutating func end(_ name: XMLName) {
    flush()
    lines.append("/\(self.name(name))")
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    pending += bytes
  }

  private mutating func flush() {
    if !pending.isEmpty { lines.append("'\(String(decoding: pending, as: UTF8.self))'") }
    pending = []
  }

  private func name(_ name: XMLName) -> String {
    let local = String(decoding: name.local, as: UTF8.self)
    return name.namespace == .none ? local : "\(name.namespace):\(local)"
  }

  /// What is told of a part in memory, or why it can't be read.
  static func of(
    _ bytes: [UInt8], engine: XMLReading<XMLTrace>.Engine, pieceSize: Int = .max
  ) throws(SpreadsheetError) -> [String] {
    let reading = XMLReading(
      XMLSource(bytes: bytes, name: "part.xml", pieceSize: pieceSize), listener: XMLTrace(),
      engine: engine)
    try reading.finish()
    return reading.listener.lines
  }
}
