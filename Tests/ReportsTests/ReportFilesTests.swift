import Foundation
import Pipelines
import Testing

@testable import Reports

@Suite struct ReportFilesTests {
  private let files = ReportFiles(
    language: .english,
    record: RunRecord(
      version: "1.0.0", options: [], started: "2024-01-02T03:04:05Z",
      finished: "2024-01-02T03:04:07Z", milliseconds: 2_000, exitStatus: 1))

  @Test func writesAllOrNone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try files.write(SampleReport.discrepancies.report, into: folder.path)
    func contents() throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
        })
    }
    let first = try contents()
    #expect(Set(first.keys) == Set(ReportFiles.names))
    try files.write(SampleReport.discrepancies.report, into: folder.path)
    #expect(try contents() == first)
    let busy = try AtomicOutput(path: folder.appendingPathComponent("run.json").path)
    #expect(throws: OutputError(path: busy.path, reason: .inUse)) {
      try files.write(SampleReport.clean.report, into: folder.path)
    }
    #expect(try contents().filter { !$0.key.hasSuffix(".partial") } == first)
  }
}
