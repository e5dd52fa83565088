import Foundation
import Rules
import Tabular
import Testing

@testable import Pipelines
@testable import Publishing

@Suite struct DatasetReleaseTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func text(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private func files(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var isFolder: ObjCBool = false
    return all.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  private func item(
    _ name: String, counts: [Int64], withheld: [Int] = [], blockedBy: [String] = []
  ) throws -> DatasetRelease.Item {
    let sample = SampleTable(
      fields: [Field(name: "nama"), Field(name: "jumlah", kind: .count)],
      rows: counts.map { [.text("desa \($0)"), .number($0, scale: 0)] })
    var records = RecordSet()
    for record in withheld { records.insert(record) }
    return DatasetRelease.Item(
      dataset: PipelineFile.Dataset(
        name: name, table: "t", select: [], condition: nil, withhold: [], title: "Judul \(name)",
        description: nil, metadata: [.init(key: "licence", value: .text("CC-BY-4.0"))],
        place: FilePlace(file: "p.yaml")),
      table: try sample.table(), fields: [0, 1],
      sources: [.init(path: "samples/\(name).csv", sha256: String(repeating: "0", count: 64))],
      selects: { batch, row in batch.firstRecord + row <= 4 }, withheld: records,
      blockedBy: blockedBy)
  }

  private func release(_ items: [DatasetRelease.Item]) -> DatasetRelease {
    DatasetRelease(pipeline: "p", title: "Pipeline", items: items)
  }

  @Test func putsValidDatasetsOutAndTellsWhatItKeptBack() throws {
    try withFolder { folder in
      let datasets = try release([
        item("a", counts: [1, 2, 3, 4, 5], withheld: [2, 5]), item("b", counts: [7]),
      ]).write(into: folder)
      #expect(
        files(in: folder) == ["a.csv", "b.csv", "datapackage.json"].map { "datasets/p/\($0)" })
      #expect(
        try text("\(folder)/datasets/p/a.csv") == "nama,jumlah\ndesa 1,1\ndesa 3,3\ndesa 4,4\n")
      #expect(datasets.map(\.records) == [3, 1])
      #expect(datasets.map(\.withheld) == [1, 0])
      #expect(datasets.map(\.path) == ["datasets/p/a.csv", "datasets/p/b.csv"])
    }
  }

  @Test func givesTheSameBytesAgain() throws {
    try withFolder { folder in
      let items = try [item("a", counts: [1, 2]), item("b", counts: [7], blockedBy: ["kunci"])]
      _ = try release(items).write(into: folder)
      let first = try files(in: folder).map { try text("\(folder)/\($0)") }
      #expect(first.count == 4)
      _ = try release(items).write(into: folder)
      #expect(try files(in: folder).map { try text("\(folder)/\($0)") } == first)
    }
  }

  @Test func keepsTheLastGoodDatasetAndItsDescription() throws {
    try withFolder { folder in
      _ = try release([item("a", counts: [1]), item("b", counts: [7])]).write(into: folder)
      let descriptor = try text("\(folder)/datasets/p/datapackage.json")
      let datasets = try release([
        item("a", counts: [1]), item("b", counts: [8], blockedBy: ["jenjang"]),
      ]).write(into: folder)
      #expect(datasets[1].blockedBy == ["jenjang"])
      #expect(datasets[1].path == "quarantine/p/b.csv")
      #expect(try text("\(folder)/datasets/p/b.csv") == "nama,jumlah\ndesa 7,7\n")
      #expect(try text("\(folder)/quarantine/p/b.csv") == "nama,jumlah\ndesa 8,8\n")
      #expect(try text("\(folder)/datasets/p/datapackage.json") == descriptor)
      if let frictionless = Frictionless.find() {
        let path = "\(folder)/datasets/p/datapackage.json"
        let (status, output) = try frictionless.validate(path)
        #expect(status == 0, "\(output)")
      } else {
        print("skipped: frictionless is not installed, so the package was not validated with it")
      }
      _ = try release([item("a", counts: [1]), item("b", counts: [9])]).write(into: folder)
      #expect(
        files(in: folder) == ["a.csv", "b.csv", "datapackage.json"].map { "datasets/p/\($0)" })
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/quarantine"))
    }
  }

  @Test func writesNoPackageWhereNothingWasEverValid() throws {
    try withFolder { folder in
      _ = try release([item("a", counts: [1], blockedBy: ["kunci"])]).write(into: folder)
      #expect(files(in: folder) == ["quarantine/p/a.csv", "quarantine/p/datapackage.json"])
    }
  }

  @Test func changesNothingWhereOneFileCanNotBeWritten() throws {
    try withFolder { folder in
      _ = try release([item("a", counts: [1]), item("b", counts: [7])]).write(into: folder)
      let before = try files(in: folder).map { try text("\(folder)/\($0)") }
      let busy = try AtomicOutput(path: "\(folder)/datasets/p/b.csv")
      #expect(throws: OutputError(path: "\(folder)/datasets/p/b.csv", reason: .inUse)) {
        try release([item("a", counts: [2]), item("b", counts: [8])]).write(into: folder)
      }
      #expect(busy.byteCount == 0)
      #expect(
        try files(in: folder).filter { !$0.hasSuffix(".partial") }.map {
          try text("\(folder)/\($0)")
        }
          == before)
    }
  }

  @Test(arguments: ["", "{}", "    {\n    }\n", "    {\n      \"path\": \"a.csv\"\n", "\n    }\n"])
  func takesNothingFromWhatIsNotItsOwn(descriptor: String) {
    #expect(KeptResource.all(in: descriptor).isEmpty)
  }
}
