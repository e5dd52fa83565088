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

  @Test("the European report has a validation a finding and a rule that held")
  func validations() throws {
    let report = Self.hostileReport()
    let data = try written {
      try ValidationReport(language: .indonesian, record: Self.record).write(report, to: $0)
    }
    let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let values = list.compactMap { $0["value"] as? String }
    #expect(values.filter { $0 == "0" }.count == report.findings.count)
    #expect(values.filter { $0 == "1" }.count == 1)
    #expect(values.filter { $0 == "NA" }.count == 1)
    for one in list {
      #expect(Set(one.keys) == ["id", "type", "event", "rule", "data", "value"])
      let rule = try #require(one["rule"] as? [String: Any])
      #expect(["information", "warning", "error"].contains(rule["severity"] as? String))
    }
  }
}
