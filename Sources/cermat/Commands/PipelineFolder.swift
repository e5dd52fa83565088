import Glibc

/// The pipeline files of a folder.
enum PipelineFolder {
  /// The paths of all `.yaml` and `.yml` files right in `folder`, in the order of their names.
  static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        names.append("\(folder)/\(name)")
      }
    }
    return names.sorted()
  }
}
