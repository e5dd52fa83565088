import Foundation
import Pipelines

/// Python 3, for what its libraries know and this program does not.
enum Python {
  /// Runs a script.
  ///
  /// - Returns: The status and all that it wrote; status 127 where there is no Python.
  static func run(
    _ script: String, _ arguments: [String] = [], input: Data = Data()
  ) throws -> (status: Int32, output: Data) {
    let place = try TemporaryPlace()
    let file = try place.write(input, to: "input")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script] + arguments
    process.standardInput = FileHandle(forReadingAtPath: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// True where the modules are there; says what is skipped where they are not.
  static func has(_ modules: String, for purpose: String) throws -> Bool {
    if try run("import \(modules)").status == 0 { return true }
    print("skipped: there is no python3 with \(modules) to \(purpose)")
    return false
  }
}

/// Collects what a report writes.
func written(_ write: (TextStream) throws -> Void) throws -> Data {
  let place = try TemporaryPlace()
  let path = "\(place.path)/report"
  try AtomicOutput.write(to: path) { try write(TextStream(to: $0)) }
  return try Data(contentsOf: URL(fileURLWithPath: path))
}
