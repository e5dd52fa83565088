import Glibc
import Testing

@testable import Spreadsheets

@Suite("XLS workbooks that once broke other readers")
struct XLSCorpusTests {
  static let isThere = Corpus.path("README.md") != nil

  /// What can't be read, and why.
  static let unreadable: [String: String] = [
    "issue_385.xls": "passwordProtected", "too_small.xls": "foreign",
  ]

  /// The workbook of which a byte was lost on its way, so that its later sectors are garbage.
  static let damaged = "OOM_alloc3.xls"

  @Test(
    "Every workbook is read, or says why not",
    .enabled(if: isThere, "the corpus is not beside the clone"),
    arguments: ["calamine", "readxl"])
  func everyWorkbook(_ folder: String) throws {
    let path = try #require(Corpus.path(folder))
    var read = 0
    for name in try names(in: path) {
      let lines = XLSFixtures.told(XLSFixtures.bytes(ofFile: path + "/" + name))
      let faults = lines.filter { line in
        ["truncated", "damaged(", "foreign(", "passwordProtected", "tooLarge("].contains {
          line.contains($0)
        }
      }
      if let reason = Self.unreadable[name] {
        #expect(lines.count == 1 && lines[0].contains(reason), "\(name)")
      } else if name == Self.damaged {
        #expect(faults.count == 5)
      } else {
        #expect(faults.isEmpty, "\(name)")
        read += 1
      }
    }
    #expect(read == (folder == "calamine" ? 33 : 34))
  }

  private func names(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".xls") { names.append(name) }
    }
    return names.sorted()
  }
}
