import Tabular

/// Numbers as people read them.
public enum ShownNumber {
  /// `count` with its thousands grouped: `1.054.804` in Indonesian, `1,054,804` in English.
  public static func text(_ count: Int, in language: Language) -> String {
    text(canonical: String(count), in: language) ?? String(count)
  }

  /// An exact decimal as reports keep it (`-1054804.25`) in the spelling of `language`
  /// (`-1.054.804,25`); nil where `canonical` is no such decimal.
  public static func text(canonical: String, in language: Language) -> String? {
    let sign = canonical.hasPrefix("-") ? "-" : ""
    let parts = canonical.dropFirst(sign.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }),
      parts[0] == "0" || parts[0].first != "0"
    else { return nil }
    let (group, mark): (Character, String) = language == .indonesian ? (".", ",") : (",", ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { whole.append(group) }
      whole.append(digit)
    }
    return sign + whole + (parts.count == 2 ? mark + parts[1] : "")
  }
}
