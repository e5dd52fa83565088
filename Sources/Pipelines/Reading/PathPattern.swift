import Glibc

/// Patterns that name several files: `samples/skm/*.csv`.
enum PathPattern {
  /// True where `path` has signs of a pattern.
  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// The files that fit, in the order of their names; a path without a pattern stands for itself.
  static func files(_ path: String) -> [String] {
    guard isPattern(path) else { return [path] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(path, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
    let names = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
