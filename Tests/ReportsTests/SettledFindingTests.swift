import Pipelines
import Tabular
import Testing

@testable import Reports

/// What another cell states is not shown as what should be where that cell may be the wrong one.
@Suite struct SettledFindingTests {
  private static func report(_ settled: Finding.Settlement) -> RunReport {
    var report = SampleReport.fourFound
    var finding = SampleReport.ratio
    (finding.kind, finding.expectedInterval, finding.settled) = (.agreement, nil, settled)
    report.findings = [finding]
    return report
  }

  @Test(
    arguments: [(.this, true), (.other, false), (.open, false)] as [(Finding.Settlement, Bool)],
    Language.allCases)
  func expectedIsShownOnlyWhereItIsRight(
    _ example: (settled: Finding.Settlement, isShown: Bool), language: Language
  ) throws {
    let report = Self.report(example.settled)
    let word = language == .indonesian ? "seharusnya 97,67" : "expected 97.67"
    let markdown = try TextStream.text {
      try MarkdownReport(language: language).write(report, to: $0)
    }
    #expect(markdown.contains(word) == example.isShown)
    #expect(markdown.contains(language == .indonesian ? "selisih -0,12" : "difference -0.12"))
    let terminal = TerminalSummary(language: language, width: 400).text(report)
    #expect(terminal.contains(word) == example.isShown)
    let table = try TextStream.text { try FindingsTable.write(report, in: language, to: $0) }
    #expect(table.contains("\"97,55\",97.55,\(example.isShown ? "97.67" : ""),-0.12,"))
  }

  @Test(arguments: [Finding.Settlement.this, .other, .open])
  func machineReportTellsBoth(_ settled: Finding.Settlement) throws {
    let text = try TextStream.text { try MachineReport.write(Self.report(settled), to: $0) }
    #expect(text.contains("\"expected\": \"97.67\""))
    #expect(text.contains("\"settled\": \"\(settled.rawValue)\""))
  }
}
