/// A tag in the bytes of a part, with where it stands.
struct XMLTag {
  /// From `<` to behind `>`.
  var range: Range<Int>
  /// The name as written, with its prefix.
  var name: String
  var isEnd: Bool
  /// True for `<c/>`.
  var isEmpty: Bool
  /// The attributes as written, in their order.
  var attributes: [(name: String, value: String)]

  /// The name without its prefix.
  var localName: Substring { name.split(separator: ":").last ?? "" }
  /// The prefix with its colon; empty where there is none.
  var prefix: String { name.contains(":") ? "\(name.split(separator: ":")[0]):" : "" }

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

/// Goes over the tags of a part without changing a byte of it.
///
/// Comments, processing instructions and CDATA are passed over. The part was read before by a real
/// parser, so it is well formed.
struct XMLTags: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> XMLTag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[(start + 1)...]
      if rest.starts(with: Array("!--".utf8)) {
        position = end(of: "-->", from: start)
      } else if rest.starts(with: Array("![CDATA[".utf8)) {
        position = end(of: "]]>", from: start)
      } else if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "!") {
        position = end(of: ">", from: start)
      } else {
        return tag(at: start)
      }
    }
    return nil
  }

  private func end(of mark: String, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place..<(place + mark.count)].elementsEqual(mark) { return place + mark.count }
      place += 1
    }
    return bytes.count
  }

  private mutating func tag(at start: Int) -> XMLTag {
    var place = start + 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let nameStart = place
    while place < bytes.count, !Self.endsName(bytes[place]) { place += 1 }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
    var attributes: [(name: String, value: String)] = []
    var isEmpty = false
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if bytes[place] == UInt8(ascii: "/") { isEmpty = true }
      guard !Self.isBlank(bytes[place]), bytes[place] != UInt8(ascii: "/") else {
        place += 1
        continue
      }
      let from = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "="),
        bytes[place] != UInt8(ascii: ">")
      {
        place += 1
      }
      let key = String(decoding: bytes[from..<place], as: UTF8.self)
      while place < bytes.count, bytes[place] != UInt8(ascii: "\""),
        bytes[place] != UInt8(ascii: "'"),
        bytes[place] != UInt8(ascii: ">")
      {
        place += 1
      }
      guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { break }
      let quote = bytes[place]
      let valueStart = place + 1
      place = bytes[valueStart...].firstIndex(of: quote) ?? bytes.count
      let value = String(decoding: bytes[valueStart..<place], as: UTF8.self)
      attributes.append((key.filter { !$0.isWhitespace }, value))
      place = Swift.min(place + 1, bytes.count)
    }
    position = Swift.min(place + 1, bytes.count)
    return XMLTag(
      range: start..<position, name: name, isEnd: isEnd, isEmpty: isEmpty, attributes: attributes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}

/// Changes of a part, applied together.
struct PartChanges {
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  var isEmpty: Bool { changes.isEmpty }

  mutating func replace(_ range: Range<Int>, by text: String) {
    changes.append((range, Array(text.utf8)))
  }

  mutating func insert(_ text: String, at place: Int) { replace(place..<place, by: text) }

  /// The part with the changes; those at one place stand in the order they were made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    var place = 0
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in ordered where change.range.lowerBound >= place {
      result += bytes[place..<change.range.lowerBound]
      result += change.bytes
      place = change.range.upperBound
    }
    return result + bytes[place...]
  }
}

extension String {
  /// The value of an attribute as written, to stand between double quotes.
  var quotedForXML: String {
    contains("\"")
      ? split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;") : self
  }

  /// The text as content or attribute value of XML; characters that XML forbids are left out.
  var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
