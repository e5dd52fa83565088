/// The XML declaration of a part.
enum XMLDeclaration {
  private static let accepted = [
    "version=\"1.0\"", "version='1.0'", "encoding=\"UTF-8\"", "encoding='UTF-8'",
    "encoding=\"utf-8\"", "encoding='utf-8'", "standalone=\"yes\"", "standalone='yes'",
    "standalone=\"no\"", "standalone='no'",
  ].map { Array($0.utf8) }

  /// Where the content begins behind a byte order mark and a declaration that says UTF-8 or
  /// nothing; nil where it goes on behind `count`, or isn't sure.
  static func end(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    guard count >= 8 else { return nil }
    let all = UnsafeBufferPointer(start: bytes, count: count)
    let start = all.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    guard all[start] == UInt8(ascii: "<") else { return nil }
    guard all[(start + 1)...].starts(with: "?".utf8) else { return start }
    guard all[start...].starts(with: "<?xml ".utf8),
      let close = all.prefix(300).indices.first(where: {
        all[$0...].starts(with: "?>".utf8)
      })
    else { return nil }
    let words = all[start + 6..<close].split(separator: UInt8(ascii: " ")).map(Array.init)
    guard words.first == accepted[0] || words.first == accepted[1], words.count <= 3,
      words.allSatisfy(accepted.contains),
      words.map({ $0.first ?? 0 })
        == [0x76, 0x65, 0x73].filter({ letter in
          words.contains { $0.first == letter }
        })
    else { return nil }
    return close + 2
  }
}
