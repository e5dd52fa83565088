import Foundation
import Glibc

/// A folder in which the built program is tried out; it goes away with the value.
final class Trial {
  /// What a command ended with.
  struct Ended {
    /// What it wrote to standard output.
    var output: Data
    /// What it wrote to standard error.
    var complaints: Data
    /// Its exit status; 128 and the signal's number where a signal ended it.
    var status: Int32

    /// The output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The complaints as text.
    var complaintText: String { String(decoding: complaints, as: UTF8.self) }
  }

  /// The folder in which commands run.
  let folder: URL
  private let top: URL

  /// The folder of the built program, which is that of the test bundle.
  private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  init() throws {
    top = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-\(UUID().uuidString)")
    folder = top.appendingPathComponent("work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: top) }

  /// Copies what `source` holds into the folder.
  func copy(_ source: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try FileManager.default.copyItem(
        at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
  }

  /// Writes a file below the folder.
  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The content of a file below the folder; nil where there is none.
  func content(_ path: String) -> Data? {
    try? Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// The paths of all files below `path`, hidden ones included.
  func files(below path: String) -> [String] { Files.below(folder.appendingPathComponent(path)) }

  /// Starts a shell script, in an environment that holds nothing but what is needed.
  func start(_ script: String, output: FileHandle, complaints: FileHandle) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(Self.products.path):/usr/local/bin:/usr/bin:/bin", "HOME": top.path,
      "TMPDIR": top.path, "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    return process
  }

  /// Runs a shell script to its end.
  func run(_ script: String) throws -> Ended {
    let streams = ["stdout", "stderr"].map { top.appendingPathComponent($0) }
    let handles = try streams.map { stream in
      try Data().write(to: stream)
      return try FileHandle(forWritingTo: stream)
    }
    let process = try start(script, output: handles[0], complaints: handles[1])
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let killed = process.terminationReason == .uncaughtSignal
    return Ended(
      output: try Data(contentsOf: streams[0]), complaints: try Data(contentsOf: streams[1]),
      status: process.terminationStatus + (killed ? 128 : 0))
  }
}
