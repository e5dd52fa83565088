/// Times as OpenDocument writes them, durations of ISO 8601.
enum ODSDuration {
  /// The time of a clock, `PT08H30M00S` as `08:30:00`.
  ///
  /// Nil where it is none. Hours may be more than 24.
  static func clock(_ text: String) -> String? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    guard rest.first == "P", let mark = rest.firstIndex(of: "T") else { return nil }
    var hours = 0
    let days = rest[rest.index(after: rest.startIndex)..<mark]
    if let count = Int(days.dropLast()), days.last == "D", count < 10_000_000 { hours = count * 24 }
    rest = rest[rest.index(after: mark)...]
    var (minutes, seconds) = ("00", "00")
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
      let unit = rest.dropFirst(number.count).first
      rest = rest.dropFirst(number.count + 1)
      switch unit {
      case "H":
        guard let count = Int(number), count < 1_000_000_000 else { return nil }
        hours += count
      case "M": minutes = padded(number)
      case "S": seconds = padded(number.replacing(",", with: ".")[...])
      default: return nil
      }
    }
    return (isNegative ? "-" : "") + padded(String(hours)[...]) + ":\(minutes):\(seconds)"
  }

  private static func padded(_ number: Substring) -> String {
    let pieces = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = String(pieces.first ?? "")
    var fraction = pieces.count > 1 ? String(pieces[1]) : ""
    while fraction.last == "0" { fraction.removeLast() }
    let text = whole.count < 2 ? String(repeating: "0", count: 2 - whole.count) + whole : whole
    return fraction.isEmpty ? text : "\(text).\(fraction)"
  }
}
