public import Pipelines
import Tabular

/// The data package of one pipeline: its datasets with all that a catalogue wants to know of them.
///
/// Data Package, version 2 (https://datapackage.org/standard/data-package/).
public struct DataPackage: Sendable {
  /// The name of the descriptor in its folder.
  public static let fileName = "datapackage.json"

  /// Where keywords, offices and sources stand.
  fileprivate enum Offices {
    /// On the package alone: all datasets have the same.
    case shared
    /// On the dataset too.
    case own
  }

  /// A resource of the package.
  public enum Resource: Sendable {
    /// A dataset that was written in this run.
    case written(DatasetDescription)
    /// A dataset of an earlier run that stays, with what the pipeline file says of it.
    case kept(KeptResource, metadata: [MetadataEntry])

    fileprivate var metadata: CatalogueMetadata {
      switch self {
      case .written(let dataset): CatalogueMetadata(dataset.metadata)
      case .kept(_, let metadata): CatalogueMetadata(metadata)
      }
    }
  }

  /// The name, that of the pipeline.
  public var name: String
  /// The title for people.
  public var title: String
  /// The datasets, in the order of the pipeline file.
  public var resources: [Resource]

  /// Makes a package of one or more datasets.
  public init(name: String, title: String, resources: [Resource]) {
    self.name = name
    self.title = title
    self.resources = resources
  }

  /// Makes a package of datasets that were all written in this run.
  public init(name: String, title: String, datasets: [DatasetDescription]) {
    self.init(name: name, title: title, resources: datasets.map { .written($0) })
  }

  /// Writes `datapackage.json` to `stream` and ends it; throws the first error of the sink.
  public func write(to stream: TextStream) throws {
    let metadata = resources.map(\.metadata)
    var json = JSONWriter(to: stream)
    json.object { json in
      json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      json.member("name", Self.identifier(name))
      if let id = metadata.lazy.compactMap(\.id).first { json.member("id", id) }
      json.member("title", title)
      if let version = metadata.lazy.compactMap(\.version).first { json.member("version", version) }
      if let page = metadata.lazy.compactMap(\.homepage).first { json.member("homepage", page) }
      let keywords = distinct(metadata.flatMap(\.keywords))
      if !keywords.isEmpty { json.texts("keywords", keywords) }
      let licences = distinct(metadata.map(\.licences))
      if licences.count == 1 { json.write(licences[0]) }
      json.write(distinct(metadata.flatMap(\.contributors)))
      json.write(sources: distinct(metadata.flatMap(\.sources)))
      // What differs between the datasets would belong to none of them if it stood above only.
      let isMixed =
        distinct(metadata.map { [$0.keywords, $0.sources] }).count > 1
        || distinct(metadata.map(\.contributors)).count > 1
      json.key("resources")
      json.array { json in
        for resource in resources {
          switch resource {
          case .written(let dataset):
            json.write(dataset, resource.metadata, isMixed ? .own : .shared)
          case .kept(let resource, _): json.verbatim(resource.json)
          }
        }
      }
    }
    try json.finish()
  }

  /// A name in the letters that the standard asks for: lower case, digits, `.`, `-` and `_`.
  static func identifier(_ name: String) -> String {
    String(
      name.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "-"
      })
  }

  private func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}

extension JSONWriter {
  fileprivate mutating func write(
    _ dataset: DatasetDescription, _ metadata: CatalogueMetadata, _ offices: DataPackage.Offices
  ) {
    object { json in
      json.member("name", DataPackage.identifier(dataset.name))
      json.member("type", "table")
      json.member("path", dataset.file.path)
      if let title = dataset.title { json.member("title", title) }
      if let text = dataset.description { json.member("description", text) }
      json.member("format", "csv")
      json.member("mediatype", "text/csv")
      json.member("encoding", "utf-8")
      json.key("dialect")
      json.line { json in
        json.object { json in
          json.member("delimiter", ",")
          json.member("lineTerminator", "\n")
          json.member("quoteChar", "\"")
        }
      }
      json.member("bytes", dataset.file.facts.bytes)
      json.member("hash", "sha256:" + dataset.file.sha256)
      json.write(metadata.licences)
      if offices == .own {
        if !metadata.keywords.isEmpty { json.texts("keywords", metadata.keywords) }
        json.write(metadata.contributors)
      }
      json.write(files: dataset.sources, named: offices == .own ? metadata.sources : [])
      if !metadata.others.isEmpty {
        json.key("metadata")
        json.write(.keys(metadata.others))
      }
      json.key("schema")
      TableSchema(description: dataset).write(to: &json)
    }
  }

  fileprivate mutating func write(_ licences: [CatalogueMetadata.Licence]) {
    guard !licences.isEmpty else { return }
    objects("licenses", licences) { json, licence in
      json.member("name", licence.name)
      if let path = licence.path { json.member("path", path) }
      if let title = licence.title { json.member("title", title) }
    }
  }

  fileprivate mutating func write(_ contributors: [CatalogueMetadata.Contributor]) {
    guard !contributors.isEmpty else { return }
    objects("contributors", contributors) { json, contributor in
      json.member("title", contributor.title)
      if let email = contributor.email { json.member("email", email) }
      json.texts("roles", [contributor.role])
    }
  }

  /// Writes whom the metadata name as the source of the package.
  fileprivate mutating func write(sources: [String]) {
    guard !sources.isEmpty else { return }
    objects("sources", sources) { json, source in json.member("title", source) }
  }

  /// Writes whom the metadata name as the source of a dataset, and the files it was made from.
  fileprivate mutating func write(files: [DatasetDescription.Source], named: [String]) {
    let sources = named.map { ($0, nil) } + files.map { ($0.path, "sha256:" + $0.sha256) }
    guard !sources.isEmpty else { return }
    objects("sources", sources) { json, source in
      json.member("title", source.0)
      if let version = source.1 { json.member("version", version) }
    }
  }

  private mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements {
        json.line { json in json.object { json in members(&json, element) } }
      }
    }
  }

  private mutating func write(_ value: MetadataValue) {
    switch value {
    case .empty: null()
    case .text(let text): self.value(text)
    case .list(let values):
      line { json in json.array { json in for value in values { json.write(value) } } }
    case .keys(let entries):
      object { json in
        for entry in entries {
          json.key(entry.key)
          json.write(entry.value)
        }
      }
    }
  }
}
