import Foundation
import Testing

/// A stored text beside the tests.
///
/// With `CERMAT_RECORD_GOLDENS=1` in the environment it is written instead, and the run fails, so
/// that a recording can't pass for a test.
struct Golden {
  let name: String

  private var file: URL {
    PackageFolder.tests.appendingPathComponent("Goldens").appendingPathComponent(name)
  }

  var isRecording: Bool { ProcessInfo.processInfo.environment["CERMAT_RECORD_GOLDENS"] == "1" }

  /// What is stored; empty where nothing is.
  var text: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  func record(_ text: String) throws {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); review it and run again without recording")
  }

  /// Compares `text` with what is stored, line by line.
  func expect(_ text: String) throws {
    if isRecording { return try record(text) }
    let (found, stored) = (Self.lines(text), Self.lines(self.text))
    let same = zip(found, stored).prefix { $0 == $1 }.count
    guard found != stored else { return }
    let here = same < found.count ? found[same] : "(the end)"
    let wanted = same < stored.count ? stored[same] : "(the end)"
    Issue.record("\(name), line \(same + 1)\n  found:  \(here)\n  stored: \(wanted)")
  }

  private static func lines(_ text: String) -> [String] { text.components(separatedBy: "\n") }
}
