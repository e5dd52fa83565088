import Synchronization
import Tabular
import Testing

@testable import Pipelines

@Suite struct ThreadsTests {
  @Test(arguments: [1, 2, 5]) func everyItemIsWorkedOnOnce(_ jobs: Int) {
    let done = Mutex<[Int]>([])
    Workers.each(of: Array(0..<100), jobs: jobs) { item in done.withLock { $0.append(item) } }
    #expect(done.withLock { $0.sorted() } == Array(0..<100))
  }

  /// A file that is large enough to be read by a thread of its own gives the same run.
  @Test func largeFileReadApartGivesTheSameRun() throws {
    let folder = try TemporaryFolder()
    var text = "kode;pria;wanita;jumlah\n"
    for record in 1...220_000 {
      let wrong = record % 50_000 == 0 ? 1 : 0
      text += "\(record);\(record % 97);\(record % 89);\(record % 97 + record % 89 + wrong)\n"
    }
    try folder.write(text, to: "besar.csv")
    try folder.write(
      """
      pipeline: besar
      title: Besar
      resources:
        data:
          path: besar.csv
          fields:
            - { name: kode, type: code }
            - { name: pria, type: count }
            - { name: wanita, type: count }
            - { name: jumlah, type: count }
          steps: [{ filter: pria > 0 }]
      rules:
        - { id: baris, in: data, rule: pria + wanita = jumlah }
      datasets:
        data: { from: data, withhold: [baris] }
      """, to: "besar.yaml")
    let loading = PipelineLoading(paths: ["besar.yaml"], in: folder.path)
    let events = Mutex<[RunEvent]>([])
    let runs = [1, 2].map { jobs in
      Execution.run(
        loading,
        settings: RunSettings(jobs: jobs, workingFolder: folder.path, memoryLimit: 1 << 20)
      ) { event in events.withLock { $0.append(event) } }
    }
    #expect(runs[0].report.failures == [])
    #expect(
      runs[0].report.findings.map { $0.cells[0].location.line } == [
        50_001, 100_001, 150_001, 200_001,
      ])
    #expect(runs[0].report.findings == runs[1].report.findings)
    #expect(runs[0].report.inputs == runs[1].report.inputs)
    #expect(runs[0].report.readings == runs[1].report.readings)
    #expect(runs[0].report.datasets == runs[1].report.datasets)
    #expect(runs[0].report.datasets.map(\.withheld) == [4])
    let records = 220_000 - 220_000 / 97
    #expect(runs[1].report.datasets.map(\.records) == [records - 4])
    let last = events.withLock { events in
      events.compactMap {
        if case .read(_, let bytes, let total) = $0 { [bytes, total] } else { nil }
      }
    }.last
    #expect(last == [text.utf8.count, text.utf8.count])
  }
}
