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

  private func dataset(
    _ name: String, counts: [Int64], withheld: [Int] = [], blockedBy: [String] = []
  ) throws -> PreparedDataset {
    let sample = SampleTable(
      fields: [Field(name: "nama"), Field(name: "jumlah", kind: .count)],
      rows: counts.map { [.text("desa \($0)"), .number($0, scale: 0)] })
    let table = try sample.table()
    var (emitted, kept) = (RecordSet(), RecordSet())
    for record in 1...min(counts.count, 4) {
      if withheld.contains(record) { kept.insert(record) } else { emitted.insert(record) }
    }
    return PreparedDataset(
      pipeline: "p", name: name, title: "Judul \(name)", description: nil, period: nil,
      metadata: [.init(key: "licence", value: .text("CC-BY-4.0"))], table: table, fields: [0, 1],
      schema: table.schema, lists: [:], emitted: emitted, withheld: kept, blockedBy: blockedBy)
  }

  private func release(_ datasets: [PreparedDataset], into folder: String) throws {
    var report = RunReport()
    report.pipelines = [.init(name: "p", title: "Pipeline", records: 1)]
    report.inputs = [
      .init(
        path: "tabel.csv", sha256: String(repeating: "0", count: 64), bytes: 9, records: 1)
    ]
    try DatasetRelease(
      of: CompletedRun(report: report, datasets: datasets, tables: [:]), into: folder
    ).write()
  }

  @Test func putsValidDatasetsOutAndWhatItKeptBackIntoQuarantine() throws {
    try withFolder { folder in
      try release(
        [dataset("a", counts: [1, 2, 3, 4, 5], withheld: [2]), dataset("b", counts: [7])],
        into: folder)
      #expect(
        files(in: folder) == [
          "datasets/p/a.csv", "datasets/p/b.csv", "datasets/p/datapackage.json",
          "quarantine/p/a.csv", "quarantine/p/datapackage.json",
        ])
      #expect(
        try text("\(folder)/datasets/p/a.csv") == "nama,jumlah\ndesa 1,1\ndesa 3,3\ndesa 4,4\n")
      #expect(try text("\(folder)/quarantine/p/a.csv") == "nama,jumlah\ndesa 2,2\n")
      #expect(
        try text("\(folder)/datasets/p/datapackage.json").contains("\"title\": \"tabel.csv\""))
    }
  }

  @Test func givesTheSameBytesAgain() throws {
    try withFolder { folder in
      let items = try [
        dataset("a", counts: [1, 2]), dataset("b", counts: [7], blockedBy: ["kunci"]),
      ]
      try release(items, into: folder)
      let first = try files(in: folder).map { try text("\(folder)/\($0)") }
      #expect(first.count == 4)
      try release(items, into: folder)
      #expect(try files(in: folder).map { try text("\(folder)/\($0)") } == first)
    }
  }

  @Test func keepsTheLastGoodDatasetAndItsDescription() throws {
    try withFolder { folder in
      try release([dataset("a", counts: [1]), dataset("b", counts: [7])], into: folder)
      let descriptor = try text("\(folder)/datasets/p/datapackage.json")
      try release(
        [
          dataset("a", counts: [1]), dataset("b", counts: [8], blockedBy: ["jenjang"]),
        ], into: folder)
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
      try release([dataset("a", counts: [1]), dataset("b", counts: [9])], into: folder)
      #expect(
        files(in: folder) == ["a.csv", "b.csv", "datapackage.json"].map { "datasets/p/\($0)" })
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/quarantine"))
    }
  }

  @Test func writesNoPackageWhereNothingWasEverValid() throws {
    try withFolder { folder in
      try release([dataset("a", counts: [1], blockedBy: ["kunci"])], into: folder)
      #expect(files(in: folder) == ["quarantine/p/a.csv", "quarantine/p/datapackage.json"])
    }
  }

  @Test func changesNothingWhereOneFileCanNotBeWritten() throws {
    try withFolder { folder in
      try release([dataset("a", counts: [1]), dataset("b", counts: [7])], into: folder)
      let before = try files(in: folder).map { try text("\(folder)/\($0)") }
      let busy = try AtomicOutput(path: "\(folder)/datasets/p/b.csv")
      #expect(throws: OutputError(path: "\(folder)/datasets/p/b.csv", reason: .inUse)) {
        try release([dataset("a", counts: [2]), dataset("b", counts: [8])], into: folder)
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
