import Rules
import Tabular
import Testing

@testable import Pipelines

@Suite struct SamplePipelinesTests {
  private static let names = ["penduduk", "media-digital", "opd", "anggaran"]

  private func run(_ names: [String], jobs: Int = 1) -> CompletedRun {
    let loading = PipelineLoading(
      paths: names.map { "pipelines/\($0).yaml" }, in: packageRoot)
    return Execution.run(loading, settings: RunSettings(jobs: jobs, workingFolder: packageRoot))
  }

  @Test(arguments: names) func pipelineOfTheSamplesCanBeCompleted(_ name: String) {
    let run = run([name])
    #expect(run.report.failures.map(\.message.english) == [])
    #expect(run.report.pipelines.contains { $0.name == name })
    #expect(!run.report.rules.isEmpty)
  }

  @Test func runIsTheSameWithAnyNumberOfJobs() throws {
    let (one, several) = (run(Self.names), run(Self.names, jobs: 3))
    #expect(one.report.findings == several.report.findings)
    #expect(one.report.rules == several.report.rules)
    #expect(one.report.inputs == several.report.inputs)
    #expect(one.report.readings == several.report.readings)
    #expect(one.report.datasets == several.report.datasets)
    #expect(try one.lines() == several.lines())
  }

  @Test func headerBlocksGiveTheTidyTable() throws {
    let run = run(["penduduk"])
    let tidy = try #require(run.tables["penduduk"]?["penduduk"]).lines()
    let blocks = try #require(run.tables["penduduk"]?["agregat"]).lines()
    let measures = tidy.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return ([cells[0], cells[1]] + cells[4...]).joined(separator: ",")
    }
    #expect(measures.count == 17)
    #expect(blocks.dropFirst().filter { !$0.hasPrefix("Jumlah Total") } == measures)
  }
}
