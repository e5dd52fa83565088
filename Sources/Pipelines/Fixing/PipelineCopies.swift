import Glibc

/// Copies of the pipeline files and what stands beside them, so that the fixed sources can be run.
public enum PipelineCopies {
  /// How deep folders are followed.
  private static let depth = 6

  /// Copies the folders of the pipeline files that lie in the working folder.
  ///
  /// - Throws: `OutputError` where they can't be written.
  public static func write(of loading: PipelineLoading, into folder: inout WrittenFiles)
    throws(OutputError)
  {
    var paths = Set(loading.files.map { FileBytes.folder(of: $0.path) })
    if let settings = loading.settings { paths.insert(FileBytes.folder(of: settings.input.path)) }
    for path in paths.sorted() where !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("..")
    {
      try copy(String(path.dropLast()), to: &folder, depth: Self.depth)
    }
    for file in loading.files where FileBytes.folder(of: file.path).isEmpty {
      try copyFile(file.path, to: &folder)
    }
  }

  private static func copy(
    _ path: String, to folder: inout WrittenFiles, depth: Int
  ) throws(OutputError) {
    guard depth > 0, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let inner = "\(path)/\(name)"
      var status = stat()
      guard stat(inner, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try copy(inner, to: &folder, depth: depth - 1)
      } else if status.st_mode & S_IFMT == S_IFREG {
        try copyFile(inner, to: &folder)
      }
    }
  }

  private static func copyFile(_ path: String, to folder: inout WrittenFiles) throws(OutputError) {
    guard let bytes = try? FileBytes.read(path, named: path) else { return }
    try folder.write(bytes, to: path)
  }
}
