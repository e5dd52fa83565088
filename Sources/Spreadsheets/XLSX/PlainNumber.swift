/// Recognises the numbers of OOXML cells.
enum PlainNumber {
  /// True for digits with at most a minus, a point between digits and an exponent.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    let end = text.count
    func skipDigits() -> Bool {
      let start = place
      while place < end, text[place] &- 0x30 < 10 { place += 1 }
      return place > start
    }
    if place < end, text[place] == UInt8(ascii: "-") { place += 1 }
    guard skipDigits() else { return false }
    if place < end, text[place] == UInt8(ascii: ".") {
      place += 1
      guard skipDigits() else { return false }
    }
    if place < end, text[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < end, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
        place += 1
      }
      guard skipDigits() else { return false }
    }
    return place == end
  }

  /// The plain form of a number that is written otherwise, as ` +.5`; nil where it is none.
  static func normalised(_ text: [UInt8]) -> [UInt8]? {
    let blanks: [UInt8] = [0x20, 0x09, 0x0a, 0x0d]
    var digits = text.drop { blanks.contains($0) }
    while let last = digits.last, blanks.contains(last) { digits.removeLast() }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var plain = Array(digits)
    if plain.first == UInt8(ascii: "."), plain.count > 1, plain[1] &- 0x30 < 10 {
      plain.insert(UInt8(ascii: "0"), at: 0)
    }
    if let point = plain.firstIndex(of: UInt8(ascii: ".")),
      point + 1 == plain.count || plain[point + 1] | 0x20 == UInt8(ascii: "e")
    {
      plain.remove(at: point)
    }
    if isNegative { plain.insert(UInt8(ascii: "-"), at: 0) }
    return plain.withUnsafeBufferPointer(isPlain) ? plain : nil
  }
}
