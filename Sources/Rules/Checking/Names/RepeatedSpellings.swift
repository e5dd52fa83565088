import Tabular

extension [Finding] {
  /// The findings without those on two spellings which another rule tells of the same cells.
  ///
  /// Rules that pair records by name (`pairing`) tell of names that are written in two ways; a rule
  /// that compares the names themselves comes first, of several that pair records the first.
  func withoutRepeatedSpellings(of pairing: Set<String>) -> [Finding] {
    guard !pairing.isEmpty else { return self }
    var told = Set(filter { !pairing.contains($0.rule) }.compactMap(\.spelling))
    return filter { finding in
      guard pairing.contains(finding.rule), let spelling = finding.spelling else { return true }
      return told.insert(spelling).inserted
    }
  }
}

extension Finding {
  /// The two cells that spell one name in two ways; nil for all other findings.
  fileprivate var spelling: Set<Location>? {
    guard kind == .members, cells.count == 2 else { return nil }
    return Set(cells.map(\.location))
  }
}
