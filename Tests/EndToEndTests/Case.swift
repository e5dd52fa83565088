import Foundation
import Testing

/// An end-to-end case: a folder that holds a command, what it works on, and what must come of it.
///
/// `command` is a shell script that finds `cermat` on its path and runs in a copy of `input/`.
/// `stdout`, `stderr` and `status` are what it must print and end with; every file under `output/`
/// must stand at the same place in that copy afterwards, byte by byte.
struct Case: Sendable, CustomTestStringConvertible {
  /// The area and the name, as in `run/clean`.
  let name: String

  var testDescription: String { name }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  private var folder: URL { Self.root.appendingPathComponent(name) }

  /// All cases, in the order of their names.
  static let all: [Case] = Files.below(root).compactMap { path in
    path.hasSuffix("/command") ? Case(name: String(path.dropLast("/command".count))) : nil
  }

  /// Runs the command in a copy of the input.
  func outcome(in trial: Trial) throws -> [String: Data] {
    let input = folder.appendingPathComponent("input")
    if FileManager.default.fileExists(atPath: input.path) { try trial.copy(input) }
    let ended = try trial.run(
      String(contentsOf: folder.appendingPathComponent("command"), encoding: .utf8))
    var outcome = [
      "stdout": ended.output, "stderr": ended.complaints, "status": Data("\(ended.status)\n".utf8),
    ]
    for path in Files.below(folder.appendingPathComponent("output")) {
      outcome["output/\(path)"] = trial.content(path) ?? Data("there is no such file\n".utf8)
    }
    return outcome
  }

  /// What must come of it.
  func expected() throws -> [String: Data] {
    var expected: [String: Data] = [:]
    for path in Files.below(folder) where path != "command" && !path.hasPrefix("input/") {
      expected[path] = try Data(contentsOf: folder.appendingPathComponent(path))
    }
    return expected
  }

  /// Makes what came of it what must come of it.
  func record(_ outcome: [String: Data]) throws {
    for (path, content) in outcome {
      try content.write(to: folder.appendingPathComponent(path))
    }
  }
}

/// Files of a folder.
enum Files {
  /// The paths of all files below `folder`, relative to it and sorted; none where it is missing.
  static func below(_ folder: URL) -> [String] {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return (paths ?? []).sorted().filter { path in
      var isFolder: ObjCBool = false
      let full = folder.appendingPathComponent(path).path
      return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
