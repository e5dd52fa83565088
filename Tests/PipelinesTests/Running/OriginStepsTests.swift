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
  private func lines(_ steps: String) throws -> [String] {
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
    return Array(try #require(run.tables["asal"]?["asal"]).lines().dropFirst())
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
    #expect(try lines(steps) == wanted)
  }
}
