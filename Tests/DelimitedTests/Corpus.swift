import Foundation
import Testing

/// A file that tests read.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  var path: String
  var testDescription: String {
    String(path.split(separator: "/").suffix(2).joined(separator: "/"))
  }
  var name: String { String(path.split(separator: "/").last ?? "") }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }
}

/// Where the files stand that tests read; those beside the project may be missing.
enum Corpus {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let shared =
    root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared")

  static func csv(_ folder: URL) -> [CorpusFile] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(".csv") }.sorted()
      .map { CorpusFile(path: folder.appending(path: $0).path) }
  }

  static let fixtures = csv(root.appending(path: "Fixtures"))
  static let budgets = csv(shared.appending(path: "corpus/apbd"))
  static let spectrum = csv(shared.appending(path: "corpus/csv-spectrum/csvs"))
  static let samples = csv(shared.appending(path: "samples"))
  static let files = fixtures.filter { $0.name != "empty-file.csv" } + budgets + spectrum + samples
}
