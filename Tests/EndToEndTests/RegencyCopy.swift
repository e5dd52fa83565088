import Foundation
import Pipelines

/// The pipelines and the files of the made-up regency in a folder of their own, where the files may
/// be changed.
final class RegencyCopy {
  /// Where the files stand, relative to the folder of the package.
  static let path = "Tests/EndToEndTests/Regency/"
  static let pipelines = [
    "anggaran", "indikator", "kegiatan", "media-digital", "opd", "penduduk", "perjanjian-kinerja",
    "sakip", "skm", "spbe",
  ]

  let folder: URL
  /// The pipelines.
  private(set) var files: [PipelineFile] = []

  /// Copies pipelines and files.
  init(_ settings: RegencySettings) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-regency-\(UUID().uuidString)")
    let copy = folder.appendingPathComponent(Self.path)
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: PackageFolder.url.appendingPathComponent(Self.path), to: copy)
    try FileManager.default.copyItem(
      at: PackageFolder.url.appendingPathComponent("pipelines"),
      to: folder.appendingPathComponent("pipelines"))
    try Data(settings.text().utf8).write(to: file(RegencySettings.usual.rawValue))
    files = loading(Self.pipelines).files
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs pipelines with those that they use.
  func run(_ pipelines: [String] = pipelines) -> CompletedRun {
    Execution.run(
      loading(pipelines), settings: RunSettings(workingFolder: folder.path + "/"))
  }

  /// The pipelines are read anew for each run, since code lists are read with them.
  private func loading(_ pipelines: [String]) -> PipelineLoading {
    PipelineLoading(
      paths: pipelines.map { "pipelines/\($0).yaml" }, in: folder.path + "/",
      settings: Self.path + RegencySettings.usual.rawValue)
  }

  /// The bytes of one of the files; `path` is relative to those of the regency.
  func data(_ path: String) throws -> Data { try Data(contentsOf: file(path)) }

  /// Runs with one of the files changed, then puts back what it was.
  func run(
    _ pipelines: [String] = pipelines, with path: String, as data: Data
  ) throws -> CompletedRun {
    let usual = try self.data(path)
    try data.write(to: file(path))
    let run = run(pipelines)
    try usual.write(to: file(path))
    return run
  }

  private func file(_ path: String) -> URL {
    folder.appendingPathComponent(Self.path).appendingPathComponent(path)
  }
}
