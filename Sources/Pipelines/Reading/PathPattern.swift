import Glibc

/// Patterns that name several files: `samples/skm/*.csv`.
enum PathPattern {
  /// True where `path` has signs of a pattern.
  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// The files that fit, in the order of their names; a path without a pattern stands for itself.
  ///
  /// Paths are relative to `folder`, which ends in a slash or is empty for that of the process.
  static func files(_ path: String, in folder: String) -> [String] {
    guard isPattern(path) else { return [path] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(folder + path, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else {
      return []
    }
    let names = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    return names.map { String($0.dropFirst(folder.count)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
