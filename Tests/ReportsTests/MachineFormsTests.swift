import Foundation
import Pipelines
import Spreadsheets
import Tabular
import Testing

@testable import Reports

/// The reports that other programs read: workbook, test cases, European validation report.
@Suite struct MachineFormsTests {
  private static let record = RunRecord(
    version: "0.1.0", options: [], started: "2026-12-01T00:00:00Z",
    finished: "2026-12-01T00:00:01Z", milliseconds: 1_000, exitStatus: 1)
  private static let hostile = "=1+1 <script>\"x\"</script> & \u{202e}kanan \u{1} @SUM(A1)"

  private static func hostileReport() -> RunReport {
    var report = SampleReport.discrepancies.report
    report.findings[0].message = Message(indonesian: hostile, english: hostile)
    report.findings[0].stated = "=1+1"
    return report
  }

  @Test("the workbook holds every finding, texts stay texts, and the bytes are the same twice")
  func workbook() throws {
    let report = Self.hostileReport()
    let folder = FileManager.default.temporaryDirectory.path
    let bytes = try WorkbookReport(language: .indonesian).bytes(of: report, in: folder)
    #expect(try WorkbookReport(language: .indonesian).bytes(of: report, in: folder) == bytes)
    let findings = try WrittenWorkbook(bytes).rows("Temuan")
    #expect(findings.count == report.findings.count + 1)
    #expect(findings[1][4] == "=1+1")
    #expect(findings[1][7] == Self.hostile.replacingOccurrences(of: "\u{1}", with: "\u{fffd}"))
    let english = try WorkbookReport(language: .english).bytes(of: report, in: folder)
    #expect(try WrittenWorkbook(english).rows("Findings").count == findings.count)
  }
}
