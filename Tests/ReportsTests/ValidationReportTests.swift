import Foundation
import Pipelines
import Rules
import Tabular
import Testing

@testable import Reports

/// `validation.json`, by the schema in `Fixtures`, which follows the published structure.
@Suite struct ValidationReportTests {
  private static let record = RunRecord(
    version: "0.1.0", options: [], started: "2026-12-01T00:00:00Z",
    finished: "2026-12-01T00:00:01Z", milliseconds: 1_000, exitStatus: 1)
  private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/ess-validation-report-1.0.0.schema.json").path

  private static let check = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)):
        sys.exit(error.json_path + ": " + error.message)
    """

  private func report(_ report: RunReport) throws -> Data {
    try written {
      try ValidationReport(language: .indonesian, record: Self.record).write(report, to: $0)
    }
  }

  private func list(_ data: Data) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }

  private func values(_ list: [[String: Any]]) -> [String: Int] {
    list.reduce(into: [:]) { $0[$1["value"] as? String ?? "", default: 0] += 1 }
  }

  @Test func samplesFollowTheSchema() throws {
    let run = SampleRun.report
    let data = try report(run)
    let list = try list(data)
    #expect(Set(list.compactMap { $0["id"] as? String }).count == list.count)
    let values = values(list)
    #expect(values["0"] == run.findings.count && run.findings.count > 80)
    #expect(values["1"] == run.rules.count { $0.value == .satisfied })
    #expect(values["NA"] == run.rules.count { $0.applies && $0.unverifiable > 0 })
    #expect(Set(values.keys) == ["0", "1", "NA"])
    guard try Python.has("jsonschema", for: "validate validation.json with") else { return }
    let (status, output) = try Python.run(Self.check, [Self.schema], input: data)
    #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test(arguments: SampleReport.allCases) private func reportsFollowTheSchema(
    sample: SampleReport
  ) throws {
    guard try Python.has("jsonschema", for: "validate validation.json with") else { return }
    let (status, output) = try Python.run(
      Self.check, [Self.schema], input: try report(sample.report))
    #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test(arguments: [
    ("\"value\": \"0\"", "\"value\": 0"), ("\"value\": \"NA\"", "\"value\": null"),
    ("\"severity\": \"error\"", "\"severity\": \"kesalahan\""),
    ("\"type\": \"validation\"", "\"type\": \"finding\""),
    ("\"time\": \"2026-", "\"time\": \"26-"), ("\"target\"", "\"sasaran\""),
  ])
  func schemaRefusesWhatIsWrong(right: String, wrong: String) throws {
    guard try Python.has("jsonschema", for: "validate validation.json with") else { return }
    let data = try report(SampleReport.discrepancies.report)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains(right))
    let changed = Data(text.replacing(right, with: wrong).utf8)
    #expect(try Python.run(Self.check, [Self.schema], input: changed).status == 1)
  }

  @Test func tellsARuleThatFailedHereAndCouldNotBeCheckedThere() throws {
    let list = try list(report(SampleReport.discrepancies.report))
    #expect(values(list) == ["0": 4, "1": 1, "NA": 2])
    let unknown = list.filter { $0["value"] as? String == "NA" }.compactMap { $0["id"] as? String }
    #expect(unknown == ["anggaran/jenjang", "anggaran/wajar"])
  }

  @Test func leavesOutWhatDoesNotApply() throws {
    var run = SampleReport.discrepancies.report
    run.rules[3].applies = false
    #expect(values(try list(report(run)))["NA"] == 1)
  }

  @Test func namesDataPointsBySourceUnitAndVariable() throws {
    let list = try list(report(SampleReport.discrepancies.report))
    let data = list.compactMap { $0["data"] as? [String: Any] }
    #expect(
      data[0]["target"] as? [String]
        == ["samples/anggaran/realisasi-penunjang-2023.csv||22|persen"])
    #expect(
      data[0]["source"] as? [String]
        == ["samples/anggaran/realisasi-penunjang-2023.csv||22|realisasi"])
    #expect(
      data[1]["target"] as? [String] == ["samples/anggaran/penunjang.xlsx|Penunjang|C12|anggaran"])
  }
}

/// The run of all pipelines on the samples.
enum SampleRun {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/"

  static let report: RunReport = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "pipelines")) ?? []
    let loading = PipelineLoading(
      paths: names.filter { $0.hasSuffix(".yaml") }.sorted().map { "pipelines/\($0)" }, in: folder)
    return Execution.run(loading, settings: RunSettings(jobs: 2, workingFolder: folder)).report
  }()
}
