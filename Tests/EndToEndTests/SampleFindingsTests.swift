import Foundation
import Pipelines
import Reports
import Rules
import Tabular
import Testing

/// The findings in the samples, each reviewed: they are the mistakes of those tables, no more and
/// no fewer.
@Suite struct SampleFindingsTests {
  private static let report = Execution.run(
    PipelineLoading(
      paths: PackageFolder.pipelines.map { "pipelines/\($0).yaml" }, in: PackageFolder.path),
    settings: RunSettings(workingFolder: PackageFolder.path)
  ).report

  private static let findingLabels = [
    "Tempat", "Kolom", "Aturan", "Tertulis", "Seharusnya", "Selisih", "Putusan", "Tingkat",
  ]
  private static let gapLabels = ["Aturan", "Diperiksa", "Dilanggar", "Tidak dapat", "Sebab"]

  @Test(arguments: PackageFolder.pipelines) func findingsAreTheReviewedOnes(
    _ pipeline: String
  ) throws {
    let golden = Golden(name: "\(pipeline).md")
    var findings = ReviewedTable(Self.findingLabels, in: golden.text)
    var gaps = ReviewedTable(Self.gapLabels, in: golden.text)
    findings.rows = Self.report.findings.filter { $0.pipeline == pipeline }.map(Self.row)
    gaps.rows = Self.report.rules.filter { $0.pipeline == pipeline && $0.reason != nil }
      .map(Self.row)
    #expect(Self.report.failures.map(\.message.english) == [])
    #expect(Set(findings.rows).count == findings.rows.count, "two findings tell the same")
    try golden.expect(Self.page(pipeline, findings, gaps))
    #expect(findings.unreviewed == [])
    #expect(gaps.unreviewed == [])
  }

  @Test func summaryIsWordedSo() throws {
    try Golden(name: "ringkasan.txt").expect(TerminalSummary().text(Self.report))
  }

  private static func page(
    _ pipeline: String, _ findings: ReviewedTable, _ gaps: ReviewedTable
  ) -> String {
    let satisfied = report.rules.filter { $0.pipeline == pipeline && $0.value == .satisfied }
    let nothing = "Tidak ada.\n"
    return """
      # \(pipeline)

      \(satisfied.count) aturan terpenuhi.

      ## Temuan

      \(findings.rows.isEmpty ? nothing : findings.text)
      ## Tidak dapat diperiksa

      \(gaps.rows.isEmpty ? nothing : gaps.text)
      """
  }

  private static func row(_ finding: Finding) -> [String] {
    let place = finding.cells[0].location
    let file = place.resource.split(separator: "/").last.map(String.init) ?? place.resource
    return [
      place.cell.map { "\(file) \(place.sheet ?? "")!\($0)" } ?? "\(file):\(place.line ?? 0)",
      place.label ?? place.field ?? "", finding.rule,
      finding.stated ?? "", expected(finding), finding.difference ?? "",
      finding.verdict?.rawValue ?? "", finding.severity.rawValue,
    ]
  }

  /// What should stand there; where the other of two statements is wrong, or the data don't settle
  /// which, that.
  private static func expected(_ finding: Finding) -> String {
    switch finding.settled {
    case .other: "(yang lain salah)"
    case .open: "(tidak tentu)"
    default: finding.expected ?? ""
    }
  }

  private static func row(_ rule: RuleOutcome) -> [String] {
    [
      rule.id, "\(rule.checked)", "\(rule.violations)", "\(rule.unverifiable)",
      rule.reason?.indonesian ?? "",
    ]
  }
}
