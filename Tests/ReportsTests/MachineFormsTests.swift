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

  private func written(_ write: (TextStream) throws -> Void) throws -> Data {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-form-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    try AtomicOutput.write(to: path.path) { try write(TextStream(to: $0)) }
    return try Data(contentsOf: path)
  }

  private func sheet(_ name: String, of bytes: [UInt8]) throws -> [[String]] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let workbook = try Workbook(path: path.path)
    let index = try #require(workbook.sheets.firstIndex { $0.name == name })
    let rows = try workbook.rows(of: index, within: .all)
    var texts: [[String]] = []
    while let block = try rows.next() {
      texts += (0..<block.rowCount).map { block.texts(row: $0) }
    }
    return texts
  }

  @Test("the workbook holds every finding, texts stay texts, and the bytes are the same twice")
  func workbook() throws {
    let report = Self.hostileReport()
    let folder = FileManager.default.temporaryDirectory.path
    let bytes = try WorkbookReport(language: .indonesian).bytes(of: report, in: folder)
    #expect(try WorkbookReport(language: .indonesian).bytes(of: report, in: folder) == bytes)
    let findings = try sheet("Temuan", of: bytes)
    #expect(findings.count == report.findings.count + 1)
    #expect(findings[1][4] == "=1+1")
    #expect(findings[1][7] == Self.hostile.replacingOccurrences(of: "\u{1}", with: "\u{fffd}"))
    let english = try WorkbookReport(language: .english).bytes(of: report, in: folder)
    #expect(try sheet("Findings", of: english).count == findings.count)
  }

  @Test("test cases are well-formed XML whatever the data hold, and count what was found")
  func testCases() throws {
    let data = try written {
      try TestReport(language: .indonesian).write(Self.hostileReport(), to: $0)
    }
    let parser = XMLCounting()
    #expect(parser.parse(data))
    #expect(parser.counts["testcase"] == 6)
    #expect(parser.counts["failure"] == 3)
    #expect(parser.counts["skipped"] == 1)
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

/// Counts the elements of a document.
private final class XMLCounting {
  var counts: [String: Int] = [:]

  /// False where it is not well formed.
  func parse(_ data: Data) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys,collections,xml.etree.ElementTree as e;"
        + "print(*(f'{k}={v}' for k,v in collections.Counter("
        + "x.tag for x in e.fromstring(sys.stdin.buffer.read()).iter()).items()))",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return false }
    input.fileHandleForWriting.write(data)
    input.fileHandleForWriting.closeFile()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for pair in text.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=")
      counts[String(parts[0])] = Int(parts[1])
    }
    return process.terminationStatus == 0
  }
}
