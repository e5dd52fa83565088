import Pipelines
import Testing

@testable import Reports

@Suite struct SnapshotTests {
  @Test(arguments: SampleReport.allCases) func machineReport(sample: SampleReport) throws {
    let text = try TextStream.text { try MachineReport.write(sample.report, to: $0) }
    try expectSnapshot(text, "\(sample.rawValue).report.json")
    #expect(try TextStream.text { try MachineReport.write(sample.report, to: $0) } == text)
  }

  @Test(arguments: SampleReport.allCases) func findingsTable(sample: SampleReport) throws {
    let text = try TextStream.text {
      try FindingsTable.write(sample.report, in: .indonesian, to: $0)
    }
    try expectSnapshot(text, "\(sample.rawValue).findings.csv")
  }

  @Test(arguments: SampleReport.allCases, Language.allCases)
  func markdown(sample: SampleReport, language: Language) throws {
    let text = try TextStream.text { stream in
      try MarkdownReport(language: language).write(sample.report, to: stream)
    }
    try expectSnapshot(text, "\(sample.rawValue).\(language.rawValue).md")
  }

  @Test(arguments: SampleReport.allCases, Language.allCases)
  func terminal(sample: SampleReport, language: Language) throws {
    let text = TerminalSummary(language: language).text(sample.report)
    try expectSnapshot(text, "\(sample.rawValue).\(language.rawValue).txt")
  }

  @Test func colours() throws {
    let text = TerminalSummary(style: .coloured).text(SampleReport.discrepancies.report)
    try expectSnapshot(text, "discrepancies.coloured.txt")
    let plain = TerminalSummary(style: .plain).text(SampleReport.discrepancies.report)
    #expect(text.replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
  }

  @Test func run() throws {
    let record = RunRecord(
      version: "1.0.0", options: [("output", "out"), ("fail-on", "error")],
      started: "2024-01-02T03:04:05Z", finished: "2024-01-02T03:04:07Z", milliseconds: 2_000,
      exitStatus: 1, pipelines: [.init(name: "opd", milliseconds: 1_500)])
    let text = try TextStream.text { try record.write(SampleReport.incomplete.report, to: $0) }
    try expectSnapshot(text, "incomplete.run.json")
  }
}
