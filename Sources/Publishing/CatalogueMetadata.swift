import Pipelines

/// The metadata of a dataset, sorted into what a data package has properties for and the rest.
///
/// Keys are those of Satu Data Indonesia, in English or in Indonesian.
struct CatalogueMetadata {
  /// A licence.
  struct Licence: Hashable {
    var name: String
    var path: String?
    var title: String?
  }

  /// An office with its part in the dataset; people are never named.
  struct Contributor: Hashable {
    var title: String
    var role: String
    var email: String?
  }

  private(set) var id: String?
  private(set) var version: String?
  private(set) var homepage: String?
  private(set) var keywords: [String] = []
  private(set) var licences: [Licence] = []
  private(set) var contributors: [Contributor] = []
  private(set) var sources: [String] = []
  /// What has no property of its own, as written.
  private(set) var others: [MetadataEntry] = []

  init(_ entries: [MetadataEntry]) {
    for entry in entries { sort(entry) }
  }

  private mutating func sort(_ entry: MetadataEntry) {
    let texts = entry.value.texts
    switch Self.normalised(entry.key) {
    case "id": id = texts.first
    case "version", "versi": version = texts.first
    case "homepage", "laman": homepage = texts.first
    case "keywords", "kata_kunci", "tags": keywords += texts
    case "licence", "license", "licences", "licenses", "lisensi":
      licences += entry.value.members.compactMap(Licence.init)
    case "producer", "produsen", "produsen_data":
      contributors += entry.value.members.compactMap { Contributor($0, role: "creator") }
    case "custodian", "walidata":
      contributors += entry.value.members.compactMap { Contributor($0, role: "dataCurator") }
    case "contact", "kontak":
      contributors += entry.value.members.compactMap { Contributor($0, role: "contact") }
    case "source", "sources", "sumber", "sumber_data": sources += texts
    default: others.append(entry)
    }
  }

  private static func normalised(_ key: String) -> String {
    String(key.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }
}

extension MetadataValue {
  /// The elements of a list, or the value by itself; none where it is empty.
  fileprivate var members: [MetadataValue] {
    switch self {
    case .empty: []
    case .list(let values): values.flatMap(\.members)
    case .text, .keys: [self]
    }
  }

  /// The texts of a list, or the text by itself.
  fileprivate var texts: [String] {
    members.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The text under one of the keys.
  fileprivate func text(_ keys: String...) -> String? {
    guard case .keys(let entries) = self else { return nil }
    return entries.first { keys.contains($0.key) }?.value.texts.first
  }
}

extension CatalogueMetadata.Licence {
  /// Licences by their identifier of the Open Definition, with the address of their text.
  private static let known: [String: (path: String, title: String)] = [
    "CC-BY-4.0": (
      "https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0"
    ),
    "CC-BY-SA-4.0": (
      "https://creativecommons.org/licenses/by-sa/4.0/",
      "Creative Commons Attribution-ShareAlike 4.0"
    ),
    "CC0-1.0": ("https://creativecommons.org/publicdomain/zero/1.0/", "Creative Commons Zero 1.0"),
    "ODC-BY-1.0": (
      "https://opendatacommons.org/licenses/by/1-0/", "Open Data Commons Attribution 1.0"
    ),
    "ODbL-1.0": (
      "https://opendatacommons.org/licenses/odbl/1-0/", "Open Data Commons Open Database 1.0"
    ),
  ]

  /// The licence that a text names or keys describe; nil where there is no name.
  fileprivate init?(_ value: MetadataValue) {
    let written = if case .text(let text) = value { text } else { value.text("name", "nama") }
    guard let name = written else { return nil }
    let known = Self.known.first { $0.key.lowercased() == name.lowercased() }
    self.name = known?.key ?? name
    path = value.text("path", "url") ?? known?.value.path
    title = value.text("title", "judul") ?? known?.value.title
  }
}

extension CatalogueMetadata.Contributor {
  /// The office that a text names or keys describe; nil where there is no name.
  fileprivate init?(_ value: MetadataValue, role: String) {
    self.role = role
    if case .text(let text) = value {
      let isAddress = text.contains("@") && !text.contains(" ")
      (title, email) = (text, isAddress ? text : nil)
      return
    }
    guard let title = value.text("title", "name", "nama", "unit") else { return nil }
    (self.title, email) = (title, value.text("email"))
  }
}
