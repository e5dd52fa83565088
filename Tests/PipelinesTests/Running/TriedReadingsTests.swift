import Diagnosis
import Rules
import Tabular
import Testing

@testable import Pipelines

/// What is proposed for an unreadable numeral is tried in the rules.
@Suite struct TriedReadingsTests {
  private static let pipeline = """
    pipeline: anggaran
    title: Belanja
    resources:
      belanja:
        path: belanja.csv
        fields:
          - { name: kode, type: text }
          - { name: a, type: amount }
          - { name: b, type: amount }
          - { name: jumlah, type: amount }
    rules:
      - { id: jumlah, in: belanja, rule: jumlah = a + b }
    """

  struct Trial: CustomTestStringConvertible {
    var record: String
    var confidence: Cause.Confidence
    var told: String
    var testDescription: String { record }
  }

  private static let trials = [
    Trial(
      record: "2;12..821.200;178.800;13.000.000", confidence: .certain,
      told: "; read so, 1 relation to other figures holds"),
    Trial(
      record: "2;12..821.200;178.800;13.000.001", confidence: .possible,
      told: "; read so, 1 of 1 relations to other figures don't hold"),
    // Nothing is known of it where another part is missing.
    Trial(
      record: "2;12..821.200;;13.000.000", confidence: .likely,
      told: "perhaps 12.821.200 was meant"),
  ]

  @Test("it is certain where all rules hold with it", arguments: trials)
  func trying(_ trial: Trial) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Kode;A;B;Jumlah\n1;10.000;20.000;30.000\n\(trial.record)\n", to: "belanja.csv")
    try folder.write(Self.pipeline, to: "anggaran.yaml")
    let loading = PipelineLoading(paths: ["anggaran.yaml"], in: folder.path)
    let report = Execution.run(loading, settings: RunSettings(workingFolder: folder.path)).report
    let cause = try #require(report.causes.first { $0.explanation.mechanism == .separator })
    #expect(cause.explanation.cells.map(\.proposal) == ["12.821.200"])
    #expect(cause.confidence == trial.confidence)
    #expect(cause.explanation.message.english.hasSuffix(trial.told))
    // The tables of the run keep what was read: nothing.
    #expect(report.rules.first { $0.id == "jumlah" }?.unverifiable == 1)
  }
}
