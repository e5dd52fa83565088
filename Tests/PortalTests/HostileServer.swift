import Foundation

@testable import Portal

/// `Servers/hostile.py`, running for a test; nil where python3 is missing.
final class HostileServer {
  let site: String
  private let process = Process()
  private let input = Pipe()

  init?() {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Servers/hostile.py")
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path]
    process.standardOutput = output
    process.standardInput = input
    guard (try? process.run()) != nil else { return nil }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      print("skipped: python3 is missing, so no hostile server runs")
      return nil
    }
    site = "http://127.0.0.1:\(port)"
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// What came in for an action.
  func log(of action: String, in api: ActionAPI) throws -> [JSONValue] {
    let request = HTTPRequest(url: site + "/log", body: .none, token: nil, receiving: .content)
    let response = try api.transport.send(request)
    let all = try JSONReader.value(of: response.content).elements
    return all.filter { $0["path"]?.text?.hasSuffix("/" + action) == true }
  }
}
