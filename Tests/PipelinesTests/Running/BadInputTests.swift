import Tabular
import Testing

@testable import Pipelines

/// A pipeline over one file that can't be completed, and what is said.
struct BadInput: Sendable, CustomTestStringConvertible {
  var content: [UInt8]?
  var said: String
  var testDescription: String { said }

  init(_ content: String?, _ said: String) {
    self.content = content.map { Array($0.utf8) }
    self.said = said
  }
}

private func pipeline(_ name: String, path: String, more: String = "") -> String {
  """
  pipeline: \(name)
  title: Contoh
  resources:
    data:
      path: \(path)
      fields:
        - { name: kode, label: Kode, type: code }
        - { name: jumlah, label: Jumlah, type: count }
  \(more)
  """
}

@Suite struct BadInputTests {
  @Test(arguments: [
    BadInput(nil, "data.csv: "), BadInput("", "data.csv: "),
    BadInput("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}", "data.csv: "),
    BadInput("Kod;Jumlah\n1;2\n", "data.csv:1: "),
    BadInput("Kode;Jumlah;Jumlah\n1;2;3\n", "data.csv:1: "),
    BadInput("\n\n", "data.csv: "),
  ])
  func fileThatCannotBeReadIsToldAndTheOthersRun(_ bad: BadInput) throws {
    let folder = try TemporaryFolder()
    if let content = bad.content { try folder.write(content, to: "data.csv") }
    try folder.write("Kode;Jumlah\nA;1\n", to: "baik.csv")
    try folder.write(pipeline("rusak", path: "data.csv"), to: "rusak.yaml")
    try folder.write(pipeline("baik", path: "baik.csv"), to: "baik.yaml")
    let loading = PipelineLoading(paths: ["rusak.yaml", "baik.yaml"], in: folder.path)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.status == .incomplete)
    #expect(run.report.failures.map(\.pipeline) == ["rusak"])
    let message = try #require(run.report.failures.first).message
    #expect(message.english.hasPrefix(bad.said), "\(message.english)")
    #expect(message.english.count > bad.said.count + 10)
    #expect(message.english != message.indonesian)
    #expect(run.tables["baik"]?["data"]?.recordCount == 1)
  }

  @Test func folderInsteadOfAFileIsTold() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("data.csv")
    try folder.write(pipeline("rusak", path: "data.csv"), to: "rusak.yaml")
    let loading = PipelineLoading(paths: ["rusak.yaml"], in: folder.path)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.failures.count == 1)
    #expect(run.report.failures.first?.message.english.hasPrefix("data.csv: ") == true)
  }

  @Test func patternWithoutFilesIsToldAtItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(pipeline("rusak", path: "'tidak-ada/*.csv'"), to: "rusak.yaml")
    let loading = PipelineLoading(paths: ["rusak.yaml"], in: folder.path)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(
      run.report.failures.map(\.message.english) == [
        "rusak.yaml:4:3: no file matches 'tidak-ada/*.csv'; check the path and the working folder"
      ])
  }

  @Test func twoPipelinesOfOneNameAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(pipeline("sama", path: "data.csv"), to: "satu.yaml")
    try folder.write(pipeline("sama", path: "data.csv"), to: "dua.yaml")
    let loading = PipelineLoading(paths: ["satu.yaml", "dua.yaml"], in: folder.path)
    #expect(loading.files.map(\.path) == ["satu.yaml"])
    #expect(
      loading.refused.flatMap(\.errors).map(\.message.english) == [
        "dua.yaml:1:11: the pipeline 'sama' stands in satu.yaml already; give it another name"
      ])
  }

  @Test func missingPipelineFileIsRefused() {
    let loading = PipelineLoading(paths: ["tidak-ada.yaml"], in: "/tmp/")
    #expect(
      loading.refused.flatMap(\.errors).map(\.message.english) == [
        "tidak-ada.yaml: there is no such file; check its name and the working folder"
      ])
    #expect(Execution.run(loading).report.failures.map(\.pipeline) == [""])
  }

  @Test func pipelinesThatUseEachOtherAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(pipeline("a", path: "data.csv", more: "uses: [b.data]"), to: "a.yaml")
    try folder.write(pipeline("b", path: "data.csv", more: "uses: { lain: a.data }"), to: "b.yaml")
    let loading = PipelineLoading(paths: ["a.yaml"], in: folder.path)
    #expect(loading.files.isEmpty)
    let said = loading.refused.flatMap(\.errors).map(\.message.english)
    #expect(said.contains { $0.contains("these wait for each other: a → b → a") }, "\(said)")
  }

  @Test func pipelineWaitsForTheOneItUses() throws {
    let folder = try TemporaryFolder()
    try folder.write("Kode;Jumlah\nA;1\n", to: "baik.csv")
    try folder.write(pipeline("a", path: "hilang.csv"), to: "a.yaml")
    try folder.write(
      pipeline("b", path: "baik.csv", more: "uses: { lain: a.data }"), to: "b.yaml")
    let loading = PipelineLoading(paths: ["b.yaml"], in: folder.path)
    #expect(loading.refused.isEmpty)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.failures.map(\.pipeline) == ["a", "b"])
    #expect(
      run.report.failures.last?.message.english.contains("uses a table of the pipeline 'a'") == true
    )
  }

  @Test func severalFilesBecomeOneTable() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("isi")
    try folder.write("Kode;Jumlah\nA;1\n", to: "isi/b.csv")
    try folder.write("Jumlah,Kode\n2,B\n3,C\n", to: "isi/a.csv")
    try folder.write(pipeline("isi", path: "'isi/*.csv'"), to: "isi.yaml")
    let loading = PipelineLoading(paths: ["isi.yaml"], in: folder.path)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    let table = try #require(run.tables["isi"]?["data"])
    #expect(try table.lines() == ["kode,jumlah", "B,2", "C,3", "A,1"])
    #expect(table.sources.map(\.resource) == ["isi/a.csv", "isi/b.csv"])
    let third = try #require(try table.batches.find(record: 3))
    #expect(
      table.location(of: 1, row: third.row, in: third.batch)
        == Location(resource: "isi/b.csv", line: 2, column: 2, field: "jumlah", label: "Jumlah"))
    #expect(run.report.inputs.map(\.records) == [2, 1])
    #expect(run.report.inputs.first?.sha256 == Digest.sha256(Array("Jumlah,Kode\n2,B\n3,C\n".utf8)))
  }
}
