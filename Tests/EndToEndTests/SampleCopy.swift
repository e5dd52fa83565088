import Foundation
import Rules
import Tabular
import Testing

@testable import Pipelines

/// The pipelines and samples in a folder of their own, one file of which may be changed.
///
/// After a change the pipeline that reads the file runs again, and those that use it as far as it
/// takes to find something; all others stay as they were on the unchanged samples.
final class SampleCopy {
  let figures: WrittenFigures
  private let folder: URL
  private let file: URL
  private let pipeline: String
  private let usual: Set<Finding>

  init(of input: PlantedMistakesTests.Input) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-planted-\(UUID().uuidString)")
    try Self.copy(to: folder)
    file = folder.appendingPathComponent(input.path)
    figures = try WrittenFigures(Data(contentsOf: file))
    pipeline = input.pipeline
    usual = Self.unchanged.findings
  }

  /// Copies pipelines, samples, and the settings for reading the twins of workbooks in text.
  static func copy(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["pipelines", "samples"] {
      try FileManager.default.copyItem(
        at: PackageFolder.url.appendingPathComponent(name),
        to: folder.appendingPathComponent(name))
    }
    try FileManager.default.copyItem(
      at: PackageFolder.tests.appendingPathComponent(twins),
      to: folder.appendingPathComponent(twins))
  }

  /// The pipelines of a copy; where `inText`, they read the twins in text instead of workbooks.
  static func loading(_ pipelines: [String], in folder: URL, inText: Bool) -> PipelineLoading {
    PipelineLoading(
      paths: pipelines.map { "pipelines/\($0).yaml" }, in: folder.path + "/",
      settings: inText ? twins : nil)
  }

  /// The settings that name the text files with the tables of the workbooks.
  private static let twins = "Twins.yaml"

  deinit { try? FileManager.default.removeItem(at: folder) }

  func plant(_ text: String, in figure: WrittenFigures.Figure) throws {
    try figures.data(replacing: figure, by: text).write(to: file)
  }

  /// Runs all pipelines on the copy, to the causes.
  func run() -> CompletedRun {
    Execution.run(
      Self.loading(PackageFolder.pipelines, in: folder, inText: true),
      settings: RunSettings(jobs: 1, workingFolder: folder.path + "/"))
  }

  /// Replaces the whole file.
  func plant(_ data: Data) throws { try data.write(to: file) }

  /// The bytes that the file has now.
  var data: Data {
    get throws { try Data(contentsOf: file) }
  }

  /// Whether anything of severity `least` or above is found that the unchanged samples don't have, or
  /// a pipeline is refused for it.
  func showsMistake(from least: Severity = .warning) -> Bool {
    let (unchanged, settings) = (Self.unchanged, RunSettings(workingFolder: folder.path + "/"))
    let finished = FinishedPipelines()
    var again: Set<String> = [pipeline]
    for file in unchanged.files {
      guard again.contains(file.name) || file.uses.contains(where: { again.contains($0.pipeline) })
      else {
        if let run = unchanged.runs[file.name] { finished.add(run) }
        continue
      }
      again.insert(file.name)
      let run = PipelineRun(file, using: finished, among: unchanged.files, settings) { _ in }
      let isNew = run.findings.contains { $0.severity >= least && !usual.contains($0) }
      if isNew || !run.failures.isEmpty { return true }
      finished.add(run)
    }
    return false
  }
}

extension SampleCopy {
  /// All pipelines, run on the unchanged samples in text.
  struct Unchanged: Sendable {
    /// The pipelines, each behind those it uses.
    let files: [PipelineFile]
    let runs: [String: PipelineRun]
    let findings: Set<Finding>

    /// The files of the samples that a pipeline reads itself.
    func paths(of pipeline: String) -> [String] {
      let paths = runs[pipeline]?.inputs.map(\.input.path) ?? []
      return Set(paths.filter { $0.hasPrefix("samples/") }).sorted()
    }
  }

  static let unchanged: Unchanged = {
    let loading = PipelineLoading(
      paths: PackageFolder.pipelines.map { "pipelines/\($0).yaml" }, in: PackageFolder.path,
      settings: "Tests/EndToEndTests/\(twins)")
    let files = UseOrder.sorted(loading.files)
    let finished = FinishedPipelines()
    var runs: [String: PipelineRun] = [:]
    for file in files {
      let settings = RunSettings(workingFolder: PackageFolder.path)
      let run = PipelineRun(file, using: finished, among: files, settings) { _ in }
      finished.add(run)
      runs[file.name] = run
    }
    let failures = loading.refused.flatMap(\.errors) + runs.values.flatMap(\.failures)
    #expect(failures.map(\.message.english) == [])
    return Unchanged(
      files: files, runs: runs, findings: Set(runs.values.flatMap(\.findings)))
  }()
}
