import Glibc

/// Files that nobody here wrote, beside the clone.
enum Corpus {
  /// The folder of the package, with its final slash.
  static let package: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/"
  }()

  /// The path of a file of the corpus, or nil where the corpus is not there.
  static func path(_ name: String) -> String? {
    let path = package + "../shared/corpus/" + name
    return access(path, R_OK) == 0 ? path : nil
  }
}
