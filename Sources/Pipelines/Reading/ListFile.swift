/// Code lists that stand in files of their own.
enum ListFile {
  /// The codes in the CSV or YAML file at `path`, in order; `key` is the label of their column, or
  /// the key under which they stand.
  ///
  /// - Throws: `PipelineError` where the file can't be read or has no such column.
  static func codes(path: String, key: String?) throws(PipelineError) -> [String] {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      return try codesOfYAML(path, key: key)
    }
    return []
  }

  private static func codesOfYAML(_ path: String, key: String?) throws(PipelineError) -> [String] {
    guard let root = try YAMLNode.read(try FileBytes.readText(path), file: path) else {
      throw PipelineError(.emptyFile, file: path)
    }
    if case .sequence(let members) = root.content {
      return members.compactMap { member in member.text ?? key.flatMap { member[$0]?.text } }
    }
    let known = root.entries.compactMap(\.key.text)
    guard let key, let node = root[key] else {
      throw PipelineError(
        .missingColumn(
          key ?? "key", resource: path, nearest: NearestWords.to(key ?? "", among: known),
          known: known), file: path)
    }
    return node.texts
  }
}
