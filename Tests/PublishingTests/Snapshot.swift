import Foundation
import Testing

/// Compares text with a stored file beside the tests.
///
/// With `CERMAT_RECORD_SNAPSHOTS=1` in the environment the files are written instead, and the run
/// fails, so that a recording can't pass for a test.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["CERMAT_RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); run again without recording", sourceLocation: sourceLocation)
    return
  }
  let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(text == stored, "\(name) differs", sourceLocation: sourceLocation)
}
