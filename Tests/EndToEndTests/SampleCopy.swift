import Foundation
import Pipelines
import Rules
import Tabular
import Testing

/// The pipelines and samples in a folder of their own, one file of which may be changed.
final class SampleCopy {
  let figures: WrittenFigures
  private let folder: URL
  private let file: URL
  private let loading: PipelineLoading

  init(of input: PlantedMistakesTests.Input) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-planted-\(UUID().uuidString)")
    try Self.copy(to: folder)
    file = folder.appendingPathComponent(input.path)
    figures = try WrittenFigures(Data(contentsOf: file))
    loading = Self.loading([input.pipeline], in: folder, inText: true)
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

  /// What a pipeline reports on unchanged samples in text.
  static func report(of pipeline: String) -> RunReport {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-unchanged-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try copy(to: folder)
    } catch {
      Issue.record("\(error)")
    }
    let loading = loading([pipeline], in: folder, inText: true)
    return Execution.run(loading, settings: RunSettings(workingFolder: folder.path + "/")).report
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func plant(_ text: String, in figure: WrittenFigures.Figure) throws {
    try figures.data(replacing: figure, by: text).write(to: file)
  }

  /// Replaces the whole file.
  func plant(_ data: Data) throws { try data.write(to: file) }

  /// The bytes that the file has now.
  var data: Data {
    get throws { try Data(contentsOf: file) }
  }

  func findings() -> [Finding] {
    let settings = RunSettings(workingFolder: folder.path + "/")
    return Execution.run(loading, settings: settings).report.findings
  }
}
