import Rules
import Tabular
import Testing

@testable import Pipelines

@Suite struct SettingsFileTests {
  private let pipeline = """
    pipeline: contoh
    title: Penduduk ${nama_kabupaten}
    references: [references/wilayah.yaml]
    parameters: { tahun: 2023 }
    resources:
      data: { path: data.csv, sheet: Lembar, fields: [{ name: kode, list: wilayah }] }
      lain: { path: lain.csv, fields: [{ name: kode }] }
    """
  private let reference = """
    parameters: { nama_kabupaten: BANJARNEGARA, dinas: "Dinas ${nama_kabupaten} ${tahun}" }
    lists: { wilayah: { path: wilayah.csv, key: kode }, umur: [0-4] }
    """
  private let other = """
    pipeline: samping
    title: Tidak dijalankan
    parameters: { batas: 3 }
    resources: { isi: { path: isi.csv, fields: [{ name: kode }] } }
    """

  private func load(
    _ settings: String, beside: String? = nil, _ body: (PipelineLoading, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("pipelines")
    folder.makeFolder("pipelines/references")
    try folder.write(pipeline, to: "pipelines/contoh.yaml")
    try folder.write(beside ?? other, to: "pipelines/samping.yaml")
    try folder.write(reference, to: "pipelines/references/wilayah.yaml")
    try folder.write("kode\n33.04\n", to: "wilayah.csv")
    try folder.write("kode\n99.01\n", to: "lembayung-2024.csv")
    try folder.write("kode\n99.01\n", to: "a-1.csv")
    try folder.write("kode\n99.01\n", to: "a-2.csv")
    try folder.write("kode\nx\n", to: "lain.csv")
    try folder.write(settings, to: "lembayung.yaml")
    let loading = PipelineLoading(
      paths: ["pipelines/contoh.yaml"], in: folder.path, settings: "lembayung.yaml")
    try body(loading, folder.path)
  }

  private func said(of settings: String, beside: String? = nil) throws -> [String] {
    var said: [String] = []
    try load(settings, beside: beside) { loading, _ in
      said = loading.refused.flatMap(\.errors).map(\.message.english)
      #expect(said.isEmpty || loading.files.isEmpty)
    }
    return said
  }

  @Test func settingsCountBeforeWhatFilesSay() throws {
    try load(
      """
      title: Lembayung
      parameters: { nama_kabupaten: LEMBAYUNG, tahun: 2024, batas: 4 }
      paths:
        contoh.data: [a-1.csv, "a-[2-9].csv"]
        wilayah: lembayung-${tahun}.csv
        samping.isi: x.csv
      """
    ) { loading, folder in
      #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
      let file = try #require(loading.files.first)
      #expect(file.title == "Penduduk LEMBAYUNG")
      #expect(file.vocabulary.lists["wilayah"]?.codes == ["99.01"])
      #expect(file.vocabulary.parameters["dinas"] == .text("Dinas LEMBAYUNG 2024"))
      #expect(file.vocabulary.parameters["batas"] == nil)
      let report = Execution.run(loading, settings: RunSettings(workingFolder: folder)).report
      #expect(report.failures.map(\.message.english) == [])
      #expect(
        report.inputs.map(\.path) == ["a-1.csv", "a-2.csv", "lain.csv", "lembayung.yaml"])
      #expect(report.inputs.last?.records == 0)
      #expect(report.rules.map(\.value) == [.satisfied])
    }
  }

  @Test(arguments: [
    ("", []),
    (
      "parameter: { tahun: 2024 }",
      ["lembayung.yaml:1:1: unknown key 'parameter' in settings; did you mean 'parameters'?"]
    ),
    ("- tahun", ["lembayung.yaml:1:1: found a list, expected keys with values"]),
    (
      "parameters: { tahun: [2024] }",
      ["lembayung.yaml:1:22: found a list, expected a text"]
    ),
    (
      "parameters: { tahn: 2024 }",
      ["lembayung.yaml:1:15: there is no parameter 'tahn'; did you mean 'tahun'?"]
    ),
    (
      "paths:\n  contoh.dat: a.csv\n  umur: b.csv",
      [
        "lembayung.yaml:2:3: there is no resource or list from a file 'contoh.dat'; did you mean 'contoh.data', 'contoh.lain'?",
        "lembayung.yaml:3:3: there is no resource or list from a file 'umur'; known are: contoh.data, contoh.lain, samping.isi, wilayah",
      ]
    ),
    (
      "parameters: { tahun: \"${thun}\" }",
      ["lembayung.yaml:1:23: there is no parameter 'thun'; did you mean 'tahun'?"]
    ),
    (
      "paths: { wilayah: [a.csv, b.csv] }",
      ["lembayung.yaml:1:19: found a list, expected a text"]
    ),
    (
      "paths: { wilayah: tidak-ada.csv }",
      ["lembayung.yaml:1:19: tidak-ada.csv: no such file; check its name and folder"]
    ),
    (
      "paths: { contoh.data: \"${nama}.csv\" }",
      ["lembayung.yaml:1:24: there is no parameter 'nama'; known are: dinas, nama_kabupaten, tahun"]
    ),
  ])
  func mistakeIsToldInTheSettings(_ settings: String, _ expected: [String]) throws {
    let found = try said(of: settings)
    #expect(found == expected)
  }

  @Test func fileThatCannotBeAskedIsTold() throws {
    let said = try said(of: "paths: { samping.isi: x.csv }", beside: "pipeline: [")
    #expect(said.count == 2)
    #expect(said.last?.hasPrefix("pipelines/samping.yaml:") == true)
    #expect(try self.said(of: "parameters: { tahun: 2024 }", beside: "pipeline: [") == [])
  }

  @Test func patternWithoutFilesIsToldInTheSettings() throws {
    try load("paths: { contoh.data: x-*.csv }") { loading, folder in
      let report = Execution.run(loading, settings: RunSettings(workingFolder: folder)).report
      #expect(
        report.failures.map(\.message.english) == [
          "lembayung.yaml:1:23: no file matches 'x-*.csv'; check the path and the working folder"
        ])
    }
  }

  @Test func settingsThatAreNotThereAreTold() {
    let loading = PipelineLoading(paths: [], in: "/tmp/", settings: "tidak-ada.yaml")
    #expect(
      loading.refused.flatMap(\.errors).map(\.message.english) == [
        "tidak-ada.yaml: there is no such file; check its name and the working folder"
      ])
  }
}
