extension PipelineBuilding {
  /// The office that the data of a resource come from; a field that is not there is noted.
  mutating func office(_ node: YAMLNode?, among fields: [String]) -> Resource.Office? {
    guard let node else { return nil }
    guard let field = node["field"] else { return node.text.map { .named($0) } }
    checkKnown(field, .field, among: fields)
    return field.text.map { .field($0) }
  }
}

extension PipelineFile {
  /// The producer that the metadata of the first dataset name which names one.
  var producer: String? {
    datasets.lazy.flatMap(\.metadata).first { entry in
      ["producer", "produsen", "produsen_data"].contains(entry.key)
    }.flatMap { entry in
      switch entry.value {
      case .text(let name): name
      case .keys(let keys): keys.lazy.compactMap(\.name).first
      case .list(let values):
        values.lazy.compactMap { if case .text(let name) = $0 { name } else { nil } }.first
      case .empty: nil
      }
    }
  }
}

extension MetadataEntry {
  /// The text under one of the keys that hold a name.
  fileprivate var name: String? {
    guard ["title", "name", "nama"].contains(key), case .text(let name) = value else { return nil }
    return name
  }
}
