import Pipelines

/// What a dataset lacks, or has too much of, to be published.
enum Obstacle: Sendable, Hashable {
  /// Elements of the metadata that are missing.
  case missing([CatalogueEntry.Element])
  /// There is no title.
  case noTitle
  /// The data are not open.
  case notOpen(String)
  /// The name can't be one on the portal.
  case badName(String)
  /// Numbers that stand for persons.
  case personal(PersonalScan.Finding)
  /// The file is not the one that was validated.
  case changedFile
  /// The file has other columns than the data package says.
  case otherColumns
  /// Two datasets have the same name on the portal.
  case repeatedName(String)
}

/// Compares a catalogue entry with what Satu Data Indonesia demands (Perpres 39/2019: standar data
/// and metadata), before anything is sent.
enum MetadataExamination {
  /// The five parts of a data standard, and what the list of regional data needs at least.
  static let required: [CatalogueEntry.Element] = [
    .concept, .definition, .classification, .measure, .unit, .frequency, .period, .method, .source,
    .producer, .contact, .licence,
  ]

  /// What keeps an entry from being published.
  static func obstacles(to entry: CatalogueEntry, named name: String) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    if !entry.title.contains(where: { !$0.isWhitespace }) { obstacles.append(.noTitle) }
    let missing = required.filter { entry[$0] == nil }
    if !missing.isEmpty { obstacles.append(.missing(missing)) }
    if let risk = entry[.risk], !["terbuka", "open"].contains(risk.lowercased()) {
      obstacles.append(.notOpen(risk))
    }
    if !isName(name) { obstacles.append(.badName(name)) }
    return obstacles
  }

  /// True for a name that CKAN takes: 2 to 100 of `a-z`, `0-9`, `-` and `_`, but not `new`.
  static func isName(_ name: String) -> Bool {
    (2...100).contains(name.utf8.count) && name != "new" && name != "search" && name != "edit"
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  /// A keyword as CKAN takes it for a tag.
  ///
  /// CKAN takes 2 to 100 letters, digits, blanks and `-`, `_`, `.`; what else a keyword has becomes
  /// a blank. Nil where too little is left.
  static func tag(_ keyword: String) -> String? {
    let kept = keyword.map { character in
      character.isLetter || character.isNumber || "-_.".contains(character) ? character : " "
    }
    let tag = String(kept).split(separator: " ").joined(separator: " ").prefix(100)
    return tag.count >= 2 ? String(tag) : nil
  }

  /// What is wrong with the codes of the region: nil where both are codes.
  static func wrongRegion(_ regions: PortalFile.Regions) -> String? {
    let parts = regions.kemendagri.split(separator: ".", omittingEmptySubsequences: false)
    let isDigits = (parts + [regions.bps[...]]).allSatisfy {
      $0.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard isDigits, [[2], [2, 2], [2, 2, 2], [2, 2, 2, 4]].contains(parts.map(\.count)) else {
      return regions.kemendagri
    }
    return [2, 4, 7, 10].contains(regions.bps.count) && parts[0] == regions.bps.prefix(2)
      ? nil : regions.bps
  }
}
