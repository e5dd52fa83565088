import Foundation

/// The `frictionless` program, where it is installed.
struct Frictionless {
  private let command: [String]

  /// What `CERMAT_FRICTIONLESS` names, else the program on the path, else the Python module.
  static func find() -> Frictionless? {
    var candidates = [["frictionless"], ["python3", "-m", "frictionless"]]
    if let named = ProcessInfo.processInfo.environment["CERMAT_FRICTIONLESS"], !named.isEmpty {
      candidates = [[named]]
    }
    return candidates.map(Frictionless.init).first { candidate in
      (try? candidate.run(["--version"]).0) == 0
    }
  }

  /// Validates a data package; returns the exit status and what was printed.
  func validate(_ path: String) throws -> (Int32, String) { try run(["validate", path]) }

  private func run(_ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
