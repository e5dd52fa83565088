import Tabular
import Testing

@testable import Pipelines

/// Fields that hold where a record comes from, in steps on texts.
@Suite struct OriginStepsTests {
  private let page = """
    <table><tr><td>Kode</td><td>Ukuran</td><td>Nilai</td></tr>
    <tr><td>A</td><td>Target</td><td>3</td></tr></table>
    """

  /// The table that the steps make of a text file and a web page.
  private func run(_ steps: String) throws -> CompletedRun {
    let folder = try TemporaryFolder()
    folder.makeFolder("data")
    try folder.write(
      "Kode;Ukuran;Nilai\nA;Target;1\nA;Realisasi;2\n", to: "data/Kabid.IKP-2023.csv")
    try folder.write(page, to: "data/lain.xls")
    let pipeline = """
      pipeline: asal
      title: Asal
      resources:
        asal:
          path: ["data/*.csv", "data/*.xls"]
          fields:
            - { name: berkas, from: file }
            - { name: lembar, from: sheet }
            - { name: isi }
            - { name: sisa }
          steps:
      \(steps)
      """
    try folder.write(pipeline, to: "asal.yaml")
    let loading = PipelineLoading(paths: ["asal.yaml"], in: folder.path)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.failures.map(\.message.english) == [])
    return run
  }

  @Test(arguments: [
    (
      """
            - extract: { berkas: '.*/(?<isi>[^/]+)[.](?<sisa>[a-z]+)' }
      """,
      [
        "data/Kabid.IKP-2023.csv,Kabid.IKP-2023,Kabid.IKP-2023,csv",
        "data/Kabid.IKP-2023.csv,Kabid.IKP-2023,Kabid.IKP-2023,csv",
        "data/lain.xls,Halaman,lain,xls",
      ]
    ),
    (
      """
            - rename: { Nilai: isi }
            - select: [lembar, berkas, isi]
            - extract: { berkas: '.*/(?<berkas>[^/]+)[.](?<sisa>[a-z]+)' }
      """,
      [
        "Kabid.IKP-2023,Kabid.IKP-2023,1,csv", "Kabid.IKP-2023,Kabid.IKP-2023,2,csv",
        "lain,Halaman,3,xls",
      ]
    ),
    (
      """
            - normalise: { lembar: { case: upper, replace: { HALAMAN: LAIN } } }
            - split: { berkas: { at: /, into: [sisa, berkas] } }
            - extract: { Nilai: '(?<isi>.*)' }
      """,
      [
        "Kabid.IKP-2023.csv,KABID.IKP-2023,1,data", "Kabid.IKP-2023.csv,KABID.IKP-2023,2,data",
        "lain.xls,LAIN,3,data",
      ]
    ),
    (
      """
            - drop: { berkas: '.*[.]xls' }
            - rename: { Kode: kode, Ukuran: ukuran }
            - unpivot: { keys: [berkas, lembar, kode, ukuran], into: label }
            - drop: { label: Lain }
            - extract: { label: '(?<label>.*)' }
            - pivot: { ukuran: { Target: isi, Realisasi: sisa } }
      """, ["data/Kabid.IKP-2023.csv,Kabid.IKP-2023,1,2"]
    ),
  ]) func stepsSpeakOfWhereARecordComesFrom(_ steps: String, _ wanted: [String]) throws {
    let table = try #require(try run(steps).tables["asal"]?["asal"])
    #expect(try Array(table.lines().dropFirst()) == wanted)
  }

  @Test(arguments: [
    (
      ".*[.]xls", [Severity.note],
      "the steps left out all records, lines: 1; check 'keep' and 'drop'"
    ),
    (".*", [.error, .error], "the steps left out all records, lines: 2; check 'keep' and 'drop'"),
  ]) func fileOfWhichNothingIsLeftIsTold(
    _ pattern: String, _ severities: [Severity], _ words: String
  ) throws {
    let report = try run(
      """
            - drop: { berkas: '\(pattern)' }
            - extract: { Nilai: '(?<isi>.*)(?<sisa>x)?' }
      """
    ).report
    #expect(report.findings.map(\.severity) == severities)
    #expect(report.findings.first?.message.english == words)
    #expect(
      report.readings.map { $0.counts[.leftOut] ?? 0 }.reduce(0, +) == severities.count * 2 - 1)
  }
}
