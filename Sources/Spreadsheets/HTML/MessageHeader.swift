/// The lines before a part of a message (RFC 5322, RFC 2045).
enum MessageHeader {
  /// The header, by names in lower case, and what follows it.
  static func split(_ bytes: ArraySlice<UInt8>) -> ([String: String], ArraySlice<UInt8>) {
    var header: [String: String] = [:]
    var last: String?
    var line = bytes.startIndex
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let text = bytes[line..<end].trimmed
      defer { line = end }
      if text.isEmpty { return (header, bytes[end...]) }
      if let name = last, bytes[line] == 0x20 || bytes[line] == 0x09 {
        header[name, default: ""] += " " + String(decoding: text, as: UTF8.self)
      } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
        header[name] = String(decoding: text[(colon + 1)...].trimmed, as: UTF8.self)
        last = name
      }
    }
    return (header, bytes[bytes.endIndex...])
  }

  /// A parameter after the `;` of a header: `boundary="----=_Next"`.
  static func parameter(_ name: String, of value: String) -> String? {
    for piece in value.split(separator: ";").dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let key = Array(piece[..<equals].utf8)[...].trimmed
      guard String(decoding: key, as: UTF8.self).lowercased() == name else { continue }
      let text = Array(piece[piece.index(after: equals)...].utf8)[...].trimmed
      return String(decoding: text, as: UTF8.self).filter { $0 != "\"" && $0 != "'" }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks and line breaks around it.
  var trimmed: ArraySlice<UInt8> {
    let start = firstIndex { $0 > 0x20 } ?? endIndex
    guard let last = lastIndex(where: { $0 > 0x20 }) else { return self[endIndex...] }
    return self[start...last]
  }
}
