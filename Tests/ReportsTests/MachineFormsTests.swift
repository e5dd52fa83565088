import Foundation
import Pipelines
import Tabular
import Testing

@testable import Reports

/// The reports that other programs read, with hostile texts and with very many findings.
@Suite(.serialized) struct MachineFormsTests {
  private static let hostile = "=1+1 <script>\"x\"</script> & \u{202e}kanan \u{1} @SUM(A1)"

  @Test("the workbook holds every finding, texts stay texts, and the bytes are the same twice")
  func workbook() throws {
    var report = SampleReport.discrepancies.report
    report.findings[0].message = Message(indonesian: Self.hostile, english: Self.hostile)
    report.findings[0].stated = "=1+1"
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

  // MARK: 100,000 findings

  private static let count = 100_000

  /// 100,000 findings and 20,000 causes.
  private static let many = ExplainedReport.many(count)

  /// How often `text` stands in `bytes`.
  private func occurrences(of text: String, in bytes: [UInt8]) -> Int {
    // Foundation's search takes minutes where that of C takes milliseconds.
    (bytes + [0]).withUnsafeBytes { all in
      var (rest, count) = (all.assumingMemoryBound(to: CChar.self).baseAddress, 0)
      while let start = rest, let found = strstr(start, text) {
        (rest, count) = (UnsafePointer(found + text.utf8.count), count + 1)
      }
      return count
    }
  }

  @Test func manyFindingsFillAWorkbook() throws {
    let folder = try TemporaryPlace()
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    let time = try clock.measure {
      bytes = try WorkbookReport(language: .indonesian).bytes(
        of: Self.many, in: folder.path, from: folder.path + "/")
    }
    print("report.xlsx of \(Self.count) findings: \(bytes.count) bytes in \(time)")
    #expect(bytes.count < 20_000_000)
    #expect(time < .seconds(60))
    #expect(try folder.names().isEmpty)
    let written = WrittenWorkbook(bytes)
    let findings = try written.bytes(of: "xl/worksheets/sheet3.xml")
    #expect(occurrences(of: "<row ", in: findings) == Self.count + 1)
    #expect(occurrences(of: "<hyperlink ", in: findings) == XlsxFile.Limits().links)
    #expect(occurrences(of: "</worksheet>", in: findings) == 1)
    let causes = try written.bytes(of: "xl/worksheets/sheet2.xml")
    #expect(occurrences(of: "<row ", in: causes) == Self.count / 5 + 1)
    let note =
      "Lembar 'Temuan': 34.470 tautan ditulis sebagai teks biasa, "
      + "karena satu lembar hanya dapat memuat 65.530 tautan"
    let texts = try written.bytes(of: "xl/sharedStrings.xml")
    #expect(occurrences(of: note, in: texts) == 1)
    guard try Python.has("zipfile, xml.parsers.expat", for: "parse report.xlsx with") else {
      return
    }
    let (status, output) = try Python.run(
      """
      import io, sys, zipfile, xml.parsers.expat as expat
      book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      for name in book.namelist(): expat.ParserCreate().Parse(book.read(name), True)
      """, input: Data(bytes))
    #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test func manyFindingsMakeASmallTestReport() throws {
    let data = try written { try TestReport(language: .english).write(Self.many, to: $0) }
    #expect(data.count < 200_000)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("and 99,999 more findings"))
    #expect(text.contains("… 99,900 more are in findings.csv"))
    #expect(text.hasSuffix("</testsuites>\n"))
    guard try Python.has("xml.parsers.expat", for: "parse junit.xml with") else { return }
    let parse = "import sys, xml.parsers.expat as e; e.ParserCreate().Parse(sys.stdin.read(), True)"
    #expect(try Python.run(parse, input: data).status == 0)
  }

  @Test func manyFindingsAreAllInTheEuropeanReport() throws {
    let record = RunRecord(
      version: "0.1.0", options: [], started: "2026-12-01T00:00:00Z",
      finished: "2026-12-01T00:00:01Z", milliseconds: 1_000, exitStatus: 1)
    let data = try written {
      try ValidationReport(language: .english, record: record).write(Self.many, to: $0)
    }
    #expect(data.count < 100_000_000)
    #expect(occurrences(of: "\"value\": \"0\"", in: Array(data)) == Self.count)
    #expect(occurrences(of: "\n", in: Array(data)) == Self.count + 5)
    guard try Python.has("json", for: "parse validation.json with") else { return }
    let parse = "import json, sys; print(len(json.load(sys.stdin)), end='')"
    let (status, output) = try Python.run(parse, input: data)
    #expect(status == 0 && String(decoding: output, as: UTF8.self) == "100003")
  }
}
