import Tabular

extension [Finding] {
  /// The findings without notes on two spellings of which another rule already warns.
  ///
  /// Rules that pair records by name note the names that differ by a slip; a rule that compares the
  /// names themselves tells the same two cells.
  func withoutRepeatedSpellings() -> [Finding] {
    let told = Set(filter { $0.severity > .note }.compactMap(\.spelling))
    guard !told.isEmpty else { return self }
    return filter { finding in
      guard finding.severity == .note, let spelling = finding.spelling else { return true }
      return !told.contains(spelling)
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
