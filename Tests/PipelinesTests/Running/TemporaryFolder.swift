import FoundationEssentials
import Glibc
import Testing

/// A folder of its own for a test, removed with everything in it.
struct TemporaryFolder: ~Copyable {
  /// The path, with its final slash.
  let path: String

  /// Makes a folder.
  init() throws {
    var template = Array("/tmp/pipelines-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/"
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(path + name, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  /// Makes a folder within.
  func makeFolder(_ name: String) { mkdir(path + name, 0o755) }

  deinit {
    // What can't be removed is left to the system's own cleaning of /tmp.
    try? FileManager.default.removeItem(atPath: path)
  }
}
