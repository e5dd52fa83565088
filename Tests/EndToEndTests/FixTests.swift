import Diagnosis
import Foundation
import Pipelines
import Tabular
import Testing

/// What is certain is mended in copies, the findings go, and the originals stay.
@Suite struct FixTests {
  private func fixing(
    least: Cause.Confidence
  ) throws -> (fixing: Fixing, run: CompletedRun, folder: URL) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-fix-\(UUID().uuidString)")
    let paths = PackageFolder.pipelines.map { "pipelines/\($0).yaml" }
    let loading = PipelineLoading(paths: paths, in: PackageFolder.path)
    let settings = RunSettings(jobs: 2, workingFolder: PackageFolder.path)
    let run = Execution.run(loading, settings: settings)
    var files = WrittenFiles(in: folder.path, changed: .refused)
    let fixing = try Fixing(run, loading, least: least, into: &files, settings: settings)
    return (fixing, run, folder)
  }

  @Test("all findings of the mistakes that are certain go, and no new one comes")
  func certainMistakes() throws {
    let (fixing, run, folder) = try fixing(least: .certain)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(fixing.left.map(\.message.indonesian) == [])
    #expect(fixing.new.map(\.message.indonesian) == [])
    #expect(fixing.gone.count >= 20)
    let certain = run.report.causes.filter { cause in
      cause.confidence == .certain && !cause.explanation.cells.isEmpty
        && cause.explanation.cells.allSatisfy { $0.proposal != nil }
    }
    #expect(Set(fixing.fixes.filter { $0.refusal == nil }.map(\.cause)) == Set(certain.map(\.id)))
  }

  @Test("only files with changes differ, and the originals don't") func files() throws {
    var before: [String: Data] = [:]
    let samples = PackageFolder.url.appendingPathComponent("samples")
    for name in try FileManager.default.subpathsOfDirectory(atPath: samples.path) {
      before[name] = try? Data(contentsOf: samples.appendingPathComponent(name))
    }
    let (fixing, _, folder) = try fixing(least: .certain)
    defer { try? FileManager.default.removeItem(at: folder) }
    let changed = Set(
      fixing.fixes.filter { $0.refusal == nil }.map(\.cell.location.resource))
    for (name, data) in before {
      #expect(try Data(contentsOf: samples.appendingPathComponent(name)) == data)
      let copy = folder.appendingPathComponent("samples/\(name)")
      guard let copied = try? Data(contentsOf: copy) else { continue }
      #expect((copied == data) != changed.contains("samples/\(name)"), "\(name)")
    }
    #expect(changed.count >= 6)
  }

  @Test("with the likely ones the wrong answers of the survey go too") func likelyMistakes() throws
  {
    let (fixing, _, folder) = try fixing(least: .likely)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(fixing.left.isEmpty)
    let rules = Set(fixing.gone.map(\.rule))
    #expect(
      rules.isSuperset(of: ["jumlah-nilai", "rata-rata", "asal-skm-jawaban", "efisiensi-jenjang"]))
    // What is new is about names alone: of two names for one thing either may be meant.
    #expect(fixing.new.allSatisfy { $0.stated == nil || $0.difference == nil })
  }
}
