import Foundation
import Testing

/// Everything that the program writes about the samples is the same, byte by byte, on every run
/// and with any number of jobs; only `run.json`, `validation.json` and the history tell of the run
/// itself.
@Suite struct SameBytesTests {
  @Test func outputsDoNotDependOnTheRun() throws {
    let first = try outputs(jobs: 1)
    #expect(first.count >= 14)
    #expect(try outputs(jobs: 1) == first)
    #expect(try outputs(jobs: 4) == first)
  }

  /// The bytes of every file below the output folder, by path.
  private func outputs(jobs: Int) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-same-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("cermat")
    process.arguments = ["run", "--jobs", "\(jobs)", "--output", folder.path]
    process.currentDirectoryURL = PackageFolder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    var outputs: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(path)
      guard !["run.json", "validation.json", "history.sqlite"].contains(path),
        let data = try? Data(contentsOf: file)
      else { continue }
      outputs[path] = data
    }
    return outputs
  }
}
