import Foundation
import Pipelines
import Testing

@testable import Reports

@Suite struct MachineReportTests {
  private func python(_ script: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-W", "ignore", "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func followsItsSchema() throws {
    guard try python("import jsonschema", []).0 == 0 else {
      print("skipped: python3 has no jsonschema to validate report.json with")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let schema = folder.appendingPathComponent("schema.json")
    try Data(ReportSchema.text.utf8).write(to: schema)
    let validate = """
      import json, sys, jsonschema
      schema, report = (json.load(open(path)) for path in sys.argv[1:])
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(report)
      """
    for sample in SampleReport.allCases {
      let file = folder.appendingPathComponent("\(sample).json")
      try AtomicOutput.write(to: file.path) { output in
        try MachineReport.write(sample.report, to: TextStream(to: output))
      }
      let (status, output) = try python(validate, [schema.path, file.path])
      #expect(status == 0, "\(sample): \(output)")
    }
    let wrong = folder.appendingPathComponent("wrong.json")
    let text = try TextStream.text {
      try MachineReport.write(SampleReport.discrepancies.report, to: $0)
    }
    try Data(text.replacing("\"kind\": \"ratio\"", with: "\"kind\": \"rasio\"").utf8).write(
      to: wrong)
    #expect(try python(validate, [schema.path, wrong.path]).0 == 1)
  }

  @Test func writesManyFindingsWithoutASecondCopy() throws {
    let report = SampleReport.many(100_000)
    let collected = Pieces()
    try MachineReport.write(report, to: TextStream { collected.add($0.count) })
    #expect(collected.largest < 100_000)
    #expect(collected.total > 50_000_000)
  }

  private final class Pieces {
    var largest = 0
    var total = 0
    func add(_ count: Int) {
      largest = max(largest, count)
      total += count
    }
  }
}
