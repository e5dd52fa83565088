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

  /// Nothing that a dataset says of itself is left of the regency and the year of the samples.
  @Test func settingsMakeThePipelinesThoseOfAnotherRegency() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      parameters:
        tahun_data: "2024"
        nama_kabupaten: LEMBAYUNG
        kabupaten: Kabupaten Lembayung
      """, to: "lembayung.yaml")
    let up = String(repeating: "../", count: packageRoot.count { $0 == "/" } - 1)
    let loading = PipelineLoading(
      paths: PathPattern.files("pipelines/*.yaml", in: packageRoot), in: packageRoot,
      settings: up + folder.path.dropFirst() + "lembayung.yaml")
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    #expect(loading.files.count >= 6)
    for file in loading.files {
      #expect(file.period?.contains("2023") == false, "\(file.path)")
      for dataset in file.datasets {
        let told = "\(dataset.title ?? "") \(dataset.description ?? "") \(dataset.metadata)"
        #expect(!told.lowercased().contains("banjarnegara"), "\(file.path): \(dataset.name)")
        #expect(told.contains("Kabupaten Lembayung"), "\(file.path): \(dataset.name)")
      }
    }
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
