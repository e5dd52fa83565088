import Tabular
import Testing

@testable import Pipelines

/// Which office a finding is given to, and which charts are drawn.
@Suite struct OfficeTests {
  private func run(_ pipeline: String, _ files: [String: String]) throws -> CompletedRun {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    try folder.write(pipeline, to: "contoh.yaml")
    let loading = PipelineLoading(paths: ["contoh.yaml"], in: folder.path)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    return Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
  }

  private func pipeline(office: String, producer: String = "") -> String {
    """
    pipeline: contoh
    title: Contoh
    resources:
      data:
        path: data.csv
        \(office)
        fields: [{ name: dinas }, { name: a, type: count }, { name: b, type: count }]
    rules:
      - { id: sama, in: data, rule: a = b }
    datasets:
      data: { from: data, metadata: { title: x\(producer) } }
    """
  }

  private let data = "dinas,a,b\nDinas Sosial,1,2\nDinas Kesehatan,2,2\n,3,4\n"

  @Test(
    arguments: [
      ("office: Dinas Pertanian", "", ["Dinas Pertanian", "Dinas Pertanian"]),
      ("office: { field: dinas }", "", ["Dinas Sosial", nil]),
      ("office: { field: dinas }", ", producer: BPS", ["Dinas Sosial", "BPS"]),
      ("", ", producer: BPS", ["BPS", "BPS"]), ("", ", produsen: [BPS, BPKAD]", ["BPS", "BPS"]),
      ("", "", [nil, nil]),
    ] as [(String, String, [String?])])
  func findingsNameTheirOffice(office: String, producer: String, expected: [String?]) throws {
    let run = try run(pipeline(office: office, producer: producer), ["data.csv": data])
    #expect(run.report.findings.map(\.office) == expected)
  }

  @Test(arguments: [
    ("bars: { label: dinas, value: c }", "c"), ("bars: { label: c, value: a }", "c"),
    ("bars: { label: a, value: dinas }", "dinas"),
    ("pyramid: { label: dinas, left: a, right: x }", "x"),
  ])
  func chartsOfFieldsThatAreNotThereAreRefused(chart: String, field: String) throws {
    let folder = try TemporaryFolder()
    let text = pipeline(office: "").replacing(
      "metadata: { title: x }", with: "chart: { \(chart) }")
    try folder.write(text, to: "contoh.yaml")
    let errors = PipelineLoading(paths: ["contoh.yaml"], in: folder.path).refused.flatMap(\.errors)
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.message.english.contains("'\(field)'") })
  }

  @Test func fieldOfTheOfficeMustBeThere() throws {
    let folder = try TemporaryFolder()
    try folder.write(pipeline(office: "office: { field: opd }"), to: "contoh.yaml")
    let errors = PipelineLoading(paths: ["contoh.yaml"], in: folder.path).refused.flatMap(\.errors)
    #expect(errors.map { $0.message.english.contains("'opd'") } == [true])
  }

  @Test func chartsHaveALimit() throws {
    let rows = (1...Chart.limit + 5).map { "D\($0),\($0),\($0)\n" }.joined()
    let text = pipeline(office: "").replacing(
      "metadata: { title: x }", with: "chart: { bars: { label: dinas, value: a } }")
    let chart = try #require(try run(text, ["data.csv": "dinas,a,b\n" + rows]).report.charts.first)
    #expect(chart.labels.count == Chart.limit && chart.more == 5 && chart.isValid)
    #expect(chart.series[0].values.first == "1")
  }
}
