import Foundation
import Pipelines
import Testing

@testable import Reports

/// The page in a real browser, driven by `Browser/check.py`, which opens it, types, clicks and
/// prints.
@Suite(.serialized) struct BrowserTests {
  private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Browser")

  private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.currentDirectoryURL = scripts
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// What the checks told of a page; nil where there is no browser or no Python.
  private func checks(
    _ kind: String, _ write: (TextStream) throws -> Void
  ) throws -> (status: Int32, output: String)? {
    let probe = "import sys, devtools; sys.exit(devtools.program() is None)"
    guard try Self.python(["-c", probe]).status == 0 else {
      print("skipped: no python3 or no chromium to open report.html with")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.html").path
    try AtomicOutput.write(to: path) { try write(TextStream(to: $0)) }
    return try Self.python(["check.py", path, kind])
  }

  private func expect(_ kind: String, _ write: (TextStream) throws -> Void) throws {
    guard let (status, output) = try checks(kind, write) else { return }
    #expect(status == 0 && output.contains("good "), "\(output)")
    for line in output.split(separator: "\n") where line.contains(" s") && !line.contains("good") {
      print("\(kind): \(line)")
    }
  }

  @Test func readersFindTheirWay() throws {
    try expect("GOOD") { try PageReport().write(ExplainedReport.report, to: $0) }
  }

  @Test(arguments: ExplainedReport.hostileTexts)
  func hostileTextsAreShown(_ text: String) throws {
    try expect("HOSTILE") { try PageReport().write(ExplainedReport.hostile(text), to: $0) }
  }

  @Test func manyFindingsOpenFast() throws {
    try expect("MANY") { try PageReport().write(SampleReport.many(100_000), to: $0) }
  }

  @Test func manyCausesOpenFast() throws {
    try expect("MANY") { try PageReport().write(ExplainedReport.many(100_000), to: $0) }
  }

  @Test func slipIsOnePage() throws {
    try expect("SLIP") { stream in
      let slips = SlipItems.all(of: ExplainedReport.report)
      try ReturnSlip(slip: slips[0], report: ExplainedReport.report, language: .indonesian)
        .write(to: stream)
    }
  }
}
