extension ColumnSample {
  /// True for digits that are names: leading zeros, several groups by dots, or a label that says so.
  var isCode: Bool {
    let saysSo = ["kode", "no rekening", "no. rekening", "nik", "nip", "npsn", "kode rekening"]
      .contains { label == $0 || label.hasPrefix($0 + " ") }
    let digits = texts.allSatisfy { text in
      text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x20 }
        && text.contains(where: \.isNumber)
    }
    if saysSo { return true }
    guard digits else { return false }
    let isOrdinal = ["no", "nomor", "no urut", "urut"].contains(label)
    if isOrdinal { return texts.contains { $0.hasSuffix(".") } }
    if hasOneLongLength { return true }
    // The points of numbers separate groups.
    return shownNumbers.isEmpty && (isTwoLevelCode || looksLikeTree)
  }

  /// True for identity numbers: thirteen digits and more, always as many.
  private var hasOneLongLength: Bool {
    let lengths = Set(texts.map(\.utf8.count))
    return lengths.count == 1 && (lengths.first ?? 0) >= 13
      && texts.allSatisfy { !$0.contains(".") }
  }

  /// True where some text has leading zeros or several levels, and none is grouped by thousands.
  private var looksLikeTree: Bool {
    var isTree = false
    for text in texts {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      if parts.count > 2, Self.areGroups(parts) { return false }
      let hasZero = parts[0].utf8.count > 1 && text.hasPrefix("0")
      if hasZero || parts.count > 2 { isTree = true }
    }
    return isTree
  }

  /// `33.04`: two digits on both sides, everywhere, in a column that is no percentage.
  private var isTwoLevelCode: Bool {
    label.contains("kode")
      && texts.allSatisfy { text in
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 }
      }
  }

  private static func areGroups(_ parts: [Substring]) -> Bool {
    (1...3).contains(parts[0].utf8.count) && parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }
}
